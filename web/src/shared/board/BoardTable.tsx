import { memo } from "react";
import { sayFigure } from "@/shared/i18n/figure";
import { useLang } from "@/shared/i18n/texts";
import { useWords } from "@/shared/words/texts";
import { type BoardLine, CRITERIA } from "./lines";
import { useBoardTexts } from "./texts";

/** The same board as a table, for those who hear it. */
export const BoardTable = memo(function BoardTable({ lines }: { lines: readonly BoardLine[] }) {
  const t = useBoardTexts();
  const words = useWords();
  return (
    // The box, not the table: no table is narrower than its words. Nothing outside depends on how it is laid out.
    <div className="sr-only contain-strict">
      <table>
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.rank")}</th>
            <th scope="col">{t("column.name")}</th>
            <th scope="col">{t("column.total")}</th>
            <th scope="col">{t("column.interval")}</th>
            <th scope="col">{t("column.movement")}</th>
            <th scope="col">{t("column.status")}</th>
            {CRITERIA.map((criterion) => (
              <th key={criterion} scope="col">
                {words(`criterion.${criterion}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.row.seat_id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

const Row = memo(function Row({ line }: { line: BoardLine }) {
  const t = useBoardTexts();
  const lang = useLang();
  const { row } = line;
  const worst = row.rank_worst;
  const moved =
    row.movement === 0 ? "" : t(row.movement > 0 ? "up" : "down", { count: Math.abs(row.movement) });
  const because = line.because.length > 0 && moved ? t("because", { numbers: line.because.join(", ") }) : "";
  return (
    <tr>
      <td>{t(line.tied ? "tied" : "rank", { rank: row.rank })}</td>
      <th scope="row">
        {line.name} {line.mine && t("me")}
      </th>
      <td>{row.total === null ? t("unknown") : t("points", { total: sayFigure(row.total, lang) })}</td>
      <td>
        {row.rank_best === worst
          ? t("certain", { best: worst })
          : t("interval", { best: row.rank_best, worst })}
      </td>
      <td>
        {moved} {because}
      </td>
      <td>{t(row.provisional ? "provisional" : "judged")}</td>
      {CRITERIA.map((criterion, index) => (
        <td key={criterion}>{row.levels[index] ? sayFigure(row.levels[index], lang) : t("unknown")}</td>
      ))}
    </tr>
  );
});
