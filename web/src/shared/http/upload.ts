/** Sending a file with its progress, which `fetch` doesn't tell. */
import { currentToken } from "@/shared/account/account";
import { currentLang, sayNow } from "@/shared/i18n/texts";
import { ApiProblem } from "./problem";
import { problemOf } from "./request";

/** Sends a form. `progress` is told the share that is sent, 0-1. Throws an ApiProblem. */
export function upload<T>(path: string, form: FormData, progress: (share: number) => void): Promise<T> {
  return send(path, form, progress);
}

/** Sends a form, or a file as it is. Throws an ApiProblem; a DOMException once the signal has aborted it. */
export function send<T>(
  path: string,
  body: FormData | Blob,
  progress: (share: number) => void,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const token = currentToken();
    const sending = new XMLHttpRequest();
    sending.open("POST", path);
    sending.setRequestHeader("Accept-Language", currentLang());
    if (token) sending.setRequestHeader("Authorization", `Bearer ${token}`);
    sending.upload.onprogress = (event) => event.total > 0 && progress(event.loaded / event.total);
    sending.onerror = () => reject(new ApiProblem(0, "offline", sayNow("http", "offline")));
    sending.onabort = () => reject(new DOMException("aborted", "AbortError"));
    signal?.addEventListener("abort", () => sending.abort(), { once: true });
    sending.onload = () => {
      if (sending.status >= 200 && sending.status < 300) {
        resolve(JSON.parse(sending.responseText) as T);
        return;
      }
      const retryAfter = sending.getResponseHeader("Retry-After");
      const answer = new Response(sending.responseText, {
        status: sending.status,
        ...(retryAfter && { headers: { "Retry-After": retryAfter } }),
      });
      void problemOf(answer, token).then(reject);
    };
    sending.send(body);
  });
}
