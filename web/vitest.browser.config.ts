import { defineConfig } from "vitest/config";

// A real browser against the real server: few workers, for each has both.
export default defineConfig({
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  test: {
    include: [process.env.NIGHTLY ? "tests/browser/**/*.nightly.ts" : "tests/browser/**/*.test.ts"],
    environment: "node",
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // At night they measure, each with the machine for itself.
    maxWorkers: process.env.NIGHTLY ? 1 : 2,
    // Its default is a second, which a page needs to load again on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    // On a shared machine a browser may stall for seconds; what fails twice has failed.
    retry: 1,
  },
});
