import { memo } from "react";
import { useShallow } from "zustand/react/shallow";
import { useRoomPart } from "@/shared/live/session";
import { panel } from "@/shared/room/selectors";
import { Avatar } from "@/shared/ui/Avatar";
import { classes } from "@/shared/ui/classes";
import { useInterviewTexts } from "./texts";

/** The panel across the table; whoever asked is lit, and listens while somebody answers. */
export const PanelRow = memo(function PanelRow() {
  const t = useInterviewTexts();
  const sitting = useRoomPart(useShallow(panel));
  const asking = useRoomPart((room) => room.current?.interviewer ?? null);
  const doing = useRoomPart(({ current }) => {
    if (!current?.turns.some((turn) => turn.state === "open")) return "asks";
    return current.simultaneous ? "awaits" : "listening";
  });
  return (
    <ul aria-label={t("panel")} className="flex flex-wrap gap-2">
      {sitting.map((seat) => {
        const lit = seat.seat_id === asking;
        return (
          <li
            key={seat.seat_id}
            className={classes(
              "items-center gap-2.5 rounded-full border py-1 pr-4 pl-1",
              // A phone has room for the one who asks.
              asking === null || lit ? "flex" : "hidden sm:flex",
              lit ? "border-accent bg-accent-soft" : "border-line bg-raised",
            )}
          >
            <Avatar name={seat.name} size="small" />
            <span className="min-w-0 leading-tight">
              <span className="font-semibold">{seat.name}</span>{" "}
              <span className={classes("text-sm", lit ? "text-ink" : "text-soft")}>{seat.headline}</span>
              {lit && (
                <span className="block text-sm font-semibold text-accent">
                  <span className="sr-only">{t("asking")}. </span>
                  {t(doing)}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
});
