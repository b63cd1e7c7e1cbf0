import { expect, it } from "@jest/globals";

import { planRelease } from "#stages";

import { foundCompany } from "./company.ts";
import { workplaceIn } from "./drivers.ts";

it("refuses a version that hides what changed, unless somebody says so", async () => {
  const company = await foundCompany();
  await company.push("develop", "feat!: drop the old cart\n\nBREAKING CHANGE: use the new one", {
    "cart.txt": "new\n",
  });
  const workplace = await workplaceIn(company);
  const command = { type: "standard", version: "patch" } as const;

  const refused = planRelease(workplace, command);
  await expect(refused).rejects.toMatchObject({
    code: "policy",
    message: expect.stringMatching(/^Version 1\.0\.1 is too low: .* breaking change, which asks for 2\.0\.0$/),
    hint: expect.stringContaining("--allow-lower-version"),
  });

  const { plan, notes } = await planRelease(workplace, { ...command, allowLowerVersion: true });
  expect(plan.releaseVersion).toBe("1.0.1");
  expect(notes).toContainEqual(expect.stringMatching(/^Version 1\.0\.1 was allowed, although/));
});

it("writes the changelog that the configuration asks for", async () => {
  const changelogSettings = {
    types: [{ type: "docs", section: "Documentation" }],
    tickets: { url: "https://tickets.example/{id}", keys: ["SHOP"] },
  };
  const company = await foundCompany({ settings: [[["changelog"], changelogSettings]] });
  await company.push("develop", "docs: explain the cart SHOP-7", { "cart.txt": "explained\n" });

  const { changelog } = await planRelease(await workplaceIn(company), { type: "standard", version: "minor" });

  expect(changelog.markdown).toContain(
    "### Documentation\n\n- explain the cart [SHOP-7](https://tickets.example/SHOP-7)",
  );
  expect(changelog.markdown).toContain("First contribution: ");
});
