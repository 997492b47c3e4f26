import { useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { requestFile } from "@/shared/http/request";
import { saveFile } from "@/shared/http/save_file";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { toast } from "@/shared/ui/toasts";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { CheckRecord } from "./CheckRecord";
import { DeleteRoom } from "./DeleteRoom";
import { Section } from "./Section";
import { useReportTexts } from "./texts";
import { useFileTexts } from "./texts_files";

const FORMS = ["html", "csv", "json"] as const;

/** Taking the report along, checking the record, deleting the room. */
export function FilesSection({
  report,
  owner,
  finished,
}: {
  report: InterviewReport;
  owner: boolean;
  finished: boolean;
}) {
  const t = useReportTexts();
  const files = useFileTexts();
  const [busy, setBusy] = useState("");
  const date = new Date(report.finished_at ?? report.latest_at).toISOString().slice(0, 10);
  const path = `/api/rooms/${report.room_id}`;

  async function save(form: string, address: string, name: string): Promise<void> {
    setBusy(form);
    try {
      saveFile(await requestFile(address), name);
    } catch (error) {
      const why = error instanceof ApiProblem ? ` ${error.message}` : "";
      toast(files("failed") + why, "bad");
    } finally {
      setBusy("");
    }
  }

  return (
    <div className="print:hidden">
      <Section id="files" title={t("section.files")}>
        <div className="grid gap-4 lg:grid-cols-2">
          <Card>
            <h3 className="text-lg font-bold">{files("filesTitle")}</h3>
            <p className="mt-1 text-sm text-soft">{files("filesText")}</p>
            <div className="mt-4 flex flex-wrap gap-2">
              <Button onClick={() => window.print()}>{files("pdf")}</Button>
              {FORMS.map((form) => (
                <Button
                  key={form}
                  busy={busy === form}
                  onClick={() =>
                    void save(form, `${path}/report.${form}`, `${files("fileName", { date })}.${form}`)
                  }
                >
                  {files(form)}
                </Button>
              ))}
              {owner && finished && (
                <Button
                  busy={busy === "log"}
                  onClick={() => void save("log", `${path}/log.jsonl`, `${files("logName", { date })}.jsonl`)}
                >
                  {files("log")}
                </Button>
              )}
            </div>
            {owner && finished && <p className="mt-2 text-sm text-soft">{files("logHint")}</p>}
          </Card>
          <CheckRecord roomId={report.room_id} />
          {owner && <DeleteRoom roomId={report.room_id} />}
        </div>
      </Section>
    </div>
  );
}
