import { memo } from "react";
import { sayFigure } from "@/shared/i18n/figure";
import { useLang } from "@/shared/i18n/texts";
import { Avatar } from "@/shared/ui/Avatar";
import { Badge } from "@/shared/ui/Badge";
import { classes } from "@/shared/ui/classes";
import { CriteriaBars } from "./CriteriaBars";
import type { BoardLine } from "./lines";
import { MovementMark } from "./MovementMark";
import { useBoardTexts } from "./texts";

/** One candidate's line on the board, for the eye; the table beside it is for the ear. */
export const BoardRowView = memo(function BoardRowView({ line }: { line: BoardLine }) {
  const t = useBoardTexts();
  const lang = useLang();
  const { row, mine } = line;
  const worst = row.rank_worst;
  const settled = row.rank_best === worst;
  return (
    <li
      data-seat={row.seat_id}
      className={classes(
        "rounded-control border px-3 py-2.5",
        mine ? "border-accent bg-accent-soft" : "border-line bg-raised",
      )}
    >
      <div className="flex items-center gap-3">
        <span className={classes("w-6 text-center text-xl font-bold tabular-nums", mine && "text-accent")}>
          {row.rank}
        </span>
        <Avatar
          name={line.name}
          company={line.company}
          size="small"
          // Large letters on a small phone need its room for the name: 13rem within the row's edges.
          className="@max-[14.625rem]:hidden"
        />
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-1.5 leading-tight font-semibold">
            <span className="min-w-0">{line.name}</span>
            {mine && <span className="shrink-0 text-sm text-accent">{t("me")}</span>}
          </p>
          <p className={classes("text-sm leading-tight", mine ? "text-ink" : "text-soft")}>
            {settled ? t("certain", { best: row.rank_best }) : t("interval", { best: row.rank_best, worst })}
          </p>
        </div>
        <div className="text-right">
          <p className="font-bold tabular-nums">
            {row.total === null ? t("noPoints") : sayFigure(row.total, lang)}
          </p>
          <MovementMark movement={row.movement} />
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-end justify-end gap-x-3 gap-y-1">
        <CriteriaBars levels={row.levels} />
        {row.provisional && <Badge tone="warn">{t("provisional")}</Badge>}
      </div>
      {row.movement !== 0 && line.because.length > 0 && (
        <p className={classes("mt-1 text-sm", mine ? "text-ink" : "text-soft")}>
          {t("because", { numbers: line.because.join(", ") })}
        </p>
      )}
    </li>
  );
});
