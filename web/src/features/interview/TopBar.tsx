import { LeaveRoom } from "@/shared/live/LeaveRoom";
import { useRoomPart } from "@/shared/live/session";
import { slotsOf } from "@/shared/plan/plan";
import { useWords } from "@/shared/words/texts";
import { CueToggle } from "./CueToggle";
import { HostMenu } from "./HostMenu";
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
      <div className="mx-auto flex max-w-7xl items-center gap-x-2 px-4 py-2 sm:gap-x-4">
        <div className="mr-auto min-w-0 flex-1 leading-tight">
          <h1 className="truncate text-lg font-bold">{words(`stage.${stage}`)}</h1>
          <p className="truncate text-sm text-soft">
            {company && `${words(`company.${company}`)} `}
            {words(`role.${role}`)}
            {stage !== "deliberation" && ` · ${t("progress", { slot: slot + 1, total })}`}
          </p>
        </div>
        <CueToggle />
        <HostMenu />
        <LeaveRoom />
      </div>
    </header>
  );
}
