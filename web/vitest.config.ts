import { mergeConfig } from "vite";
import { defineConfig } from "vitest/config";
import vite from "./vite.config.ts";

// Tests that need a document are `.tsx`: it takes longer to make one than most rules take to run.
export default mergeConfig(
  vite,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: { name: "rules", include: ["src/**/*.test.ts"], environment: "node" },
        },
        {
          extends: true,
          test: {
            name: "drawn",
            include: ["src/**/*.test.tsx"],
            environment: "happy-dom",
            setupFiles: ["tests/setup.ts"],
          },
        },
      ],
    },
  }),
);
