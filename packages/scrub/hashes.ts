import { switches } from "./randomness.ts";
import type { SecretShape } from "./shapes.ts";

/** Hashes of passwords: who has one may try words on it. */
export const hashes: readonly SecretShape[] = [
  {
    kind: "password-hash",
    // What crypt(3) and its followers share: a method, perhaps settings and a salt, and at the end the hash itself.
    pattern:
      /(?:\$|\b(?=(?:pbkdf2|scrypt|bcrypt|argon2)[\w:]{0,40}\$))(?<method>[A-Za-z\d][\w:-]{0,40})(?:,[a-z]{1,10}=\d{1,10}){0,4}\$(?:[./A-Za-z\d=,+-]{0,100}\$){0,5}(?<hash>[./A-Za-z\d+-]{20,200}={0,2})/g,
    confirms: (_, { groups: { method = "", hash = "" } }) =>
      /^\d[a-z]?$/.test(method) ? /\d|[a-z][A-Z]/.test(hash) : /\d.*\d/.test(hash) && switches(hash) >= 0.2,
  },
  {
    kind: "password-hash",
    // As directories of people keep them.
    pattern: /\{(?:S?SHA(?:-?\d{3})?|S?MD5|CRYPT)\}[A-Za-z\d+/$.]{20,200}={0,2}/gi,
  },
];
