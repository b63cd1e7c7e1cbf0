import type { SmokeCategory } from "#machine";

/** A piece of configuration to copy, for each category. */
const starters: { readonly [C in SmokeCategory]: string } = {
  api: `smoke:
  api:
    - { name: health, path: /health }`,
  database: `smoke:
  database:
    - { name: main, urlFrom: DATABASE_URL }`,
  external: `smoke:
  external:
    - { name: payments, url: https://pay.example.com/health, statusUrl: https://status.example.com/api/v2/status.json, fallback: orders are queued }`,
  auth: `smoke:
  auth:
    - { name: login, method: POST, path: /login, json: { user: "{{SMOKE_USER}}", password: "{{SMOKE_PASSWORD}}" }, capture: { token: token } }
    - { name: protected call, path: /me, headers: { authorization: "Bearer {{token}}" } }
    - { name: logout, method: POST, path: /logout }`,
  paths: `smoke:
  paths:
    - name: checkout
      steps:
        - { name: add to cart, method: POST, path: /cart, json: { item: 1 }, capture: { cart: id } }
        - { name: pay, method: POST, path: "/cart/{{cart}}/pay" }`,
};

/** Why a category without checks fails, with an example to copy. */
export function missingCategory(category: SmokeCategory): string {
  return `No ${category} checks are configured, so nothing was proved. Add checks:\n${starters[category]}\nor say why there are none: smoke: { ${category}: { none: "reason" } }`;
}
