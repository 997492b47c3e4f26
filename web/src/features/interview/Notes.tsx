import { memo, useState } from "react";
import { onDevice } from "@/shared/kept/kept";
import { useRoomPart } from "@/shared/live/session";
import { TextArea } from "@/shared/ui/Field";
import { useInterviewTexts } from "./texts";

const KEY = "interview.notes.";

/** Notes for oneself, kept on this device for this room. */
export const Notes = memo(function Notes() {
  const t = useInterviewTexts();
  const roomId = useRoomPart((room) => room.room_id);
  const [text, setText] = useState(() => onDevice.getItem(KEY + roomId) ?? "");
  return (
    <TextArea
      label={<span className="text-lg font-bold">{t("notes.title")}</span>}
      hint={t("notes.hint")}
      placeholder={t("notes.placeholder")}
      value={text}
      rows={5}
      onChange={(event) => {
        setText(event.target.value);
        onDevice.setItem(KEY + roomId, event.target.value);
      }}
    />
  );
});
