import { readFileSync } from "node:fs";
import { money } from "./pricing.js";

const script = readFileSync(new URL("page-script.js", import.meta.url), "utf8");

/** GET /: the shop for people. Everything works by keyboard; every field has a label. */
export async function page({ store, version }) {
  const { products } = await store.products({ page: 1, search: "" });
  const options = products.map(({ id, name, price }) => `<option value="${id}">${escape(name)}, ${money(price)}</option>`);
  return { status: 200, html: document(options.join(""), version) };
}

/** Text as HTML may hold it. */
export function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const document = (options, version) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Shop</title>
<style>body{font:1rem/1.5 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}label{display:block}</style>
<h1>Coffee things</h1>
<form id="account">
  <label>E-mail <input name="email" type="email" required></label>
  <label>Password <input name="password" type="password" minlength="8" required></label>
  <button name="do" value="register">Register</button>
  <button name="do" value="login">Sign in</button>
</form>
<form id="cart" hidden>
  <label>Product <select name="product">${options}</select></label>
  <label>Quantity <input name="quantity" type="number" value="1" min="1" max="99"></label>
  <button name="do" value="add">Add to cart</button>
  <button name="do" value="buy">Buy</button>
  <button name="do" value="logout">Sign out</button>
</form>
<p id="message" role="status"></p>
<footer>Version ${escape(version)}</footer>
<script type="module">${script}</script>
</html>
`;
