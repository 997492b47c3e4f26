/** Who one is on this device: a guest account, made when it is first needed. The token is the account. */
import { create } from "zustand";
import { persist } from "zustand/middleware";

export interface Account {
  token: string;
  userId: string;
  name: string;
  /** ms since the Unix epoch. */
  expiresAt: number;
}

interface AccountStore {
  account: Account | null;
  signIn: (account: Account) => void;
  signOut: () => void;
}

export const useAccount = create<AccountStore>()(
  persist(
    (set) => ({
      account: null,
      signIn: (account) => set({ account }),
      signOut: () => set({ account: null }),
    }),
    { name: "interview.account", partialize: ({ account }) => ({ account }) },
  ),
);

/** The token of the moment, empty without an account. */
export function currentToken(): string {
  return useAccount.getState().account?.token ?? "";
}
