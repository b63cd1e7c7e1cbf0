import type { PlannedCommit } from "./history.ts";

/** How the shop came to be, first commit first: up to v2.4.0 what serves now, after it what the next release brings. */
export const shopCommits: readonly PlannedCommit[] = [
  { author: "sarah", message: "chore: start the shop", adds: ["package.json", ".gitignore", "src/settings.js"] },
  { author: "marcus", message: "feat(catalogue): list the products", adds: ["src/store.js", "src/catalogue.js"] },
  { author: "aisha", message: "feat: answer over HTTP", adds: ["src/problem.js", "src/input.js", "src/app.js"] },
  {
    author: "marcus",
    message: "feat: connect to PostgreSQL and stop gracefully",
    adds: ["src/database.js", "src/server.js"],
  },
  { author: "ines", message: "docs: how to run and ask it", adds: ["README.md"] },
  {
    author: "aisha",
    message: "feat(accounts): register, sign in, sign out",
    adds: ["src/accounts.js", "src/passwords.js"],
  },
  {
    author: "ines",
    message: "test: inputs and accounts",
    adds: ["test/unit/input.test.js", "test/unit/accounts.test.js", "test/unit/settings.test.js", "tools/test.js"],
  },
  { author: "sarah", message: "chore(release): v2.2.0", adds: ["CHANGELOG.md"], release: "v2.2.0" },
  { author: "aisha", message: "feat(cart): put products into a cart", adds: ["src/cart.js", "src/pricing.js"] },
  { author: "ines", message: "test(pricing): shipping and totals", adds: ["test/unit/pricing.test.js"] },
  {
    author: "marcus",
    message: "feat(checkout): charge through the payment service\n\nRefs: #31",
    adds: ["src/payments.js"],
  },
  { author: "aisha", message: "feat(page): a page for people", adds: ["src/page.js", "src/page-script.js"] },
  {
    author: "ines",
    message: "test(e2e): buy as a customer does",
    adds: ["test/e2e/shop.spec.js", "playwright.config.js", "tools/e2e.js", "tools/browser.js"],
  },
  {
    author: "sarah",
    message: "chore(release): v2.3.0",
    edits: [
      { path: "package.json", before: '"version": "2.2.0"', after: '"version": "2.3.0"' },
      {
        path: "CHANGELOG.md",
        before: "# Changelog\n\n## [2.2.0]",
        after: `# Changelog

## [2.3.0] - 2026-09-08

### Features

- **checkout:** charge through the payment service
- **page:** a page for people

## [2.2.0]`,
      },
    ],
    release: "v2.3.0",
  },
  {
    author: "marcus",
    message: "test: the whole service against a real database",
    adds: ["test/integration/shop.test.js", "tools/embedded-database.js", "tools/database.js"],
  },
  {
    author: "aisha",
    message: "test: handlers and statements",
    adds: ["test/unit/handlers.test.js", "test/unit/store.test.js"],
  },
  {
    author: "sarah",
    message: "ci: look for insecure code",
    adds: ["eslint.config.js", "tools/sarif.js", "tools/security.js"],
  },
  {
    author: "sarah",
    message: "ci: release with Release Command",
    adds: [".github/release-command.yml", ".github/CODEOWNERS"],
  },
  {
    author: "sarah",
    message: "chore(release): v2.4.0",
    edits: [
      { path: "package.json", before: '"version": "2.3.0"', after: '"version": "2.4.0"' },
      {
        path: "CHANGELOG.md",
        before: "# Changelog\n\n## [2.3.0]",
        after: `# Changelog

## [2.4.0] - 2026-10-06

### Features

- **cart:** orders of 100 EUR and more are ten percent off
- **accounts:** a sandbox account for smoke tests

### Bug Fixes

- **payments:** an order is kept when the payment service does not answer

## [2.3.0]`,
      },
    ],
    release: "v2.4.0",
  },
  {
    author: "marcus",
    message: "feat(catalogue): find products by a part of their name\n\nRefs: #42",
    edits: [
      {
        path: "src/store.js",
        before: "    async products({ page }) {",
        after: "    async products({ page, search }) {",
      },
      {
        path: "src/store.js",
        before: "         ORDER BY id LIMIT $1 OFFSET $2`,",
        after: "         WHERE name ILIKE $3 ORDER BY id LIMIT $1 OFFSET $2`,",
      },
      {
        path: "src/store.js",
        before: "PAGE_SIZE, (page - 1) * PAGE_SIZE],",
        after: 'PAGE_SIZE, (page - 1) * PAGE_SIZE, `%${search.replaceAll(/[\\\\%_]/g, "\\\\$&")}%`],',
      },
    ],
  },
  {
    author: "aisha",
    message: "fix(accounts): answer an unknown address as slowly as a wrong password",
    edits: [
      {
        path: "src/accounts.js",
        before:
          '  if (account === undefined) throw new Problem(401, "Address or password is wrong.");\n  const matches = await verifyPassword(password, account.hash);\n  if (!matches)',
        after:
          "  // The same work for an unknown address: the time of the answer must not tell who is a customer.\n  const matches = await verifyPassword(password, account?.hash ?? NOBODY);\n  if (account === undefined || !matches)",
      },
      {
        path: "src/accounts.js",
        before: "groups.token;\n}\n",
        after: 'groups.token;\n}\n\nconst NOBODY = `${"0".repeat(32)}:${"0".repeat(64)}`;\n',
      },
    ],
  },
  {
    author: "ines",
    message: "test(e2e): a wrong password is refused in words",
    edits: [
      {
        path: "test/e2e/shop.spec.js",
        before: "is on its way\\.$/);\n});\n",
        after: `is on its way\\.$/);
});

test("a wrong password is refused in words", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("E-mail").fill("nobody@example.com");
  await page.getByLabel("Password").fill("wrong horse");

  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("status")).toHaveText("Address or password is wrong.");
});
`,
      },
    ],
  },
  {
    author: "marcus",
    message: "fix(payments): wait three seconds for the payment service, not for ever",
    edits: [
      { path: "src/payments.js", before: "/** Asks", after: "const TIMEOUT_MS = 3_000;\n\n/** Asks" },
      {
        path: "src/payments.js",
        before: "cents }),\n    });",
        after: "cents }),\n      signal: AbortSignal.timeout(TIMEOUT_MS),\n    });",
      },
    ],
  },
  {
    author: "marcus",
    message: "perf(database): give an idle connection back after a second",
    edits: [
      { path: "src/database.js", before: "    max: 1,\n", after: "    max: 1,\n    idleTimeoutMillis: 1_000,\n" },
    ],
  },
  {
    author: "aisha",
    message: "feat(page): show the version that answers",
    edits: [
      {
        path: "src/page.js",
        before: '<p id="message" role="status"></p>\n',
        after: '<p id="message" role="status"></p>\n<footer>Version ${escape(version)}</footer>\n',
      },
    ],
  },
  {
    author: "ines",
    message: "docs(readme): the search, and the sandbox account",
    edits: [
      { path: "README.md", before: "`GET /products?page=1`", after: "`GET /products?page=1&search=cup`" },
      {
        path: "README.md",
        before: "| `SMOKE_PASSWORD` | creates the sandbox account |",
        after: "| `SMOKE_PASSWORD` | creates the sandbox account `smoke@shop.example`; its orders cost nothing |",
      },
    ],
  },
];
