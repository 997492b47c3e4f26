import { useMemo } from "react";
import { SelectField } from "@/shared/ui/Field";
import { useWords } from "@/shared/words/texts";
import type { Recording } from "./recording";
import { useReplayTexts } from "./texts";
import { OBSERVERS } from "./vantage";

/** From whose seat the interview is seen; one's own is the empty one. */
export function SeatPicker({
  recording,
  seat,
  busy,
  onChoose,
}: {
  recording: Recording;
  seat: string;
  busy: boolean;
  onChoose: (seat: string) => void;
}) {
  const t = useReplayTexts();
  const words = useWords();
  const { ownSeatId } = recording;
  const candidates = useMemo(() => recording.candidates, [recording]);
  const others = candidates.filter((one) => one.seat_id !== ownSeatId);
  const amongThem = others.length < candidates.length;
  const choices = [
    { value: "", label: t(amongThem ? "seat.own" : "seat.ownObserver") },
    ...others.map(({ seat_id, number, name, company }) => {
      const said = { number, name: name || t("nameDeleted") };
      const label = company
        ? t("seat.atCompany", { ...said, company: words(`company.${company}`) })
        : t("seat.candidate", said);
      return { value: seat_id, label };
    }),
    ...(amongThem ? [{ value: OBSERVERS, label: t("seat.observers") }] : []),
  ];
  return (
    <div className="relative sm:flex sm:items-center sm:gap-3">
      <SelectField
        className="sm:flex-row sm:items-center sm:gap-3"
        label={t("seat.label")}
        choices={choices}
        value={seat === ownSeatId ? "" : seat}
        onChoose={onChoose}
      />
      {/* It takes no place of its own, so that nothing moves when it comes and goes. */}
      <p role="status" className="absolute top-0 right-0 text-sm text-soft sm:static">
        {busy && t("seat.loading")}
      </p>
    </div>
  );
}
