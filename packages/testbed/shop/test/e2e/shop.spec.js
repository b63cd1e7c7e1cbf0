import { expect, test } from "@playwright/test";

test("the page shows the catalogue", async ({ page }) => {
  await page.goto("/");

  await expect(page.getByRole("heading", { name: "Coffee things" })).toBeVisible();
  await expect(page.locator("option")).not.toHaveCount(0);
});

test("a new customer registers, signs in and buys", async ({ page }) => {
  const email = `e2e-${Date.now()}-${Math.random().toString(36).slice(2)}@example.com`;
  const status = page.getByRole("status");
  await page.goto("/");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("correct horse");

  await page.getByRole("button", { name: "Register" }).click();
  await expect(status).toHaveText("Welcome! You can sign in now.");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(status).toHaveText("You are signed in.");
  await page.getByLabel("Product").selectOption({ label: "Hand grinder, 79.00 EUR" });
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(status).toHaveText("In your cart: 79.00 EUR");
  await page.getByRole("button", { name: "Buy" }).click();
  await expect(status).toHaveText(/^Thank you\. Order \d+ is on its way\.$/);
});

test("a wrong password is refused in words", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("E-mail").fill("nobody@example.com");
  await page.getByLabel("Password").fill("wrong horse");

  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("status")).toHaveText("Address or password is wrong.");
});
