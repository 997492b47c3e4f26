import { useEffect, useRef, useState } from "react";
import { Card } from "@/shared/ui/Card";
import { classes } from "@/shared/ui/classes";
import { SelectField } from "@/shared/ui/Field";
import type { Moment, MomentKind } from "./moments";
import { clockOf } from "./scene";
import { useReplayTexts } from "./texts";
import { useVantageText } from "./use_vantage_text";
import type { Vantage } from "./vantage";

const FILTERS = ["all", "questions", "mine", "ranks"] as const;
type Filter = (typeof FILTERS)[number];
const SHOWN: Record<Filter, readonly MomentKind[]> = {
  all: ["question", "mine", "rank", "deliberation", "finished"],
  questions: ["question"],
  mine: ["mine"],
  ranks: ["rank"],
};

/** The moments to jump to, with the latest one that has passed marked. */
export function MomentList({
  moments,
  vantage,
  place,
  onGo,
}: {
  moments: readonly Moment[];
  vantage: Vantage;
  place: number;
  onGo: (place: number) => void;
}) {
  const t = useReplayTexts();
  const { about } = useVantageText(vantage);
  const [chosen, setFilter] = useState<Filter>("all");
  // Where no candidate sits, nobody answers and nobody has a rank.
  const filters: readonly Filter[] = vantage.candidate ? FILTERS : ["all", "questions"];
  const filter = filters.includes(chosen) ? chosen : "all";
  const list = useRef<HTMLOListElement>(null);
  const shown = moments.filter((moment) => SHOWN[filter].includes(moment.kind));
  const current = shown.findLastIndex((moment) => moment.place <= place);
  useEffect(() => {
    if (!list.current) return;
    const item = list.current.children[current];
    // Only the list moves; `scrollIntoView` would move the page too. Before the first moment it begins at its top.
    list.current.scrollTop = item instanceof HTMLElement ? item.offsetTop - list.current.clientHeight / 2 : 0;
  }, [current]);
  return (
    <Card aria-labelledby="moments" className="p-4! sm:p-5!">
      <div className="flex items-center justify-between gap-3">
        <h2 id="moments" className="font-bold">
          {t("moments")}
        </h2>
        <SelectField
          label={t("filter")}
          hiddenLabel
          value={filter}
          choices={filters.map((value) => ({
            value,
            label: value === "mine" ? about("answer") : t(`filters.${value}`),
          }))}
          onChoose={setFilter}
        />
      </div>
      {shown.length === 0 && <p className="mt-3 text-sm text-soft">{t("momentsNone")}</p>}
      <ol ref={list} className="relative mt-3 flex max-h-96 flex-col gap-1 overflow-y-auto">
        {shown.map((moment, index) => (
          <li key={`${moment.kind}${moment.place}`}>
            <button
              type="button"
              aria-current={index === current ? "step" : undefined}
              onClick={() => onGo(moment.place)}
              className={classes(
                "flex min-h-11 w-full items-baseline gap-3 rounded-control px-2 py-1.5 text-left text-sm hover:bg-sunken",
                index === current && "bg-accent-soft",
              )}
            >
              <span className="w-10 shrink-0 text-soft tabular-nums">{t("clock", clockOf(moment.time))}</span>
              <Said moment={moment} vantage={vantage} />
            </button>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Said({ moment, vantage }: { moment: Moment; vantage: Vantage }) {
  const t = useReplayTexts();
  const { about } = useVantageText(vantage);
  const { kind, rank, outcome } = moment;
  const title =
    kind === "question"
      ? t("moment.question", { number: moment.question })
      : kind === "mine"
        ? about(outcome === "skipped" ? "skipped" : outcome === "timed_out" ? "timedOut" : "answer")
        : kind === "rank"
          ? about(rank?.before == null ? "first" : "moved", {
              before: rank?.before ?? 0,
              after: rank?.after ?? 0,
            })
          : t(`moment.${kind}`);
  const tone =
    kind === "rank" && rank?.before != null
      ? rank.after < rank.before
        ? "text-good"
        : "text-warn"
      : kind === "mine"
        ? "text-accent"
        : "";
  return (
    <span className="min-w-0">
      <span className={classes("block font-semibold", tone)}>{title}</span>
      {moment.text && <span className="line-clamp-2 text-soft">{moment.text}</span>}
    </span>
  );
}
