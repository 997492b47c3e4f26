import { mergeConfig } from "vite";
import { defineConfig } from "vitest/config";
import vite from "./vite.config.ts";

export default mergeConfig(
  vite,
  defineConfig({
    test: { include: ["src/**/*.test.{ts,tsx}"], environment: "happy-dom", setupFiles: ["tests/setup.ts"] },
  }),
);
