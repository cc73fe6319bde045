// Every screen and state: accessible in each language, harmless with bad data, usable when narrow.
import { expect, test, type Page } from "@playwright/test";
import { isAccessible, LANGUAGES, open, wordsOf } from "./helpers";

const person = "/records/kr.demo-police:ofac-99000000";
const covered = "/search?dataset=demo-caseload&schema=Person";
const blur = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

const parts: Record<string, string[]> = {
  "the situation": [
    "/situation",
    ...["questions", "figures", "events", "places"].map((view) => `/situation?view=${view}`),
  ],
  reports: [
    "/inbox",
    "/reports?day=2025-09-01",
    "/reports?view=late&stage=located",
    "/reports?view=settled&month=2025-03",
    "/reports/demo-report-00001?day=2025-09-01",
    "/reports/nobody",
    "/reports/new",
  ],
  cases: ["/cases", "/cases?mine=true", "/cases/nobody", "/screening", "/screening/nobody"],
  compounds: [
    "/compounds",
    "/compounds?status=raided&disputed=true",
    "/compounds/demo-compound-001",
    "/compounds/nobody",
    "/travel",
    "/travel?all=true&country=kh",
  ],
  "lists and imports": ["/search", covered, "/estimate", "/import", "/activity", "/records/nobody", "/nowhere"],
  "one's own account": ["/account", "/looks"],
  "a record": [
    person,
    ...["statements", "links", "timeline", "documents", "similar", "history"].map((tab) => `${person}?tab=${tab}`),
  ],
};
for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(({ page }) => page.addInitScript((tag) => localStorage.setItem("liaison-language", tag), language));

    for (const [part, addresses] of Object.entries(parts)) {
      test(`nothing that WCAG 2.2 AA forbids stands on the screens of ${part}`, async ({ page }) => {
        for (const address of addresses) {
          await open(page, address);
          await expect(page.locator("html")).toHaveAttribute("lang", language);
          await test.step(address, () => isAccessible(page));
        }
      });
    }

    test("nothing that WCAG 2.2 AA forbids stands in palette, keys and preview", async ({ page }) => {
      const say = wordsOf(language);
      await open(page, "/search");
      for (const [key, dialog] of [
        ["Control+k", "web-palette"],
        ["?", "web-keys"],
      ]) {
        await blur(page);
        await page.keyboard.press(key!);
        await expect(page.getByRole("dialog", { name: say(dialog!) })).toBeVisible();
        await test.step(dialog!, () => isAccessible(page));
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("j");
      await page.keyboard.press(" ");
      await expect(page.getByRole("complementary", { name: say("web-preview") })).toBeVisible();
      await test.step("preview", () => isAccessible(page));
    });
  });
}

