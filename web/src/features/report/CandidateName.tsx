import { useLang } from "@/shared/i18n/texts";
import { Avatar } from "@/shared/ui/Avatar";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { useNames } from "./saying";
import { useFigureTexts } from "./texts_figures";

/** A candidate in a table: face, name, and whether they left. */
export function CandidateName({ report, seatId }: { report: InterviewReport; seatId: string }) {
  const t = useFigureTexts();
  const lang = useLang();
  const nameOf = useNames(report);
  const seat = report.candidates.find((one) => one.seat_id === seatId);
  return (
    <span className="inline-flex items-center gap-2">
      <Avatar name={seat?.name ?? ""} company={seat?.company ?? null} size="small" />
      <span lang={seat?.own ? lang : report.language}>{nameOf(seatId)}</span>
      {seat?.left && <span className="font-normal text-soft">({t("left")})</span>}
    </span>
  );
}
