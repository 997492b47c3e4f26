import { useSeatingTexts } from "./host_texts";

/** A code that can be read out, with where it is typed in. */
export function JoinCode({ code }: { code: string }) {
  const t = useSeatingTexts();
  return (
    <dl className="rounded-control bg-sunken px-4 py-3 text-center">
      <dt className="text-sm font-semibold text-soft">{t("invite.code")}</dt>
      <dd className="mt-1 font-mono text-3xl font-bold tracking-widest select-all">
        <span aria-hidden="true">{code}</span>
        {/* A screen reader would read it as a word. */}
        <span className="sr-only">{Array.from(code.replace("-", ",")).join(" ")}</span>
      </dd>
      <dd className="mt-1 text-sm text-balance text-soft">
        {t("invite.codeWhere", { where: `${window.location.host}/join` })}
      </dd>
    </dl>
  );
}
