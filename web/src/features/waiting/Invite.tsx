import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { request } from "@/shared/http/request";
import { useLang } from "@/shared/i18n/texts";
import { sayWhen } from "@/shared/i18n/when";
import { useRoomPart } from "@/shared/live/session";
import { announce } from "@/shared/ui/announcer";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { Segmented } from "@/shared/ui/Segmented";
import { Failed, Skeleton } from "@/shared/ui/States";
import type { Invited, Role } from "@/shared/wire/http.gen";
import { copyText } from "./copying";
import { useSeatingTexts } from "./host_texts";
import { JoinCode } from "./JoinCode";
import { LocalOnly } from "./LocalOnly";
import { QrCode } from "./QrCode";
import { RevokeInvitations } from "./RevokeInvitations";

/** A link and a QR code that let somebody in, as a candidate or to watch. */
export function Invite() {
  const t = useSeatingTexts();
  const lang = useLang();
  const roomId = useRoomPart((room) => room.room_id);
  const removals = useRoomPart((room) => room.removed.length);
  const [role, setRole] = useState<Role>("candidate");
  const [revoked, setRevoked] = useState(false);
  const [said, setSaid] = useState<"copied" | "select" | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const making = useMutation({
    mutationFn: async (role: Role) => {
      const path = `/api/rooms/${roomId}/invitations`;
      return { ...(await request<Invited>(path, { method: "POST", body: { role } })), removals };
    },
    onMutate: () => setRevoked(false),
  });
  // Whoever was removed must not come back by it: a removal ends what was written before.
  const outlived = making.data !== undefined && making.data.removals !== removals;
  const invited = outlived ? undefined : making.data;
  const wanted = invited !== undefined || making.isPending;
  // The server may know itself under another name than the one that people reach it by.
  const link = invited ? `${window.location.origin}/join#${invited.invitation}` : "";

  async function copy(): Promise<void> {
    const done = await copyText(link);
    if (!done) field.current?.select();
    setSaid(done ? "copied" : "select");
    announce(t(done ? "invite.copied" : "invite.select"));
  }

  return (
    <Card aria-labelledby="invite-title" className="flex flex-col gap-4">
      <h2 id="invite-title" className="text-lg font-bold">
        {t("invite.title")}
      </h2>
      <Segmented
        label={t("invite.role")}
        hiddenLabel
        choices={(["candidate", "observer"] as const).map((value) => ({
          value,
          label: t(`invite.${value}`),
        }))}
        value={role}
        onChoose={(chosen) => {
          setRole(chosen);
          setSaid(null);
          if (wanted) making.mutate(chosen);
        }}
      />
      {making.error && <Failed error={making.error} onRetry={() => making.mutate(role)} />}
      {making.isPending ? (
        <Skeleton lines={4} />
      ) : invited ? (
        <>
          <QrCode text={link} label={t("invite.qr")} />
          <JoinCode code={invited.code} />
          <div className="flex gap-2">
            <input
              ref={field}
              readOnly
              value={link}
              aria-label={t("invite.link")}
              className="min-w-0 flex-1 rounded-control border border-edge bg-sunken px-3 text-sm"
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button onClick={() => void copy()}>{t("invite.copy")}</Button>
          </div>
          <p className="text-sm text-soft" role="status">
            {said
              ? t(`invite.${said}`)
              : t("invite.expires", { when: sayWhen(invited.expires_at, Date.now(), lang) })}
          </p>
          <LocalOnly />
        </>
      ) : (
        <>
          <Button onClick={() => making.mutate(role)}>{t("invite.make")}</Button>
          <p className="text-sm text-soft" role="status">
            {t(revoked ? "invite.revoked" : outlived ? "invite.outlived" : "invite.hint")}
          </p>
        </>
      )}
      <RevokeInvitations
        onRevoked={() => {
          making.reset();
          setSaid(null);
          setRevoked(true);
        }}
      />
    </Card>
  );
}
