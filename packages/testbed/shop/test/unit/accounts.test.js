import assert from "node:assert/strict";
import { test } from "node:test";
import { login, tokenOf } from "../../src/accounts.js";
import { hashPassword, verifyPassword } from "../../src/passwords.js";

test("a password is recognised, another is not", async () => {
  const hash = await hashPassword("correct horse");
  assert.equal(await verifyPassword("correct horse", hash), true);
  assert.equal(await verifyPassword("wrong horse", hash), false);
  assert.equal(await verifyPassword("correct horse", "broken"), false);
});

test("the token is the one of the bearer header", () => {
  assert.equal(tokenOf({ authorization: "Bearer abcdefghijklmnop" }), "abcdefghijklmnop");
  for (const authorization of ["Basic abc", "Bearer short", undefined]) assert.equal(tokenOf({ authorization }), undefined);
});

test("a session lasts twelve hours", async () => {
  const hash = await hashPassword("correct horse");
  const sessions = [];
  const store = {
    accountByEmail: async () => ({ id: 7, hash }),
    addSession: async (session) => sessions.push(session),
  };
  const settings = { environment: "development" };
  const body = { email: "anna@example.com", password: "correct horse" };

  await login({ store, body, settings, now: Date.UTC(2026, 0, 1) });

  assert.equal(sessions[0].account, 7);
  assert.equal(sessions[0].expires.toISOString(), "2026-01-01T12:00:00.000Z");
});
