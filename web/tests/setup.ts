import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// A machine that does much else at once must not make a test fail.
configure({ asyncUtilTimeout: 5_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});
