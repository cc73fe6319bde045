// Signing in and out, in a real browser. The journeys go on with the sessions that are opened here.
import { expect, test } from "@playwright/test";
import { codeOf, isAccessible, LANGUAGES, nodeOf, passwordOf, sessionOf, signIn, wordsOf } from "./helpers";

test.use({ baseURL: nodeOf("en") });

test("a wrong password is told in a sentence, the right one opens the situation, signing out closes it", async ({
  page,
}) => {
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
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: "Strict" },
  ]);

  await page.locator('[data-kind="who"] button').first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect((await page.request.get("/situation.json")).status()).toBe(401);
});

test("an administrator sees neither a field for searching nor a record, and is told why", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, "administrator");

  await expect(page.getByRole("alert")).toContainText("This screen is for other roles");
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "Screens" }).getByRole("link")).toHaveCount(0);
  await isAccessible(page);
  const answers: string[] = [];
  for (const id of ["kr.demo-police:ofac-99000000", "nobody"]) {
    await page.goto(`/records/${id}`);
    await expect(page.getByRole("heading", { name: "Nothing is here" })).toBeVisible();
    answers.push(await page.locator("main").innerText());
  }
  expect(answers[0]).toBe(answers[1]);
});

for (const language of LANGUAGES) {
  test(`an analyst signs in with the keyboard alone, in ${language}`, async ({ page }) => {
    const say = wordsOf(language);
    await page.addInitScript((tag) => localStorage.setItem("liaison-language", tag), language);
    await page.goto(`${nodeOf(language)}/sign-in`);
    await expect(page.getByRole("heading", { name: say("web-sign-in") })).toBeVisible();
    await isAccessible(page);

    await page.keyboard.type("analyst");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(passwordOf("analyst"));
    await page.keyboard.press("Tab");
    await page.keyboard.type(codeOf("analyst"));
    await page.keyboard.press("Enter");

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("web-screen-situation"));
    await page.context().storageState({ path: sessionOf(language) });
  });
}
