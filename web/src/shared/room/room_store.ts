/** Everything that screens of one room read: the folded room, the line, and passing signs; apart from the DOM. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { type Destination, type LineState, RoomConnection } from "@/shared/socket/connection";
import type { CommandName, SignalKind } from "@/shared/socket/frames";
import type { Outcome } from "@/shared/socket/outbox";
import type { Surroundings } from "@/shared/socket/surroundings";
import type { Commands, Limits, Room, You } from "@/shared/wire/socket.gen";
import { fold } from "./fold";

const SIGNAL_MS = 6_000;

export interface RoomNews {
  /** Null until the first welcome. */
  room: Room | null;
  you: You | null;
  limits: Limits | null;
  line: LineState;
  /** Who is typing or speaking, by seat. */
  signals: Readonly<Record<string, SignalKind>>;
  /** Command names that are legal now; asked anew whenever the room has changed in kind. */
  legal: readonly CommandName[];
  /** The latest warning of the server, for people. */
  warning: { code: string; message: string; at: number } | null;
  /** How many commands wait for their outcome. */
  unsettled: number;
}

export interface RoomSession {
  store: StoreApi<RoomNews>;
  /** Puts a command; the promise ends with its outcome, however often the line is lost meanwhile. */
  command<N extends CommandName>(name: N, data: Commands[N]): Promise<Outcome>;
  signal(kind: SignalKind): void;
  /** The server's time, ms since the Unix epoch. */
  serverNow(): number;
  nudge(): void;
  stop(): void;
}

/** What changes what one may do; everything else leaves the legal commands as they are. */
function legalityKey(room: Room, seatId: string | undefined): string {
  const turns = room.current?.turns.map((turn) => turn.state[0] + (turn.speaking ? "s" : "")).join("") ?? "";
  const seats = room.seats.map((seat) => `${seat.seat_id}${seat.ready ? 1 : 0}${seat.left ? 1 : 0}`).join();
  return [room.stage, room.host, room.paused !== null, room.current?.round_id, turns, seats, seatId].join(
    "|",
  );
}

/** Opens a session; it connects at once and goes on until `stop`. */
export function openRoomSession(world: Surroundings, destination: Destination): RoomSession {
  const store = createStore<RoomNews>(() => ({
    room: null,
    you: null,
    limits: null,
    line: { phase: "connecting", attempt: 0 },
    signals: {},
    legal: [],
    warning: null,
    unsettled: 0,
  }));
  let key = "";
  // Ahead of what is shown by what came since the last picture: a burst of events is drawn once.
  let latest: Room | null = null;
  let awaited = false;
  const calledOff = new Map<string, () => void>();

  const show = (): void => {
    const room = latest;
    if (!room || room === store.getState().room) return;
    store.setState({ room });
    const now = legalityKey(room, store.getState().you?.seat_id);
    if (now !== key) {
      key = now;
      connection.askLegal();
    }
  };
  const quiet = (seatId: string): void => {
    const { [seatId]: before, ...rest } = store.getState().signals;
    if (before) store.setState({ signals: rest });
  };
  const connection = new RoomConnection(world, destination, {
    line: (line) => {
      store.setState({ line });
      if (line.phase !== "live") key = "";
    },
    room: (room) => {
      key = "";
      latest = room;
      show();
    },
    event: (event) => {
      if (!latest) throw new Error("an event before the room");
      latest = fold(latest, event);
      if (awaited) return;
      awaited = true;
      world.soon(() => {
        awaited = false;
        show();
      });
    },
    you: (you, limits) => store.setState({ you, limits }),
    signal: (seatId, kind) => {
      calledOff.get(seatId)?.();
      if (kind === "idle") return quiet(seatId);
      const { signals } = store.getState();
      if (signals[seatId] !== kind) store.setState({ signals: { ...signals, [seatId]: kind } });
      calledOff.set(
        seatId,
        world.after(SIGNAL_MS, () => quiet(seatId)),
      );
    },
    legal: (legal) => store.setState({ legal }),
    warning: (code, message) => store.setState({ warning: { code, message, at: world.now() } }),
  });
  connection.start();
  return {
    store,
    async command(name, data) {
      const outcome = connection.command(name, data);
      store.setState({ unsettled: connection.unsettled });
      const settled = await outcome;
      // Whoever waited for it finds the room as it is after it.
      show();
      store.setState({ unsettled: connection.unsettled });
      return settled;
    },
    signal: (kind) => connection.signal(kind),
    serverNow: () => connection.serverNow(),
    nudge: () => connection.nudge(),
    stop: () => connection.stop(),
  };
}
