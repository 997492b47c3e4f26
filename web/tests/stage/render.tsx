/** Draws a page as the app does: with a router, a query client, and a server that says what the test says. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { useAccount } from "@/shared/account/account";
import { Toasts } from "@/shared/ui/Toasts";

export interface Asked {
  method: string;
  path: string;
  body: unknown;
}

/** What the server answers: JSON by `METHOD path`, or a function that makes it, at once or later. */
export type Answers = Record<string, unknown>;

export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly message: string,
  ) {}
}

/** Puts a server in place of `fetch`; returns what it was asked. */
export function serve(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? "GET";
    asked.push({ method, path, body: typeof init.body === "string" ? JSON.parse(init.body) : null });
    const held = answers[`${method} ${path}`];
    const said: unknown = typeof held === "function" ? await (held as () => unknown)() : held;
    if (said === undefined) return problem(new Refusal(404, "no_such_room", "없는 면접방입니다."));
    if (said instanceof Refusal) return problem(said);
    if (said === null) return new Response(null, { status: 204 });
    return new Response(JSON.stringify(said), { headers: { "Content-Type": "application/json" } });
  });
  return asked;
}

function problem({ status, code, message }: Refusal): Response {
  return new Response(JSON.stringify({ status, code, message, errors: [] }), { status });
}

/** Signs somebody in, as an account on this device. */
export function signIn(): void {
  useAccount.getState().signIn({ token: "t", userId: "g-me", name: "김지원", expiresAt: 1_798_000_000_000 });
}

/** Draws a page at a path; `route` is the path's pattern below the frame. */
export async function drawPage(page: () => ReactNode, route: string, path: string) {
  const root = createRootRoute({ component: Outlet });
  const framed = createRoute({ getParentRoute: () => root, id: "framed", component: Outlet });
  const shown = createRoute({ getParentRoute: () => framed, path: route, component: page });
  const elsewhere = createRoute({ getParentRoute: () => framed, path: "$", component: Elsewhere });
  const router = createRouter({
    routeTree: root.addChildren([framed.addChildren([shown, elsewhere])]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  await router.load();
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const drawn = render(
    <QueryClientProvider client={queries}>
      {/* The app's own router is what types know of; this one has the page alone. */}
      <RouterProvider router={router as never} />
      <Toasts />
    </QueryClientProvider>,
  );
  return { ...drawn, router };
}

function Elsewhere() {
  return <p>elsewhere</p>;
}
