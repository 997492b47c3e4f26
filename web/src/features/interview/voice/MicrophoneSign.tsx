import { LineSign } from "@/shared/ui/LineSign";

export function MicrophoneSign() {
  return (
    <LineSign>
      <rect x="7.25" y="2.5" width="5.5" height="9" rx="2.75" />
      <path d="M4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5M7.5 17.5h5" />
    </LineSign>
  );
}
