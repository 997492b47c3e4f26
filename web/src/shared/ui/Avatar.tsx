import { memo } from "react";
import type { Company } from "@/shared/wire/socket.gen";
import { classes } from "./classes";

// The companies' own colours, darkened or lightened until the letter on them is readable (4.5:1).
const GROUNDS: Record<Company, { ground: string; ink: string }> = {
  naver: { ground: "#00783a", ink: "#ffffff" },
  kakao: { ground: "#fae100", ink: "#371d1e" },
  toss: { ground: "#1b64da", ink: "#ffffff" },
  coupang: { ground: "#b5232b", ink: "#ffffff" },
  baemin: { ground: "#0f7c78", ink: "#ffffff" },
  danggeun: { ground: "#b84a00", ink: "#ffffff" },
};
const PLAIN = { ground: "#4a4f5e", ink: "#ffffff" };

const SIZES = { small: "size-8 text-sm", medium: "size-11 text-lg", large: "size-16 text-2xl" };

/** The first letter of a name on its company's colour. It says nothing that the name beside it doesn't. */
export const Avatar = memo(function Avatar({
  name,
  company = null,
  size = "medium",
  className,
}: {
  name: string;
  company?: Company | null;
  size?: keyof typeof SIZES;
  className?: string;
}) {
  const { ground, ink } = company ? GROUNDS[company] : PLAIN;
  // Colours of a person's company are data, not design: the only style that no token can hold.
  return (
    <svg
      viewBox="0 0 40 40"
      aria-hidden="true"
      className={classes("shrink-0 rounded-full", SIZES[size], className)}
    >
      <circle cx="20" cy="20" r="20" fill={ground} />
      <text
        x="20"
        y="20"
        fill={ink}
        fontSize="17"
        fontWeight="700"
        textAnchor="middle"
        dominantBaseline="central"
      >
        {[...name.trim()][0] ?? "?"}
      </text>
    </svg>
  );
});
