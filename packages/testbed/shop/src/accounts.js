import { randomBytes } from "node:crypto";
import { parseCredentials } from "./input.js";
import { hashPassword, verifyPassword } from "./passwords.js";
import { Problem } from "./problem.js";

const SESSION_MS = 12 * 3_600_000;
export const SMOKE_ACCOUNT = "smoke@shop.example";

/** POST /register */
export async function register({ store, body }) {
  const { email, password } = parseCredentials(body);
  const account = await store.addAccount({ email, hash: await hashPassword(password), sandbox: false });
  if (account === undefined) throw new Problem(409, "There is an account with this address.");
  return { status: 201, json: { email } };
}

/** POST /login: a token for the header `Authorization: Bearer …`. */
export async function login({ store, body, now }) {
  const { email, password } = parseCredentials(body);
  const account = await store.accountByEmail(email);
  // The same work for an unknown address: the time of the answer must not tell who is a customer.
  const matches = await verifyPassword(password, account?.hash ?? NOBODY);
  if (account === undefined || !matches) throw new Problem(401, "Address or password is wrong.");
  const token = randomBytes(24).toString("base64url");
  await store.addSession({ token, account: account.id, expires: new Date(now + SESSION_MS) });
  return { status: 200, json: { token } };
}

/** GET /account */
export async function account({ store, customer }) {
  return { status: 200, json: { email: customer.email, orders: await store.ordersOf(customer.id) } };
}

/** POST /logout */
export async function logout({ store, token }) {
  await store.endSession(token);
  return { status: 204 };
}

/** The customer whose token this is. */
export async function customerOf(store, token, now) {
  const customer = token === undefined ? undefined : await store.accountByToken(token, new Date(now));
  if (customer === undefined) throw new Problem(401, "Sign in first: POST /login, then send the token.");
  return customer;
}

/** `Bearer abc` → `abc` */
export function tokenOf(headers) {
  return /^Bearer (?<token>[\w-]{16,100})$/.exec(headers.authorization ?? "")?.groups.token;
}

const NOBODY = `${"0".repeat(32)}:${"0".repeat(64)}`;
