import { useState } from "react";
import { useGive } from "@/shared/live/give";
import { useNews, useRoomPart, useYou } from "@/shared/live/session";
import type { CommandName } from "@/shared/socket/frames";
import { CompactButton } from "@/shared/ui/CompactButton";
import { Confirm } from "@/shared/ui/Confirm";
import { Modal } from "@/shared/ui/Modal";
import { HostAction } from "./HostAction";
import { HostPeople } from "./HostPeople";
import { useHostTexts } from "./host_texts";

const MORE_MS = 30_000;
type Asked = "skipCandidate" | "skipQuestion" | "end";

/** What the host alone may do while the interview runs. */
export function HostMenu() {
  const host = useRoomPart((room) => room.host);
  return host === useYou().seat_id ? <Menu /> : null;
}

function Menu() {
  const t = useHostTexts();
  const give = useGive();
  const legal = useNews((news) => news.legal);
  const paused = useRoomPart((room) => room.paused !== null);
  const current = useRoomPart((room) => room.current);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const turns = current?.turns.filter((turn) => turn.state === "open") ?? [];
  const may = (name: CommandName) => legal.includes(name);

  const confirmed: Record<Asked, () => void> = {
    skipCandidate: () => {
      for (const turn of turns) void give("skip_candidate", { turn_id: turn.turn_id });
    },
    skipQuestion: () => {
      if (current) void give("skip_question", { round_id: current.round_id });
    },
    end: () => void give("end_early", {}),
  };
  function ask(what: Asked): void {
    setOpen(false);
    setAsked(what);
  }
  function now(act: () => void): void {
    setOpen(false);
    act();
  }

  return (
    <>
      <CompactButton
        sign={<path d="M3 6h6M13 6h4M3 14h4M11 14h6M11 4v4M9 12v4" />}
        onClick={() => setOpen(true)}
      >
        {t("button")}
      </CompactButton>
      <Modal open={open} onOpenChange={setOpen} title={t("title")} description={t("description")}>
        <div className="flex flex-col gap-2">
          {paused ? (
            <HostAction
              what="resume"
              possible={may("resume_interview")}
              onPick={() => now(() => void give("resume_interview", {}))}
            />
          ) : (
            <HostAction
              what="pause"
              possible={may("pause_interview")}
              onPick={() => now(() => void give("pause_interview", {}))}
            />
          )}
          <HostAction
            what="time"
            possible={may("add_time")}
            onPick={() =>
              now(() => {
                for (const turn of turns) void give("add_time", { turn_id: turn.turn_id, ms: MORE_MS });
              })
            }
          />
          <HostAction
            what="skipCandidate"
            possible={may("skip_candidate")}
            onPick={() => ask("skipCandidate")}
          />
          <HostAction
            what="skipQuestion"
            possible={may("skip_question")}
            onPick={() => ask("skipQuestion")}
          />
          <HostAction what="end" danger possible={may("end_early")} onPick={() => ask("end")} />
        </div>
        <HostPeople />
      </Modal>
      {asked && (
        <Confirm
          open
          onOpenChange={() => setAsked(null)}
          title={t(`confirm.${asked}`)}
          description={t(`${asked}Text`)}
          confirmLabel={t(asked)}
          danger
          onConfirm={confirmed[asked]}
        />
      )}
    </>
  );
}
