import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { Modal } from "./Modal";

afterEach(cleanup);

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <main id="content" tabIndex={-1}>
      <button type="button">other</button>
      <button type="button" onClick={() => setOpen(true)}>
        delete
      </button>
      <Modal open={open} onOpenChange={setOpen} title="Delete it?">
        <button type="button">no</button>
      </Modal>
    </main>
  );
}

async function openedAndClosed(): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name: "delete" }));
  fireEvent.keyDown(await screen.findByRole("dialog"), { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
}

it("gives the focus back to a button that was clicked and got none, as in Safari", async () => {
  render(<Page />);
  const opener = screen.getByRole("button", { name: "delete" });
  fireEvent.pointerDown(opener);
  // What Safari does with a click on a button: the nearest thing around it that may have the focus gets it.
  screen.getByRole("main").focus();
  await openedAndClosed();
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

it("gives it back to what had it when the dialog was opened by keyboard, whatever was pressed before", async () => {
  render(<Page />);
  fireEvent.pointerDown(screen.getByRole("button", { name: "other" }));
  const opener = screen.getByRole("button", { name: "delete" });
  opener.focus();
  await openedAndClosed();
  await waitFor(() => expect(document.activeElement).toBe(opener));
});
