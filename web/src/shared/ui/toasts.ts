/** Short notices at the edge of the page: gone by themselves, except those that tell of trouble. */
import { create } from "zustand";

export interface Toast {
  id: number;
  tone: "info" | "good" | "bad";
  text: string;
}

const SHOWN_MS = 5_000;
let latest = 0;

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

export function toast(text: string, tone: Toast["tone"] = "info"): void {
  latest += 1;
  const id = latest;
  const others = useToasts.getState().toasts.filter((one) => one.text !== text);
  useToasts.setState({ toasts: [...others, { id, tone, text }].slice(-3) });
  if (tone !== "bad") setTimeout(() => dismiss(id), SHOWN_MS);
}

export function dismiss(id: number): void {
  useToasts.setState({ toasts: useToasts.getState().toasts.filter((one) => one.id !== id) });
}
