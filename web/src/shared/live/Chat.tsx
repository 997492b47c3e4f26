import { type FormEvent, memo, useEffect, useRef, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { openTurns } from "@/shared/room/selectors";
import { Button } from "@/shared/ui/Button";
import { belongsToComposing } from "@/shared/ui/composing";
import { TextField } from "@/shared/ui/Field";
import type { ChatMessage } from "@/shared/wire/socket.gen";
import { useGive } from "./give";
import { useStaysInSight } from "./in_sight";
import { useRoomPart, useYou } from "./session";
import { useLiveTexts } from "./texts";

const LONGEST = 500;

/** What people say to each other outside the interview; closed while somebody answers. */
export const Chat = memo(function Chat() {
  const t = useLiveTexts();
  const give = useGive();
  const me = useYou().seat_id;
  const closed = useRoomPart((room) => openTurns(room).length > 0);
  const seated = useRoomPart((room) => room.seats.some((seat) => seat.seat_id === me && !seat.left));
  const [text, setText] = useState("");
  const [form, said] = [useRef<HTMLFormElement>(null), useRef<HTMLDivElement>(null)];
  useStaysInSight(form, said);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const message = text.trim();
    if (!message || closed) return;
    setText("");
    const outcome = await give("send_chat", { text: message });
    // What could not be said is not lost.
    if (outcome.status === "refused") setText((written) => written || message);
  }

  return (
    <div className="flex flex-col gap-3">
      <div ref={said}>
        <Messages />
      </div>
      {closed ? (
        <p className="text-sm text-soft">{t("chat.closed")}</p>
      ) : (
        seated && (
          <form ref={form} className="flex gap-2" onSubmit={(event) => void send(event)}>
            <TextField
              label={t("chat.label")}
              hiddenLabel
              placeholder={t("chat.label")}
              className="flex-1"
              value={text}
              maxLength={LONGEST}
              autoComplete="off"
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && belongsToComposing(event.nativeEvent)) event.preventDefault();
              }}
            />
            <Button type="submit">{t("chat.send")}</Button>
          </form>
        )
      )}
    </div>
  );
});

function Messages() {
  const t = useLiveTexts();
  const chat = useRoomPart((room) => room.chat);
  const names = useRoomPart(
    useShallow((room) => Object.fromEntries(room.seats.map((seat) => [seat.seat_id, seat.name]))),
  );
  const end = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is what moves the view
  useEffect(() => {
    if (end.current) end.current.scrollTop = end.current.scrollHeight;
  }, [chat.length]);
  if (chat.length === 0) return <p className="text-soft">{t("chat.empty")}</p>;
  return (
    <section
      ref={end}
      aria-label={t("chat.log")}
      aria-live="polite"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-56 overflow-y-auto"
    >
      <ul className="flex flex-col gap-2">
        {chat.map((message) => (
          <Message
            key={`${message.at}-${message.seat_id}-${message.text}`}
            message={message}
            name={names[message.seat_id] ?? t("chat.gone")}
          />
        ))}
      </ul>
    </section>
  );
}

const Message = memo(function Message({ message, name }: { message: ChatMessage; name: string }) {
  return (
    <li>
      <span className="text-sm font-semibold text-soft">{name}</span>
      <p className="whitespace-pre-wrap">{message.text}</p>
    </li>
  );
});
