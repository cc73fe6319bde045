// Journeys of an officer, in a real browser, with a real node.
import { expect, test } from "@playwright/test";
import { isAccessible, open, reports, saysNoName } from "./helpers";

test("journey 1: the answers 59, 60, 61, 63 and 64 stand side by side with their sources", async ({ page }) => {
  await open(page, "/");

  await expect(page).toHaveURL(/\/situation$/);
  const table = page.getByRole("table", { name: /South Koreans held over scam cases/ });
  for (const [value, publisher] of [["59", "Media Selangor"], ["60", "gaming trade news"], ["61", "Lao Dong"], ["63", "NationPress"], ["64", "CNewsLive"]]) {
    await expect(table.getByRole("row").filter({ hasText: publisher! }).filter({ hasText: value! })).toHaveCount(1);
  }
  await expect(page.getByRole("note", { name: "Handling" })).toContainText("TLP:CLEAR");
  await isAccessible(page);
});

test("journey 4: someone is found across scripts, and the variant that matched is named", async ({ page }) => {
  await open(page, "/situation");

  for (const text of ["장수영", "Jang Su-young"]) {
    await page.keyboard.press("/");
    await page.keyboard.insertText(text);
    await expect(page).toHaveURL(/\/search\/s-/);
    await expect(page.locator("mark").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Sooyeong CHANG" })).toBeVisible();
    await saysNoName(page, "장수영", "Jang");
    await page.locator("#search-text").fill("");
    await page.keyboard.press("Escape");
    await page.locator("#main").focus();
  }
  await page.keyboard.press("/");
  await page.keyboard.insertText("phnom");
  await expect(page.getByRole("link", { name: "Phnom Penh", exact: true })).toBeVisible();
  await isAccessible(page);
});

test("journey 4, the keyboard alone: from the field to the record and its evidence", async ({ page }) => {
  await open(page, "/situation");

  await page.keyboard.press("/");
  await page.keyboard.insertText("Jang Su-young");
  await expect(page.getByRole("button", { name: "2 records" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/records\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/CHANG|Jang/);
  await saysNoName(page, "CHANG", "Jang");
  await page.keyboard.press("e");
  await expect(page.getByRole("complementary", { name: "Evidence" })).toBeVisible();
  for (const tab of ["Statements", "Links", "Timeline", "Documents", "History"]) {
    await page.keyboard.press("]");
    await expect(page.getByRole("link", { name: new RegExp(`^${tab}`) })).toHaveAttribute("aria-current", "page");
    await isAccessible(page);
  }
});

test("journey 6: figures are told apart, one is preferred, and all originals remain", async ({ page }) => {
  await open(page, "/situation");
  const table = page.getByRole("table", { name: /South Koreans held/ });
  const judge = async (row: RegExp, button: string, reason: string) => {
    await table.getByRole("row").filter({ hasText: row }).first().click();
    await page.getByRole("button", { name: button }).click();
    await page.getByLabel("Reason").fill(reason);
    await page.getByRole("button", { name: "Write to the journal" }).click();
    await expect(page.getByText(/^Receipt \d+$/)).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  };

  await judge(/gaming trade news/, "Different question", "those detained, not those flown home");
  await judge(/Chosun Biz/, "Preferred, because …", "the settled count of the charter flight");

  await expect(page.getByText("Taken out of this question by an analyst")).toBeVisible();
  await expect(page.getByText("those detained, not those flown home")).toBeVisible();
  const preferred = table.getByRole("row").filter({ hasText: "Chosun Biz" });
  await expect(preferred).toContainText("preferred");
  await expect(preferred).toContainText("the settled count of the charter flight");
  for (const publisher of ["Media Selangor", "Lao Dong", "NationPress", "CNewsLive"]) {
    await expect(table.getByRole("row").filter({ hasText: publisher })).toHaveCount(1);
  }
  await isAccessible(page);
});

test("journey 3: a table is imported, two rows are mended in place, and the import is undone", async ({ page }) => {
  await open(page, "/import");

  await page.setInputFiles("#file", { name: "reports-2025.csv", mimeType: "text/csv", buffer: Buffer.from(reports()) });
  await expect(page.getByRole("heading", { name: "What the columns mean" })).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.locator(".tag.ok", { hasText: "in the journal" })).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await expect(page.getByRole("heading", { name: "12 rows were set aside" })).toBeVisible();
  for (const row of [12, 42]) await page.getByLabel(`report number, row ${row}`, { exact: true }).fill(`R-2025-9${row}`);
  await page.getByRole("button", { name: "Import 2 mended rows" }).click();
  await expect(page.getByRole("heading", { name: "10 rows were set aside" })).toBeVisible();
  await expect(page.locator(".sum")).toContainText("320");
  await isAccessible(page);
  await page.getByRole("button", { name: "Undo the import" }).click();
  await page.getByLabel("Reason").fill("the wrong file");
  await page.getByRole("button", { name: "Withdraw everything it brought" }).click();
  await expect(page.getByText(/^Receipt \d+$/)).toBeVisible();
});

test("a covered person is uncovered only for a purpose, and covers again", async ({ page }) => {
  await open(page, "/search?dataset=demo-caseload&schema=Person");

  await page.locator("tbody tr").first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("covered");
  await page.getByRole("button", { name: /Reveal with a purpose/ }).first().click();
  await expect(page.getByText(/A look is recorded/)).toBeVisible();
  await page.getByRole("button", { name: "Record the look and uncover" }).click();
  const isOpen = page.getByText(/Uncovered until/);
  const isRefused = page.getByRole("alert");
  await expect(isOpen.or(isRefused)).toBeVisible();
  if (await isOpen.isVisible()) {
    await page.getByRole("button", { name: "Cover now" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("covered");
  }
});

test("a script in a name is text, and a control that turns text around is shown by its code", async ({ page }) => {
  const bad = 'report number,name\nR-1,"<img src=x onerror=window.hurt=1> \u202Egnp.exe"\nR-2,Someone Else\n';
  await open(page, "/import");
  await page.setInputFiles("#file", { name: "bad.csv", mimeType: "text/csv", buffer: Buffer.from(bad) });

  await expect(page.getByText("U+202E")).toBeVisible();
  await expect(page.getByText("<img src=x onerror=window.hurt=1>")).toBeVisible();
  expect(await page.evaluate(() => "hurt" in window)).toBe(false);
});

for (const [language, situation, search] of [["ko", "상황", "인물·조직"], ["km", "ស្ថានភាព", "មនុស្ស និងអង្គការ"]] as const) {
  test(`the screens stand in ${language}`, async ({ page }) => {
    await page.addInitScript((tag) => localStorage.setItem("liaison-language", tag), language);

    await open(page, "/situation");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(situation);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await isAccessible(page);
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(search);
    await isAccessible(page);
    await open(page, "/records/kr.demo-police:ofac-99000000");
    await isAccessible(page);
  });
}

test("a deep link to nothing and a lost node are told in a sentence", async ({ page }) => {
  await open(page, "/records/nobody");
  await expect(page.getByRole("heading", { name: "Nothing is here" })).toBeVisible();

  await page.route("**/situation.json*", (route) => route.abort());
  await page.getByRole("link", { name: "Situation" }).click();
  await expect(page.getByRole("alert")).toContainText("The node does not answer");
  await page.unroute("**/situation.json*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: /South Koreans held/ })).toBeVisible();
});

test("at 320 pixels nothing has to be scrolled sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const address of ["/situation", "/search", "/records/kr.demo-police:ofac-99000000", "/import"]) {
    await open(page, address);
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(inner, address).toBeLessThanOrEqual(outer!);
  }
});

test("a key press is painted within 100 ms", async ({ page }) => {
  await open(page, "/search?schema=Person");
  const took = await page.evaluate(async () => {
    const start = performance.now();
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    return performance.now() - start;
  });
  expect(took).toBeLessThan(100);
});
