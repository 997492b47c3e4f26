import { useMutation } from "@tanstack/react-query";
import { ApiProblem } from "@/shared/http/problem";
import { requestFile } from "@/shared/http/request";
import { saveFile } from "@/shared/http/save_file";
import { Button } from "@/shared/ui/Button";
import { toast } from "@/shared/ui/toasts";
import { useSettingsTexts } from "./texts";

/** Everything that the server holds of a person, as a file. */
export function ExportData() {
  const t = useSettingsTexts();
  const fetching = useMutation({
    mutationFn: () => requestFile("/api/me/export"),
    onSuccess: (file) => {
      const date = new Date().toISOString().slice(0, 10);
      saveFile(file, `${t("account.exportName", { date })}.json`);
    },
    onError: (error) => {
      const why = error instanceof ApiProblem ? ` ${error.message}` : "";
      toast(t("account.exportFailed") + why, "bad");
    },
  });
  return (
    <Button busy={fetching.isPending} onClick={() => fetching.mutate()}>
      {t("account.exportButton")}
    </Button>
  );
}
