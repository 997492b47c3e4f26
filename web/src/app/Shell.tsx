import { Link, Outlet } from "@tanstack/react-router";
import { Announcer } from "@/shared/ui/Announcer";
import { Toasts } from "@/shared/ui/Toasts";
import { useUiTexts } from "@/shared/ui/texts";
import { useAppTexts } from "./texts";

const LINK =
  "rounded-control px-2 py-2.5 font-semibold sm:px-3 sm:py-2 whitespace-nowrap text-soft no-underline hover:bg-sunken hover:text-ink aria-[current=page]:text-ink aria-[current=page]:bg-sunken";

/** What stands around every page. The interview's own page leaves it out: nothing there may distract. */
export function Shell() {
  const t = useAppTexts();
  const ui = useUiTexts();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-accent px-4 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {ui("skipToContent")}
      </a>
      <header className="border-b border-line bg-raised print:hidden">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
          <Link
            to="/"
            className="mr-auto flex items-center gap-2 py-2 text-lg font-bold text-ink no-underline"
          >
            <img src="/icon.svg" alt="" width="28" height="28" />
            {ui("product")}
          </Link>
          <nav
            aria-label={t("menu")}
            className="-mx-2 flex w-[calc(100%+1rem)] gap-1 scrolls-sideways sm:-mx-3 sm:w-auto"
          >
            <Link to="/personas" className={LINK}>
              {t("personas")}
            </Link>
            <Link to="/questions" className={LINK}>
              {t("questions")}
            </Link>
            <Link to="/settings" className={LINK}>
              {t("settings")}
            </Link>
          </nav>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 outline-none sm:py-10"
      >
        <Outlet />
      </main>
      <footer className="border-t border-line px-4 py-5 text-center text-sm text-soft print:hidden">
        {t("practiceOnly")}
      </footer>
      <Toasts />
      <Announcer />
    </div>
  );
}

/** The interview's own frame: the whole window, and nothing around it. */
export function BareShell() {
  return (
    <>
      <Outlet />
      <Toasts />
      <Announcer />
    </>
  );
}
