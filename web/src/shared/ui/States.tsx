import type { ReactNode } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { Button } from "./Button";
import { classes } from "./classes";
import { Notice } from "./Notice";
import { useUiTexts } from "./texts";

/** Grey bars where content will be. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const t = useUiTexts();
  return (
    <div role="status" aria-label={t("loading")} className={classes("flex flex-col gap-3", className)}>
      {Array.from({ length: lines }, (_, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move
          key={index}
          className={classes("h-5 animate-pulse rounded-control bg-line", index === lines - 1 && "w-2/3")}
        />
      ))}
    </div>
  );
}

/** What failed, and a way to try again. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useUiTexts();
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <Notice
      tone="bad"
      title={t(problem?.offline ? "offlineTitle" : "failedTitle")}
      action={onRetry && <Button onClick={onRetry}>{t("retry")}</Button>}
    >
      {problem && <p>{problem.message}</p>}
    </Notice>
  );
}

/** Nothing here yet, and what to do about it. */
export function Empty({
  title,
  children,
  action,
  wholePage = false,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** The page is about nothing else, so that this is its heading. */
  wholePage?: boolean;
}) {
  const Title = wholePage ? "h1" : "p";
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-dashed border-edge px-6 py-10 text-center">
      <Title className="text-lg font-semibold">{title}</Title>
      {children && <p className="max-w-prose text-soft">{children}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
