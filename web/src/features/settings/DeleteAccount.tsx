import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useAccount } from "@/shared/account/account";
import { ApiProblem } from "@/shared/http/problem";
import { request } from "@/shared/http/request";
import { Button } from "@/shared/ui/Button";
import { TextField } from "@/shared/ui/Field";
import { Modal } from "@/shared/ui/Modal";
import { Notice } from "@/shared/ui/Notice";
import { toast } from "@/shared/ui/toasts";
import type { Deleted } from "@/shared/wire/http.gen";
import { forgetPerson } from "./forget_person";
import { useSettingsTexts } from "./texts";

const LOST = ["rooms", "words", "owned", "items", "device"] as const;

/** Deletes the account, after saying what goes and having a word typed. */
export function DeleteAccount() {
  const t = useSettingsTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t("removal.button")}
      </Button>
      <Modal open={open} onOpenChange={setOpen} title={t("removal.askTitle")} description={t("removal.text")}>
        {open && <Asked onClose={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

function Asked({ onClose }: { onClose: () => void }) {
  const t = useSettingsTexts();
  const queries = useQueryClient();
  const signOut = useAccount((state) => state.signOut);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const word = t("removal.word");
  const remove = useMutation({
    mutationFn: () => request<Deleted>("/api/me", { method: "DELETE" }),
    onSuccess: ({ rooms_deleted: rooms, rooms_left: left }) => {
      signOut();
      forgetPerson(queries);
      onClose();
      toast(t("removal.done", { rooms, left }), "good");
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const right = typed.trim().toLowerCase() === word;
    setWrong(!right);
    if (right) remove.mutate();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        {LOST.map((what) => (
          <li key={what}>{t(`removal.list.${what}`)}</li>
        ))}
      </ul>
      <TextField
        label={t("removal.type", { word })}
        value={typed}
        autoComplete="off"
        error={wrong ? t("removal.mismatch", { word }) : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
      />
      {remove.isError && (
        <Notice tone="bad" title={t("removal.failed")}>
          {remove.error instanceof ApiProblem && <p>{remove.error.message}</p>}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>{t("removal.cancel")}</Button>
        <Button type="submit" look="danger" busy={remove.isPending}>
          {t("removal.confirm")}
        </Button>
      </div>
    </form>
  );
}