test("while a list is slow its rows are sketched, and a failure is told with its code", async ({ page }) => {
  let answer: (() => void) | undefined;
  await page.route("**/search.json*", async (route) => {
    await new Promise<void>((done) => (answer = done));
    await route.continue();
  });
  await page.goto("/search");
  await expect(page.locator(".skeleton").first()).toBeVisible();
  await isAccessible(page);
  answer?.();
  await expect(page.getByRole("table", { name: "Results" })).toBeVisible();
  await page.unroute("**/search.json*");

  const problem = {
    type: "urn:liaison:problem:busy",
    title: "The node is busy",
    detail: "Ask again in a moment.",
    code: "busy",
    status: 503,
  };
  await page.route("**/search.json*", (route) =>
    route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("busy");
  await isAccessible(page);
  await page.unroute("**/search.json*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("table", { name: "Results" })).toBeVisible();
});

test("of a hundred thousand hits one page is listed, and the last that can be reached says so", async ({ page }) => {
  await page.route("**/search.json*", async (route) => {
    const response = await route.fetch({
      url: route
        .request()
        .url()
        .replace(/offset=\d+&?/, ""),
    });
    await route.fulfill({ response, json: { ...(await response.json()), total: 100_000, offset: 9_450 } });
  });
  await open(page, "/search?offset=9450");

  await expect(page.getByRole("button", { name: "100,000 records" })).toBeVisible();
  await expect(page.getByRole("button", { name: "After" })).toBeDisabled();
  await expect(page.getByText("Later pages cannot be reached: narrow the search with filters.")).toBeVisible();
  await isAccessible(page);
});

test("a covered person is uncovered only for a purpose, and covers again", async ({ page }) => {
  await open(page, covered);

  await page.locator("tbody tr").first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("covered");
  await page
    .getByRole("button", { name: /Reveal with a purpose/ })
    .first()
    .click();
  await expect(page.getByText(/A look is recorded/)).toBeVisible();
  await isAccessible(page);
  // No purpose stands there already: whoever looks says why.
  await page.getByRole("button", { name: "Record the look and uncover" }).click();
  await expect(page.locator("#purpose")).toBeFocused();
  await page.locator("#purpose").selectOption("criminal-investigation");
  await page.getByRole("button", { name: "Record the look and uncover" }).click();
  await expect(page.getByText(/Uncovered until/).or(page.getByRole("alert"))).toBeVisible();
  if (await page.getByText(/Uncovered until/).isVisible()) {
    await isAccessible(page);
    await page.getByRole("button", { name: "Cover now" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("covered");
  }
});

test("the banner says how the strictest thing on the screen is handled, on every tab", async ({ page }) => {
  await open(page, covered);
  await page.locator("tbody tr").first().getByRole("link").click();
  const banner = page.getByRole("note", { name: "Handling" });
  await expect(banner).toContainText("ORIGINATOR ONLY");
  for (const tab of ["statements", "links", "timeline", "documents", "similar", "history"]) {
    await page.keyboard.press("]");
    await expect(page).toHaveURL(new RegExp(`tab=${tab}`));
    await expect(banner).toContainText("ORIGINATOR ONLY");
  }
  await page.goto("/import");
  await expect(banner).toContainText("Nothing that is marked");
  await expect(banner).not.toContainText("items");
});

test("the palette is for fingers on keys: what is typed is found, Enter goes there", async ({ page }) => {
  await open(page, "/situation");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("activ");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/activity$/);
});

test("a list that filters or a moment leave empty is not called a node without anything", async ({ page }) => {
  for (const asked of ["from=2020-05&to=2020-01", "known_on=2020-01-01T00:00:00Z"]) {
    await open(page, `/search?${asked}`);
    await expect(page.getByText("Nothing was found")).toBeVisible();
    await expect(page.locator("main").getByRole("link", { name: "Import" })).toHaveCount(0);
  }
});

test("a text of marks alone is told what it lacks", async ({ page }) => {
  await open(page, "/situation");
  await page.keyboard.press("/");
  await page.keyboard.insertText("«»");
  await expect(page.getByRole("heading", { name: /neither words nor numbers/ })).toBeVisible();
  await expect(page.getByText("Type a word, a name or a number beside the marks.")).toBeVisible();
  await isAccessible(page);
});

test("a search that is forgotten is no list to go back to", async ({ page }) => {
  await open(page, "/situation");
  await page.keyboard.press("/");
  await page.keyboard.insertText("Poipet");
  await expect(page).toHaveURL(/\/search\/s-/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save search" }).click();
  await page.locator("#search-name").fill("to be forgotten");
  await page.keyboard.press("Enter");
  const kept = page.url();
  await open(page, person);
  await expect(page.getByRole("link", { name: "‹ Results" }).first()).toBeVisible();

  await open(page, kept);
  await page.getByRole("button", { name: "Forget the search to be forgotten" }).click();
  await expect(page).toHaveURL(/\/search$/);
  await open(page, person);
  await expect(page.getByRole("link", { name: "‹ People & organisations" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "‹ Results" })).toHaveCount(0);
  await open(page, kept);
  await expect(page.getByRole("heading", { name: "This search is not known" })).toBeVisible();
  await open(page, person);
  await expect(page.getByRole("link", { name: "‹ Results" })).toHaveCount(0);
});

test("figures of other units than people say theirs, and all times their zone", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("liaison-language", "ko"));
  await open(page, "/situation?view=figures");
  const rows = page.locator("tbody");
  for (const unit of ["명", "건", "곳", "퍼센트", "USD"]) await expect(rows).toContainText(unit);
  await page.locator('[data-kind="known"] button').first().click();
  await expect(page.getByLabel(/\(KST\)/)).toBeVisible();
});

test("a print says which node, when, how handled and who, and is recorded first", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => undefined));
  await open(page, person);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".printed")).toContainText("Not printed: print with the button of the screen");

  await page.emulateMedia({ media: "screen" });
  await blur(page);
  await page.keyboard.press("p");
  await expect(page.getByRole("dialog")).toContainText("recorded among the looks under your name, analyst");
  await isAccessible(page);
  await page.locator("#print-purpose").selectOption("criminal-investigation");
  await page.getByRole("button", { name: "Record it and print" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });

  const paper = page.locator(".printed");
  await expect(paper).toBeVisible();
  for (const text of [
    "kr.demo-police",
    "TLP:",
    "analyst",
    "KST",
    "chain of looks",
    "Working copy of a screen",
    "Sources",
    "Prepared by",
  ])
    await expect(paper).toContainText(text);
  await expect(page.locator(".record")).toBeHidden();
});

