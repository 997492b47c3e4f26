import { useRoomPart } from "@/shared/live/session";
import { seatOf } from "@/shared/room/selectors";
import type { Turn } from "@/shared/wire/socket.gen";
import { useInterviewTexts } from "./texts";

/** The answer that a follow-up is about. */
export function ParentAnswer({ turn }: { turn: Turn }) {
  const t = useInterviewTexts();
  const name = useRoomPart((room) => seatOf(room, turn.seat_id)?.name ?? "");
  if (!turn.text) return null;
  return (
    <details className="mt-3">
      <summary className="min-h-9 py-1 font-semibold text-accent">{t("parentOf", { name })}</summary>
      <blockquote className="mt-1 border-l-4 border-line pl-4 whitespace-pre-wrap">{turn.text}</blockquote>
    </details>
  );
}
