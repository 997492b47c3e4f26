import { useQuery } from "@tanstack/react-query";
import { request } from "@/shared/http/request";
import { useLang } from "@/shared/i18n/texts";
import { useGive } from "@/shared/live/give";
import { useRoomPart } from "@/shared/live/session";
import { Avatar } from "@/shared/ui/Avatar";
import { Button } from "@/shared/ui/Button";
import { Modal } from "@/shared/ui/Modal";
import { Failed, Skeleton } from "@/shared/ui/States";
import type { InterviewerList, PersonaList } from "@/shared/wire/http.gen";
import type { Company } from "@/shared/wire/socket.gen";
import { useSeatingTexts } from "./host_texts";
import { freeSeats } from "./places";

interface Choice {
  id: string;
  name: string;
  about: string;
  company: Company | null;
}

/** Seats AI candidates or interviewers; those who already sit are not offered again. */
export function AddPersona({ what, onClose }: { what: "ai" | "panel"; onClose: () => void }) {
  const t = useSeatingTexts();
  const lang = useLang();
  const give = useGive();
  const seats = useRoomPart((room) => room.seats);
  const free = useRoomPart((room) => freeSeats(room)[what]);
  const { data, error, refetch } = useQuery({
    queryKey: ["seating", what],
    queryFn: () => (what === "ai" ? rivals() : interviewers()),
  });
  const sitting = new Set(seats.map((seat) => seat.persona_id));
  const choices = (data?.(lang) ?? []).filter((choice) => !sitting.has(choice.id));
  return (
    <Modal open onOpenChange={onClose} title={t(what === "ai" ? "add.aiTitle" : "add.panelTitle")}>
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={4} />
      ) : (
        <>
          {free === 0 && <p className="mb-3 font-semibold">{t("add.full")}</p>}
          {choices.length === 0 && <p className="text-soft">{t("add.none")}</p>}
          <ul className="flex flex-col gap-2">
            {choices.map((choice) => (
              <li key={choice.id} className="flex items-center gap-3 rounded-control border border-line p-3">
                <Avatar name={choice.name} company={choice.company} size="small" />
                <div className="min-w-0 flex-1 leading-snug">
                  <p className="font-semibold">{choice.name}</p>
                  <p className="text-sm text-soft">{choice.about}</p>
                </div>
                <Button
                  size="small"
                  disabled={free === 0}
                  aria-label={`${choice.name} ${t("add.seat")}`}
                  onClick={() =>
                    void give(what === "ai" ? "add_ai_candidate" : "add_interviewer", {
                      persona_id: choice.id,
                    })
                  }
                >
                  {t("add.seat")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

type Choices = (lang: "ko" | "en") => Choice[];

async function rivals(): Promise<Choices> {
  const { personas } = await request<PersonaList>("/api/personas");
  return (lang) =>
    personas.map((one) => ({
      id: one.persona_id,
      name: one.name[lang],
      about: one.headline[lang],
      company: one.company,
    }));
}

async function interviewers(): Promise<Choices> {
  const { interviewers: all } = await request<InterviewerList>("/api/interviewers");
  return (lang) =>
    all.map((one) => ({ id: one.persona_id, name: one.name[lang], about: one.style[lang], company: null }));
}
