import { Button } from "@/shared/ui/Button";
import { pagesOf } from "./question_filter";
import { useLibraryTexts } from "./texts";

/** Leafs through pages; nothing when there is but one. */
export function Pages({
  page,
  total,
  onTurn,
}: {
  page: number;
  total: number;
  onTurn: (page: number) => void;
}) {
  const t = useLibraryTexts();
  const pages = pagesOf(total);
  if (pages === 1) return null;
  function turn(to: number): void {
    onTurn(to);
    document.getElementById("found-title")?.scrollIntoView({ block: "start" });
  }
  return (
    <nav aria-label={t("questions.pages")} className="mt-5 flex items-center justify-center gap-4">
      <Button disabled={page === 0} onClick={() => turn(page - 1)}>
        {t("questions.previous")}
      </Button>
      <span className="tabular-nums" aria-live="polite">
        {t("questions.page", { page: page + 1, pages })}
      </span>
      <Button disabled={page >= pages - 1} onClick={() => turn(page + 1)}>
        {t("questions.next")}
      </Button>
    </nav>
  );
}
