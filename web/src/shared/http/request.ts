/** One way to ask the HTTP API: with the account's token, in the person's language, problems as `ApiProblem`. */
import { currentToken, useAccount } from "@/shared/account/account";
import { currentLang, sayNow } from "@/shared/i18n/texts";
import type { Problem } from "@/shared/wire/http.gen";
import { ApiProblem } from "./problem";
import "./texts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Ask {
  method?: Method;
  /** Sent as JSON; a `FormData` or a TOML text goes as it is. */
  body?: unknown;
  contentType?: string;
  /** Makes a repeated request harmless. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Asks for JSON. Throws an ApiProblem. */
export async function request<T>(path: string, ask: Ask = {}): Promise<T> {
  const response = await respond(path, ask);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Asks for a file. Throws an ApiProblem. */
export async function requestFile(path: string, ask: Ask = {}): Promise<Blob> {
  return (await respond(path, ask)).blob();
}

async function respond(path: string, ask: Ask): Promise<Response> {
  const token = currentToken();
  const headers = new Headers({ "Accept-Language": currentLang() });
  if (token) headers.set("Authorization", `Bearer ${token}`);
  if (ask.idempotencyKey) headers.set("Idempotency-Key", ask.idempotencyKey);
  let body: BodyInit | null = null;
  if (ask.body instanceof FormData) body = ask.body;
  else if (ask.contentType) {
    headers.set("Content-Type", ask.contentType);
    body = String(ask.body);
  } else if (ask.body !== undefined) {
    headers.set("Content-Type", "application/json");
    body = JSON.stringify(ask.body);
  }
  let response: Response;
  try {
    response = await fetch(path, { method: ask.method ?? "GET", headers, body, signal: ask.signal ?? null });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem(0, "offline", sayNow("http", "offline"));
  }
  if (response.ok) return response;
  throw await problemOf(response, token);
}

/** Returns what an answer that is no success says. */
export async function problemOf(response: Response, token: string): Promise<ApiProblem> {
  const said = (await response.json().catch(() => ({}))) as Partial<Problem>;
  // A token that the server takes no more must not be tried for ever.
  if (response.status === 401 && token && token === currentToken()) useAccount.getState().lose();
  const seconds = Number(response.headers.get("Retry-After"));
  return new ApiProblem(
    response.status,
    said.code ?? "unexpected",
    said.message ?? sayNow("http", "unexpected"),
    said.errors ?? [],
    Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null,
  );
}
