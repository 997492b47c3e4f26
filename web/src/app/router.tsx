import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { readAddress } from "@/features/library/question_filter";
import { HomePage } from "@/features/lobby/HomePage";
import { Skeleton } from "@/shared/ui/States";
import { Broken, BrokenAlone, NotFound, NowhereAtAll } from "./Fallbacks";
import { BareShell, Shell } from "./Shell";

const root = createRootRoute({ component: Outlet, notFoundComponent: NowhereAtAll });
const framed = createRoute({ getParentRoute: () => root, id: "framed", component: Shell });
const bare = createRoute({ getParentRoute: () => root, id: "bare", component: BareShell });

const home = createRoute({ getParentRoute: () => framed, path: "/", component: HomePage });
const setup = createRoute({
  getParentRoute: () => framed,
  path: "/new",
  component: lazyRouteComponent(() => import("@/features/setup/SetupPage"), "SetupPage"),
});
const join = createRoute({
  getParentRoute: () => framed,
  path: "/join",
  component: lazyRouteComponent(() => import("@/features/lobby/JoinPage"), "JoinPage"),
});
const room = createRoute({
  getParentRoute: () => bare,
  path: "/rooms/$roomId",
  component: lazyRouteComponent(() => import("@/app/room/RoomPage"), "RoomPage"),
  errorComponent: BrokenAlone,
});
const report = createRoute({
  getParentRoute: () => framed,
  path: "/rooms/$roomId/report",
  component: lazyRouteComponent(() => import("@/features/report/ReportPage"), "ReportPage"),
});
const replay = createRoute({
  getParentRoute: () => framed,
  path: "/rooms/$roomId/replay",
  validateSearch: ({ seat }): { seat?: string } => (typeof seat === "string" && seat ? { seat } : {}),
  component: lazyRouteComponent(() => import("@/features/replay/ReplayPage"), "ReplayPage"),
});
const personas = createRoute({
  getParentRoute: () => framed,
  path: "/personas",
  validateSearch: ({ persona }): { persona?: string } => (typeof persona === "string" ? { persona } : {}),
  component: lazyRouteComponent(() => import("@/features/library/PersonasPage"), "PersonasPage"),
});
const questions = createRoute({
  getParentRoute: () => framed,
  path: "/questions",
  validateSearch: readAddress,
  component: lazyRouteComponent(() => import("@/features/library/QuestionsPage"), "QuestionsPage"),
});
const settings = createRoute({
  getParentRoute: () => framed,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/features/settings/SettingsPage"), "SettingsPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    framed.addChildren([home, setup, join, report, replay, personas, questions, settings]),
    bare.addChildren([room]),
  ]),
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  defaultPendingComponent: () => <Skeleton lines={5} />,
  defaultPreload: "intent",
  scrollRestoration: true,
  // Plain texts, as people write and read them in an address.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString();
    return text && `?${text}`;
  },
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
