import { Problem } from "./problem.js";

const MAX_BODY_BYTES = 65_536;
export const MAX_QUANTITY = 99;

/** The JSON object that the client sent. */
export async function readJson(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Problem(413, "The body is too large.");
    chunks.push(chunk);
  }
  return parseObject(Buffer.concat(chunks).toString("utf8"));
}

/** Text → object; an empty text is an empty object. */
export function parseObject(text) {
  if (text.trim() === "") return {};
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem(400, "The body is not JSON.");
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Problem(400, "Send a JSON object.");
  return value;
}

/** A name and a password that an account may have. */
export function parseCredentials({ email, password }) {
  if (typeof email !== "string" || email.length > 254 || !/^[^@\s]+@[^@\s]+$/.test(email)) {
    throw new Problem(422, "email: an address such as anna@example.com is needed.");
  }
  if (typeof password !== "string" || password.length < 8 || password.length > 200) {
    throw new Problem(422, "password: 8 to 200 characters are needed.");
  }
  return { email: email.toLowerCase(), password };
}

/** One line of a cart. */
export function parseLine({ product, quantity = 1 }) {
  if (!Number.isInteger(product)) throw new Problem(422, "product: the number of a product is needed.");
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
    throw new Problem(422, `quantity: 1 to ${MAX_QUANTITY} is possible.`);
  }
  return { product, quantity };
}

/** `?page=` and `?search=` of the catalogue. */
export function parseListing(parameters) {
  const page = Number(parameters.get("page") ?? "1");
  if (!Number.isInteger(page) || page < 1 || page > 10_000) throw new Problem(422, "page: a whole number from 1 is needed.");
  return { page, search: (parameters.get("search") ?? "").slice(0, 100) };
}
