import { switches } from "./randomness.ts";

/** `$DB_PASSWORD`, `$user->password`, `${X}`, `$(cat file)`: says where a secret is. `$A3ae68d9…` and `$Pa55w0rd!` say the secret. */
export function isReference(value: string): boolean {
  if (!/^\$[{(A-Za-z_]/.test(value)) return false;
  if (/^\$[{(]/.test(value)) return true;
  if (/^\$\w{4,40}[!#%^&*?~]{1,3}$/.test(value) && /\d/.test(value)) return false;
  return !(value.match(/[A-Za-z\d]{12,}/g) ?? []).some(
    (run) => (run.match(/\d/g)?.length ?? 0) >= 3 && switches(run) >= 0.2,
  );
}
