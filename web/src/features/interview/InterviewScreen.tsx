import { useEffect } from "react";
import { sayFigure } from "@/shared/i18n/figure";
import { useLang } from "@/shared/i18n/texts";
import { LineBar } from "@/shared/live/LineBar";
import { useRoomPart } from "@/shared/live/session";
import { useBar } from "@/shared/ui/bars";
import { useAnnouncements } from "./announcing";
import { Deliberation } from "./Deliberation";
import { EndHere } from "./EndHere";
import { Paused } from "./Paused";
import { RoundView } from "./RoundView";
import { useReadAloud } from "./reading_aloud";
import { TopBar } from "./TopBar";
import { useInterviewTexts } from "./texts";
import { Watch } from "./Watch";
import { useScreenOn, useTitle } from "./window";

/** The interview: the whole window, and nothing in it that doesn't belong to the question of the moment. */
export function InterviewScreen() {
  const t = useInterviewTexts();
  const deliberating = useRoomPart((room) => room.stage === "deliberation");
  useAnnouncements();
  useTitle();
  useScreenOn();
  useReadAloud();
  const bar = useBar<HTMLDivElement>("top");
  const lang = useLang();
  // The first figure of a visit takes as long as a board: it is said before anybody waits for one.
  useEffect(() => void sayFigure(0, lang), [lang]);
  return (
    <div className="flex min-h-dvh flex-col">
      <div ref={bar} className="sticky top-0 z-20">
        <TopBar />
        <LineBar />
      </div>
      <main aria-label={t("title")} className="flex-1">
        <div className="mx-auto flex max-w-7xl flex-col gap-3 px-4 pt-4 empty:hidden">
          <Paused />
          <Watch />
          <EndHere />
        </div>
        {deliberating ? <Deliberation /> : <RoundView />}
      </main>
    </div>
  );
}