test("a script in a name is text, a control that turns text around is shown by its code, a long value is cut", async ({
  page,
}) => {
  const long = "word ".repeat(20_000);
  const bad = `report number,name,notes\nR-1,"<img src=x onerror=window.hurt=1> \u202Egnp.exe",${long}\nR-2,Someone Else,\n`;
  await open(page, "/import");
  await page.setInputFiles("#file", { name: "bad.csv", mimeType: "text/csv", buffer: Buffer.from(bad) });

  await expect(page.getByText("U+202E")).toBeVisible();
  await expect(page.getByText("<img src=x onerror=window.hurt=1>")).toBeVisible();
  await expect(page.getByRole("button", { name: /show [\d,]{5,} more characters/ })).toBeVisible();
  expect(await page.evaluate(() => "hurt" in window)).toBe(false);
});

test("at 320 pixels nothing has to be scrolled sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const address of ["/situation", "/search", person, "/import", "/activity", "/account"]) {
    await open(page, address);
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(inner, address).toBeLessThanOrEqual(outer!);
  }
});

test("one screen shows all reports without scrolling, and every number opens its rows", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "/reports?day=2025-09-01");
  // The demonstration's own, and what the journeys before took.
  const told = await page.request.get("/reports.json?day=2025-09-01");
  const { overview } = (await told.json()) as { overview: { reports: number } };
  expect(overview.reports).toBeGreaterThanOrEqual(330);
  await expect(page.getByText(`${overview.reports} reports`, { exact: true })).toBeVisible();
  for (const pane of ["main", ".overview"]) {
    const hidden = await page.locator(pane).evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(hidden, pane).toBeLessThanOrEqual(0);
  }
  const links = page.locator(".overview td a");
  const all = await links.evaluateAll((found) =>
    found.map((link) => [link.getAttribute("href")!, link.textContent!.trim()] as const),
  );
  expect(all.length).toBeGreaterThan(20);
  for (const [address, count] of all) {
    const told = await page.request.get(address.replace("/reports?", "/reports.json?"));
    expect(String(((await told.json()) as { total: number }).total), address).toBe(count);
  }
  await links.first().click();
  await expect(page.locator(".rows tbody tr").first()).toBeVisible();
});

test("a report is logged from a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "/reports");
  await page.getByRole("link", { name: "Log a report" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toBeVisible();
  await page.getByText("From an e-mail", { exact: true }).click();
  await page.getByLabel("Paste the e-mail here").fill("Name: Ok Sam-il\n전화: 010-0077-0001\n\n+855 12 000 009 called");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ok Sam-il");
  await expect(page.getByLabel("Person's phone")).toHaveValue("010-0077-0001");
  await expect(page.getByText("+85512000009")).toBeVisible();
  await isAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Take the report" }).click();
  await expect(page.getByRole("heading", { name: /R-\d{4}-\d{4}/ })).toBeVisible();
});
