import type { Company, JobRole } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";

/** Says what a room is called: its title, or else what it is for. */
export function useRoomName(): (room: {
  title: string;
  company: Company | null;
  role: JobRole | null;
}) => string {
  const words = useWords();
  return ({ title, company, role }) =>
    title ||
    [company && words(`company.${company}`), role && words(`role.${role}`)].filter(Boolean).join(" · ");
}
