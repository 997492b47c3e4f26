import { memo, useDeferredValue, useState } from "react";
import { Button } from "@/shared/ui/Button";
import { Board } from "./Board";
import { useBoardTexts } from "./texts";

/** The board in the interview: folded by itself while one answers, unless it is asked for. */
export const FoldingBoard = memo(function FoldingBoard({ answering }: { answering: boolean }) {
  const t = useBoardTexts();
  const [shown, setShown] = useState({ answering, open: !answering });
  // What was asked for holds until the next turn begins or ends.
  if (shown.answering !== answering) setShown({ answering, open: !answering });
  const { open } = shown;
  // Whoever presses sees it at once, and whoever hands in that it is done; twelve rows may come a picture later.
  const drawn = useDeferredValue(open);
  return (
    <section aria-labelledby="board-title" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <h2 id="board-title" className="text-lg font-bold">
          {t("title")}
        </h2>
        <Button
          size="small"
          look="quiet"
          className="-mr-3"
          aria-expanded={open}
          onClick={() => setShown({ answering, open: !open })}
        >
          {t(open ? "hide" : "show")}
        </Button>
      </div>
      {open ? drawn && <Board /> : answering && <p className="text-soft">{t("folded")}</p>}
    </section>
  );
});
