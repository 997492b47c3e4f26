/** What is said over the socket, as `docs/en/reference/protocol.md` has it. */
import type { Commands, Events, Limits, Room, You } from "@/shared/wire/socket.gen";

export const PROTOCOL = 1;

export type CommandName = keyof Commands;
export type EventName = keyof Events;
export type SignalKind = "typing" | "speaking" | "idle";

export interface Hello {
  type: "hello";
  proto: number;
  token: string;
  room: string;
  last_seq: number | null;
  invitation: string;
  lang: string;
}

export interface CommandFrame<N extends CommandName = CommandName> {
  type: "command";
  id: string;
  name: N;
  data: Commands[N];
}

export type ClientFrame =
  | Hello
  | CommandFrame
  | { type: "signal"; kind: SignalKind }
  | { type: "ping"; t: number }
  | { type: "ask_legal" }
  | { type: "resync" };

export interface Welcome {
  type: "welcome";
  proto: number;
  room: string;
  you: You;
  resumed: boolean;
  seq: number;
  snapshot: Room | null;
  server_time: number;
  limits: Limits;
}

export interface OutcomeFrame {
  type: "outcome";
  id: string;
  status: "committed" | "duplicate" | "refused" | "unknown";
  seq: number | null;
  code: string;
  message: string;
  detail: string;
}

/** One event with its name, so that a switch on the name knows the data. */
export type RoomEvent = { [N in EventName]: { seq: number; name: N; data: Events[N] } }[EventName];

export type ServerFrame =
  | Welcome
  | { type: "snapshot"; seq: number; room: Room; reason: "asked" | "lagging" | "rewritten" }
  | ({ type: "event" } & RoomEvent)
  | { type: "skip"; seq: number; through: number }
  | OutcomeFrame
  | { type: "peer_signal"; seat_id: string; kind: SignalKind }
  | { type: "pong"; t: number; server_time: number }
  | { type: "legal"; seq: number; commands: CommandName[] }
  | { type: "warning"; code: string; message: string }
  | { type: "bye"; code: number; reason: string; message: string; retry_after_ms: number | null };
