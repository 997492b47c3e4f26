import type { ReactNode } from "react";
import { Card } from "@/shared/ui/Card";
import { Disclosure } from "@/shared/ui/Disclosure";
import { usePrinting } from "./page_state";
import { useFigureTexts } from "./texts_figures";

/** A drawing with its table twin below it, folded on the screen and open on paper. */
export function Chart({ drawing, table }: { drawing: ReactNode; table: ReactNode }) {
  const t = useFigureTexts();
  const printing = usePrinting();
  return (
    <Card>
      {drawing}
      <Disclosure summary={t("asTable")} {...(printing && { open: true })} className="mt-3 text-sm">
        {table}
      </Disclosure>
    </Card>
  );
}
