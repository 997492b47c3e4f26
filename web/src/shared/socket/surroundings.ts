/** What a connection needs of the world; tests pass their own. */
export interface Line {
  send(text: string): void;
  close(code: number): void;
}

export interface LineEvents {
  opened(): void;
  heard(text: string): void;
  closed(code: number): void;
}

export interface Surroundings {
  /** Opens a line to the server; events may come at once. */
  open(url: string, events: LineEvents): Line;
  now(): number;
  /** Calls back after so many ms; returns how to call it off. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back once a picture at most; at once where none is being drawn. */
  soon(callback: () => void): void;
  /** A number from 0 to 1. */
  chance(): number;
  /** A fresh id that nobody can guess. */
  id(): string;
}

/** A picture that is longer in coming than this is not waited for: the page may be out of sight. */
const PICTURE_MS = 50;

/** Returns the browser's own. */
export function browserSurroundings(): Surroundings {
  return {
    open(url, events) {
      const socket = new WebSocket(url);
      socket.onopen = () => events.opened();
      socket.onmessage = (message: MessageEvent<unknown>) => {
        if (typeof message.data === "string") events.heard(message.data);
      };
      socket.onclose = (event) => events.closed(event.code);
      return {
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        close: (code) => {
          socket.onopen = socket.onmessage = socket.onclose = null;
          socket.close(code);
        },
      };
    },
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    chance: () => Math.random(),
    soon(callback) {
      if (document.visibilityState === "hidden") {
        callback();
        return;
      }
      const go = () => {
        cancelAnimationFrame(picture);
        clearTimeout(timer);
        callback();
      };
      // In a task of its own, just after the picture: a key would wait for what is changed and for the drawing of it.
      const picture = requestAnimationFrame(() => {
        clearTimeout(timer);
        timer = setTimeout(go);
      });
      let timer = setTimeout(go, PICTURE_MS);
    },
    // Not `randomUUID`: browsers have it on secure pages alone, and a phone in the same network comes by http.
    id: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
        byte.toString(16).padStart(2, "0"),
      ).join(""),
  };
}
