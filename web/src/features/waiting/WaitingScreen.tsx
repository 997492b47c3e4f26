import { Chat } from "@/shared/live/Chat";
import { LeaveRoom } from "@/shared/live/LeaveRoom";
import { LineBar } from "@/shared/live/LineBar";
import { useRoomPart, useYou } from "@/shared/live/session";
import { useLiveTexts } from "@/shared/live/texts";
import { useBar } from "@/shared/ui/bars";
import { Card } from "@/shared/ui/Card";
import { useWindowTitle } from "@/shared/ui/window_title";
import { useWords } from "@/shared/words/texts";
import { DeviceCheck } from "./DeviceCheck";
import { Invite } from "./Invite";
import { Join } from "./Join";
import { ReadyBar } from "./ReadyBar";
import { ResumeFacts } from "./ResumeFacts";
import { Rules } from "./Rules";
import { SeatMap } from "./SeatMap";
import { useWaitingTexts } from "./texts";

/** Before the start: who sits where, who is ready, and how this interview will go. */
export function WaitingScreen() {
  const t = useWaitingTexts();
  useWindowTitle(t("title"));
  const live = useLiveTexts();
  const bar = useBar<HTMLDivElement>("top");
  const words = useWords();
  const { seat_id: me, owner } = useYou();
  const company = useRoomPart((room) => room.settings.company);
  const role = useRoomPart((room) => room.settings.role);
  const host = useRoomPart((room) => room.host === me);
  const seat = useRoomPart((room) => room.seats.find((one) => one.seat_id === me));
  return (
    <div className="flex min-h-dvh flex-col">
      <div ref={bar} className="sticky top-0 z-20">
        <header className="border-b border-line bg-raised">
          <div className="mx-auto flex max-w-7xl items-center gap-4 px-4 py-2">
            <div className="mr-auto min-w-0 leading-tight">
              <h1 className="text-lg font-bold">{t("title")}</h1>
              <p className="text-sm text-soft">
                {company && `${words(`company.${company}`)} `}
                {words(`role.${role}`)}
              </p>
            </div>
            <LeaveRoom />
          </div>
        </header>
        <LineBar />
      </div>
      <main className="mx-auto grid w-full max-w-7xl flex-1 gap-x-8 gap-y-6 p-4 pb-40 sm:py-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {!seat && <Join />}
          <SeatMap host={host} />
          <Rules />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {(host || owner) && <Invite />}
          {seat?.kind === "human" && <ResumeFacts facts={seat.facts} />}
          <Card aria-labelledby="waiting-chat">
            <h2 id="waiting-chat" className="mb-3 text-lg font-bold">
              {live("chat.title")}
            </h2>
            <Chat />
          </Card>
          <DeviceCheck />
        </div>
      </main>
      {seat && <ReadyBar seat={seat} host={host} />}
    </div>
  );
}
