// Signing in and out, in a real browser. The journeys go on with the session that is opened here.
import { expect, test } from "@playwright/test";
import { codeOf, isAccessible, signIn } from "./helpers";

test("a wrong password is told in a sentence, the right one opens the situation, signing out closes it", async ({ page }) => {
  await page.goto("/records/kr.demo-police:ofac-99000000");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await isAccessible(page);
  await page.goto("/");

  await page.locator("#sign-in-name").fill("supervisor");
  await page.locator("#sign-in-password").fill("not the password of anybody");
  await page.locator("#sign-in-code").fill(codeOf("supervisor"));
  await page.locator("form button[type=submit]").click();
  await expect(page.getByRole("alert")).toContainText("Name, password or code is wrong");
  await isAccessible(page);

  await signIn(page, "supervisor");
  await expect(page).toHaveURL(/\/situation$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Situation");
  const cookies = await page.context().cookies();
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([{ httpOnly: true, sameSite: "Strict" }]);

  await page.locator('[data-kind="who"] button').first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect((await page.request.get("/situation.json")).status()).toBe(401);
});

test("an administrator is told why there is nothing to see", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, "administrator");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("link", { name: "Import" })).toHaveCount(0);
  await isAccessible(page);
});

test("an analyst signs in", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, "analyst");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Situation");
  await page.context().storageState({ path: process.env["LIAISON_SIGNED_IN"]! });
});
