import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(scrypt);
const KEY_BYTES = 32;

/** `salt:key`, in hex; a new salt each time. */
export async function hashPassword(password) {
  const salt = randomBytes(16);
  const key = await derive(password, salt, KEY_BYTES);
  return `${salt.toString("hex")}:${key.toString("hex")}`;
}

/** Whether the password is the one behind the hash; takes as long when it is not. */
export async function verifyPassword(password, hash) {
  const [salt = "", key = ""] = hash.split(":");
  const expected = Buffer.from(key, "hex");
  if (expected.length !== KEY_BYTES) return false;
  return timingSafeEqual(await derive(password, Buffer.from(salt, "hex"), KEY_BYTES), expected);
}
