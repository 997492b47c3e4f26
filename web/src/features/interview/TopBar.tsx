import { LeaveRoom } from "@/shared/live/LeaveRoom";
import { useRoomPart } from "@/shared/live/session";
import { slotsOf } from "@/shared/plan/plan";
import { useWords } from "@/shared/words/texts";
import { CueToggle } from "./CueToggle";
import { HostMenu } from "./HostMenu";
import { ReadAloudToggle } from "./ReadAloudToggle";
import { useInterviewTexts } from "./texts";

/** Where the interview stands, and the few things that may be done besides answering. */
export function TopBar() {
  const t = useInterviewTexts();
  const words = useWords();
  const stage = useRoomPart((room) => room.stage);
  const slot = useRoomPart((room) => (room.current ?? room.rounds.at(-1))?.slot ?? 0);
  const settings = useRoomPart((room) => room.settings);
  const total = slotsOf(settings).length;
  const { company, role } = settings;
  return (
    <header className="border-b border-line bg-raised">
      <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 px-4 py-2 leading-tight sm:gap-x-4">
        <h1 className="text-lg leading-tight font-bold max-[23.5rem]:text-base">{words(`stage.${stage}`)}</h1>
        {/* On a phone signs alone, and the second line all to itself: a title is not cut for buttons. */}
        <div className="-mr-3 flex items-center sm:row-span-2 sm:gap-x-4">
          <ReadAloudToggle />
          <CueToggle />
          <HostMenu />
          <LeaveRoom compact />
        </div>
        <p className="col-span-2 text-sm leading-tight text-soft sm:col-span-1">
          {company && `${words(`company.${company}`)} `}
          {words(`role.${role}`)}
          {stage !== "deliberation" && ` · ${t("progress", { slot: slot + 1, total })}`}
        </p>
      </div>
    </header>
  );
}
