/** Making, renewing and leaving the guest account. */
import { type Account, useAccount } from "@/shared/account/account";
import type { SignedIn } from "@/shared/wire/http.gen";
import { request } from "./request";

const RENEW_BEFORE_MS = 7 * 86_400_000;

function accountOf(signed: SignedIn): Account {
  return { token: signed.token, userId: signed.user_id, name: signed.name, expiresAt: signed.expires_at };
}

/** Makes a guest account with a display name, and signs in with it. */
export async function becomeGuest(name: string): Promise<Account> {
  const account = accountOf(await request<SignedIn>("/api/guests", { method: "POST", body: { name } }));
  useAccount.getState().signIn(account);
  return account;
}

/** Renews the token when it ends within a week; a failure leaves it as it is. */
export async function renewToken(now: number): Promise<void> {
  const { account, signIn } = useAccount.getState();
  if (!account || account.expiresAt - now > RENEW_BEFORE_MS) return;
  try {
    signIn(accountOf(await request<SignedIn>("/api/token/refresh", { method: "POST" })));
  } catch {
    // It is asked again at the next start; until it ends the old token serves.
  }
}
