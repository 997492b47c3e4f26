import { useAnnouncements } from "./announcer";

/** The lines that screen readers listen to; stands once, at the root. */
export function Announcer() {
  const { polite, urgent } = useAnnouncements();
  return (
    <>
      <div className="sr-only" aria-live="polite" aria-atomic="true">
        {polite}
      </div>
      <div className="sr-only" role="alert" aria-atomic="true">
        {urgent}
      </div>
    </>
  );
}
