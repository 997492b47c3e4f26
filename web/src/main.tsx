import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueries } from "@/app/queries";
import { router } from "@/app/router";
import { renewToken } from "@/shared/http/guest";
import { applyPreferences } from "@/shared/preferences/preferences";
import "@/shared/design/tokens.css";

applyPreferences(document.documentElement);
void renewToken(Date.now());

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueries()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
