// An auditor reads who looked at whom and what was done with accounts; an officer changes the
// password and ends sessions. With the keyboard alone, once in each language that is complete.
import { expect, test, type Browser, type Page } from "@playwright/test";
import {
  codeOf,
  isAccessible,
  nodeOf,
  open,
  passwordOf,
  pressOn,
  saysNoName,
  signIn,
  tabTo,
  walkTo,
  wordsOf,
  type Language,
} from "./helpers";

const language = () => test.info().project.metadata["language"] as Language;

/** A browser of its own, in which somebody signs in; of codes, one so many steps from now. */
async function begun(browser: Browser, name: string, ahead: number): Promise<Page> {
  const context = await browser.newContext({
    baseURL: nodeOf(language()),
    storageState: { cookies: [], origins: [] },
    locale: "en-US",
    timezoneId: "Asia/Seoul",
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript((tag) => localStorage.setItem("liaison-language", tag), language());
  const page = await context.newPage();
  await page.goto("/sign-in");
  await signIn(page, name, ahead);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsOf(language())("web-screen-situation"));
  return page;
}

test("an auditor reads who looked at whom, and what was done with accounts", async ({ page, browser }) => {
  const say = wordsOf(language());
  await page.addInitScript((tag) => localStorage.setItem("liaison-language", tag), language());
  await open(page, "/search?dataset=demo-caseload&schema=Person");
  await page.locator("tbody tr").first().getByRole("link").click();
  await pressOn(page, page.getByRole("button", { name: say("web-reveal") }).first());
  await tabTo(page, page.locator("#purpose"));
  await page.locator("#purpose").selectOption("criminal-investigation");
  await pressOn(page, page.getByRole("button", { name: say("web-reveal-act") }));
  await expect(page.getByRole("button", { name: say("web-cover-again") })).toBeVisible();
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  const id = decodeURIComponent(new URL(page.url()).pathname.split("/").pop()!);
  // Analysts have no such screen, neither in the rail nor at its address.
  await expect(page.locator("#rail").getByRole("link", { name: say("web-screen-looks") })).toHaveCount(0);
  await open(page, "/looks");
  await expect(page.getByRole("alert")).toContainText(say("web-no-role"));

  const audit = await begun(browser, "auditor", 0);
  await audit.keyboard.press("g");
  await audit.keyboard.press("l");
  await expect(audit).toHaveURL(/\/looks$/);
  const table = audit.getByRole("table", { name: say("web-looks-records") });
  const row = table.getByRole("row").filter({ hasText: id }).first();
  await expect(row).toContainText("analyst");
  await expect(row).toContainText(say("web-purpose-criminal-investigation"));
  await expect(row).toContainText(say("web-way-records-id"));
  await expect(row).toContainText("KST");
  expect(await audit.locator("main").innerText()).not.toContain(name);
  await saysNoName(audit, name);
  await isAccessible(audit);

  await tabTo(audit, audit.locator("#looks-officer"));
  await audit.keyboard.type("nobody");
  await audit.keyboard.press("Enter");
  await expect(audit.getByRole("heading", { name: say("web-looks-none-such") })).toBeVisible();
  await isAccessible(audit);
  await pressOn(audit, audit.getByRole("button", { name: say("web-filters-clear") }).first());
  await walkTo(audit, row);
  await audit.keyboard.press("Enter");
  await expect(audit).toHaveURL(/\/records\//);
  await audit.goBack();

  const file = await audit.request.get("/looks.csv?officer=analyst");
  expect(await file.text()).toContain(`,analyst,analyst,criminal-investigation,/records/{id},${id}`);
  await audit.locator("main").focus();
  await audit.keyboard.press("]");
  await expect(audit).toHaveURL(/\/looks\/accounts$/);
  const acts = audit.getByRole("table", { name: say("web-looks-accounts") });
  await expect(
    acts
      .getByRole("row")
      .filter({ hasText: say("web-act-signed-in") })
      .first(),
  ).toContainText("auditor");
  await expect(
    acts
      .getByRole("row")
      .filter({ hasText: say("web-act-made-account") })
      .first(),
  ).toBeVisible();
  await isAccessible(audit);
  await open(audit, "/looks/accounts?before=3");
  await expect(acts.getByRole("row")).toHaveCount(3);
  await pressOn(audit, audit.getByRole("button", { name: say("web-looks-newest") }));
  await expect(audit).toHaveURL(/\/looks\/accounts$/);
  await audit.context().close();
});

test("an analyst uncovers a victim in an emergency, and a supervisor reviews it", async ({ page, browser }) => {
  const say = wordsOf(language());
  await page.addInitScript((tag) => localStorage.setItem("liaison-language", tag), language());
  const taken = await page.request.post("/api/reports", {
    headers: { "X-Liaison": "1", Origin: nodeOf(language()) },
    data: {
      fields: { "person.name": ["Invented Woman"] },
      handling: "about:victim",
      source: "invented family, by phone",
    },
  });
  const report = await (await page.request.get(`/reports/${(await taken.json()).number}.json`)).json();
  await open(page, `/records/${encodeURIComponent(report.person)}`);
  await pressOn(page, page.getByRole("button", { name: say("web-emergency") }));
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(say("web-emergency-follows-second"));
  await isAccessible(page);
  await dialog.getByRole("textbox").fill("she called from inside");
  await pressOn(page, dialog.getByRole("button", { name: say("web-emergency-act") }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Invented Woman");
  await open(page, "/inbox");
  const own = page
    .getByRole("table", { name: say("web-emergency-waits") })
    .getByRole("row")
    .nth(1);
  await expect(own).toContainText(say("web-emergency-own"));
  await expect(own.getByRole("button")).toHaveCount(0);

  const boss = await begun(browser, "supervisor", 0);
  await boss.keyboard.press("g");
  await boss.keyboard.press("x");
  await expect(boss).toHaveURL(/\/emergencies$/);
  const row = boss
    .getByRole("table", { name: say("web-emergency-waits") })
    .getByRole("row")
    .nth(1);
  await expect(row).toContainText("she called from inside");
  await expect(row).toContainText(say("care-emergency-waiting"));
  expect(await boss.locator("main").innerText()).not.toContain("Invented Woman");
  await isAccessible(boss);
  await pressOn(boss, row.getByRole("button", { name: say("web-emergency-confirm"), exact: true }));
  await isAccessible(boss);
  await pressOn(
    boss,
    boss.getByRole("dialog").getByRole("button", { name: say("web-emergency-confirm"), exact: true }),
  );
  await expect(row).toContainText(say("care-emergency-confirmed"));
  await expect(row).toContainText("supervisor");
  await boss.context().close();
});

test("an officer ends a session elsewhere", async ({ browser }) => {
  const say = wordsOf(language());
  const elsewhere = await begun(browser, "liaison-officer", 0);
  const page = await begun(browser, "liaison-officer", 1);
  await pressOn(page, page.locator('[data-kind="who"] button').first());
  await pressOn(page, page.getByRole("link", { name: say("web-account-own") }));
  await expect(page).toHaveURL(/\/account$/);
  const sessions = page.getByRole("table", { name: say("web-sessions") });
  await expect(sessions.getByRole("row")).toHaveCount(3);
  await expect(sessions.getByRole("row").nth(1)).toContainText(say("web-session-this"));
  await isAccessible(page);

  await pressOn(page, sessions.getByRole("button", { name: say("web-session-end"), exact: true }));
  await expect(page.getByRole("dialog")).toContainText("127.0.0.1");
  await isAccessible(page);
  await pressOn(page, page.getByRole("dialog").getByRole("button", { name: say("web-session-end"), exact: true }));
  await expect(sessions.getByRole("row")).toHaveCount(2);
  expect((await elsewhere.request.get("/account.json")).status()).toBe(401);
  await elsewhere.context().close();
  await page.context().close();
});

test("an officer changes the password with the present one and a code", async ({ browser }) => {
  const say = wordsOf(language());
  const page = await begun(browser, "consular-officer", 0);
  await open(page, "/account");
  const fill = async (present: string, next: string, again: string) => {
    for (const [field, text] of [
      ["#password-present", present],
      ["#password-new", next],
      ["#password-again", again],
      ["#password-code", codeOf("consular-officer", 1)],
    ]) {
      await tabTo(page, page.locator(field!));
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text!);
    }
    await page.keyboard.press("Enter");
  };
  const next = "a sentence that nobody guesses";
  await page.locator("main").focus();
  await fill(passwordOf("consular-officer"), "short", "not alike");
  await expect(page.locator("#password-new")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(say("web-password-unlike"))).toBeVisible();
  await isAccessible(page);
  await page.locator("main").focus();
  await fill("not the password of anybody", next, next);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("#password-new")).toHaveValue(next);
  await isAccessible(page);
  await page.locator("main").focus();
  await fill(passwordOf("consular-officer"), next, next);
  await expect(page.getByText(say("web-password-changed", { count: 0 }))).toBeVisible();
  await expect(page.locator("#password-new")).toHaveValue("");
  await saysNoName(page, next);
  await page.context().close();
});
