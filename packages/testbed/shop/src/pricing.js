/** Ten percent off from this many cents. */
const DISCOUNT_FROM = 10_000;
const SHIPPING = 490;
const FREE_SHIPPING_FROM = 5_000;

/** What a cart costs, in cents. `lines` = [{ price, quantity }]. */
export function priceOf(lines) {
  const goods = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const discount = goods >= DISCOUNT_FROM ? Math.round(goods * 0.1) : 0;
  const shipping = goods === 0 || goods >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
  return { goods, discount, shipping, total: goods - discount + shipping };
}

/** 123456 → "1,234.56 EUR" */
export function money(cents) {
  return `${(cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })} EUR`;
}
