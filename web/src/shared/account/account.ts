/** Who one is on this device: a guest account, made when it is first needed. The token is the account. */
import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { onDevice } from "@/shared/kept/kept";

export interface Account {
  token: string;
  userId: string;
  name: string;
  /** ms since the Unix epoch. */
  expiresAt: number;
}

interface AccountStore {
  account: Account | null;
  /** The server takes the token no more: one was signed out without wishing it. */
  lost: boolean;
  signIn: (account: Account) => void;
  signOut: () => void;
  lose: () => void;
}

export const useAccount = create<AccountStore>()(
  persist(
    (set) => ({
      account: null,
      lost: false,
      signIn: (account) => set({ account, lost: false }),
      signOut: () => set({ account: null, lost: false }),
      lose: () => set({ account: null, lost: true }),
    }),
    {
      name: "interview.account",
      storage: createJSONStorage(() => onDevice),
      partialize: ({ account }) => ({ account }),
    },
  ),
);

/** The token of the moment, empty without an account. */
export function currentToken(): string {
  return useAccount.getState().account?.token ?? "";
}
