import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { AccountGate } from "@/shared/account/AccountGate";
import { PersonaEditor } from "@/shared/persona/PersonaEditor";
import { usePersonas } from "@/shared/persona/queries";
import { Button } from "@/shared/ui/Button";
import { Empty, Failed, Skeleton } from "@/shared/ui/States";
import { useWindowTitle } from "@/shared/ui/window_title";
import type { PersonaCard } from "@/shared/wire/http.gen";
import { PersonaGrid } from "./PersonaGrid";
import { PersonaSheet } from "./PersonaSheet";
import { useLibraryTexts } from "./texts";

const route = getRouteApi("/framed/personas");

export function PersonasPage() {
  return (
    <AccountGate>
      <Personas />
    </AccountGate>
  );
}

/** The candidates that ship, and one's own to write. */
function Personas() {
  const t = useLibraryTexts();
  useWindowTitle(t("personas.title"));
  const personas = usePersonas();
  const [editing, setEditing] = useState<PersonaCard | "new" | null>(null);
  const all = personas.data?.personas ?? [];
  const own = all.filter((persona) => persona.own);
  // Who is looked at stands in the address: it can be sent to somebody, and one goes back to the list.
  const { persona: shownId } = route.useSearch();
  const navigate = route.useNavigate();
  const { history } = useRouter();
  const shown = all.find((persona) => persona.persona_id === shownId);
  const opened = useRef(false);

  function show(persona: PersonaCard): void {
    opened.current = true;
    void navigate({ search: { persona: persona.persona_id }, resetScroll: false });
  }

  function close(): void {
    if (opened.current) history.back();
    else void navigate({ search: {}, replace: true, resetScroll: false });
    opened.current = false;
  }

  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-3xl font-bold tracking-tight">{t("personas.title")}</h1>
          <p className="mt-2 text-soft">{t("personas.text")}</p>
        </div>
        <Button look="primary" onClick={() => setEditing("new")}>
          {t("personas.create")}
        </Button>
      </div>
      {personas.isPending && <Skeleton lines={6} />}
      {personas.isError && <Failed error={personas.error} onRetry={() => void personas.refetch()} />}
      {personas.isSuccess && (
        <>
          {own.length > 0 && (
            <section aria-labelledby="own-title">
              <h2 id="own-title" className="mb-4 text-xl font-bold">
                {t("personas.own")}
              </h2>
              <PersonaGrid personas={own} onShow={show} />
            </section>
          )}
          <section aria-labelledby="shipped-title">
            <h2 id="shipped-title" className="mb-4 text-xl font-bold">
              {t("personas.shipped")}
            </h2>
            <PersonaGrid personas={all.filter((persona) => !persona.own)} onShow={show} />
          </section>
          {own.length === 0 && <Empty title={t("personas.emptyTitle")}>{t("personas.emptyText")}</Empty>}
        </>
      )}
      {shown && (
        <PersonaSheet
          persona={shown}
          onClose={close}
          onEdit={() => {
            setEditing(shown);
            close();
          }}
        />
      )}
      {editing && (
        <PersonaEditor
          persona={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onKept={() => setEditing(null)}
        />
      )}
    </div>
  );
}
