// Journeys 8 (the refusal), 9, 10 and 11: three desks in one process that talk over the line, with
// an officer's and an auditor's screen at each.
import { expect, test, type Browser, type Page } from "@playwright/test";
import { isAccessible, open, saysNoName, signIn } from "./helpers";
import { Three, type Desk } from "./three.mjs";

let three: Three;
const pages = new Map<string, Page>();

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  three = await Three.start();
});
test.afterAll(async () => {
  for (const page of pages.values()) await page.context().close();
  await three.remove();
});

/** The screen of an account at a desk; it signs in once. */
async function at(browser: Browser, desk: Desk, name = "liaison-officer"): Promise<Page> {
  const known = pages.get(`${desk} ${name}`);
  if (known) return known;
  const context = await browser.newContext({
    baseURL: three.at[desk],
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "Asia/Seoul",
  });
  const page = await context.newPage();
  const before = process.env["LIAISON_MADE"];
  process.env["LIAISON_MADE"] = three.made[desk];
  await page.goto("/sign-in");
  await signIn(page, name);
  process.env["LIAISON_MADE"] = before;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Situation");
  pages.set(`${desk} ${name}`, page);
  return page;
}

/** Opens an address again until something stands on it: what travels takes a moment. */
const comes = async (page: Page, address: string, is: () => Promise<void>) =>
  expect(async () => {
    await open(page, address);
    await is();
  }).toPass({ timeout: 60_000 });

const FRONT = "/records/kr.demo-police:desk-front";

async function preview(page: Page, marks: { to?: string; about?: string; purpose?: string; until?: string }) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (marks.to) await dialog.locator("#sh-to").selectOption(marks.to);
  if (marks.about) await dialog.locator("#sh-about").selectOption(marks.about);
  if (marks.purpose) await dialog.locator("#sh-purpose").selectOption(marks.purpose);
  if (marks.until) await dialog.locator("#sh-until").fill(marks.until);
  await dialog.getByRole("button", { name: "Show what would go" }).click();
  await expect(dialog.locator("[data-preview]")).toBeVisible();
  return dialog;
}

test("journey 8: nobody is shared as a suspect before a screening, and the reason is said", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await at(browser, "kr");
  await open(page, "/records/kr.demo-police:desk-detained-3");
  const dialog = await preview(page, { about: "suspect" });

  await expect(dialog.getByText("This person was not screened").first()).toBeVisible();
  await expect(dialog.locator("[data-preview]")).toContainText("The attempt is recorded.");
  await expect(dialog.getByRole("button", { name: /^Share .* with/ })).toBeDisabled();
  await expect(page.locator("body")).not.toContainText("지어낸 사람 셋");
  await page.keyboard.press("Escape");
  const audit = await at(browser, "kr", "auditor");
  await open(audit, "/looks/exchange");
  const row = audit.locator("tbody tr").filter({ hasText: "sharing refused" }).first();
  await expect(row).toContainText("not screened");
  await expect(row).toContainText("liaison-officer");
});

test("journey 9: hit or no hit, and the holder learns what for and never what", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await at(browser, "kr");
  await open(page, "/cases");
  const number = (await page.locator("tbody a").first().textContent())!.trim();
  await open(page, "/asks");
  await page.getByRole("button", { name: "Ask hit or no hit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("#ask-case").fill(number);
  await dialog.locator("#ask-purpose").selectOption("rescue");
  await dialog.locator("#ask-lines").fill("M70000017\n+855 12 345 679");
  await dialog.getByRole("button", { name: "Ask kh.demo-police" }).click();

  await expect(dialog.getByRole("status")).toContainText("kh.demo-police knows one of the 2.");
  await expect(dialog.locator("[data-hit]")).toHaveText(["hit", "no hit"]);
  const receipt = (await dialog.locator("p .id").textContent())!.trim();
  const audit = await at(browser, "kh", "auditor");
  await open(audit, "/looks/exchange");
  const told = audit.locator("tbody tr").filter({ hasText: "they asked by hit or no hit" }).first();
  await expect(told).toContainText(number);
  await expect(told).toContainText("rescue");
  const there = await at(browser, "kh");
  await open(there, "/asks");
  await expect(there.locator("tbody tr").first()).toContainText(receipt);
  for (const one of [audit, there]) {
    await expect(one.locator("body")).not.toContainText("70000017");
    await expect(one.locator("body")).not.toContainText("345 679");
  }
  await saysNoName(page, "70000017");
  // What was asked is not typed twice: the hit goes into a request.
  await dialog.getByRole("button", { name: "Draft a request" }).click();
  await expect(page.locator("#rq-identifiers")).toHaveValue("M70000017");
  await expect(page.locator("#rq-case")).toHaveValue(number);
  await page.keyboard.press("Escape");
});

test("journey 10: fourteen statements are shared under a code, and passing them on is refused on both sides", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await at(browser, "kr");
  await open(page, FRONT);
  const dialog = await preview(page, { to: "th.demo-police", purpose: "rescue", until: "2031-01-31" });
  await expect(dialog.getByText("These will learn of it: th.demo-police.")).toBeVisible();
  await expect(dialog.locator("[data-preview]")).toContainText("14 statements would go to th.demo-police");
  await expect(dialog.locator("[data-preview]")).toContainText("TLP:AMBER H2");
  await isAccessible(page);
  await dialog.getByRole("button", { name: "Share 14 statements with th.demo-police" }).click();
  await expect(dialog.getByRole("status")).toContainText("Receipt");
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await comes(page, "/sharing?side=given&peer=th.demo-police", async () => {
    await expect(page.locator("tbody tr").first()).toContainText("and 13 more of it", { timeout: 2_000 });
    await expect(page.locator("tbody tr").first()).not.toContainText("not confirmed", { timeout: 2_000 });
  });

  const there = await at(browser, "th");
  await open(there, FRONT);
  await expect(there.locator("header.head")).toContainText("kr.demo-police");
  const forward = await preview(there, { to: "kh.demo-police" });
  await expect(forward.getByText("Only its originator, kr.demo-police, may pass it on.").first()).toBeVisible();
  await expect(forward.getByRole("button", { name: /^Share .* with/ })).toBeDisabled();
  await there.keyboard.press("Escape");
  const theirs = await at(browser, "th", "auditor");
  await open(theirs, "/looks/exchange");
  const refused = theirs.locator("tbody tr").filter({ hasText: "sharing refused" }).first();
  await expect(refused).toContainText("onward to kh.demo-police");
  const ours = await at(browser, "kr", "auditor");
  await comes(ours, "/looks/exchange?peer=th.demo-police", async () => {
    const told = ours.locator("tbody tr").filter({ hasText: "they refused to pass ours on" });
    await expect(told.nth(1)).toContainText("onward to kh.demo-police", { timeout: 2_000 });
  });
});

test("journey 11: what is withdrawn is gone there without a restart, and the journal proves it was", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const there = await at(browser, "kh");
  await open(there, FRONT);
  await expect(there.getByText("desk@golden-future.example").first()).toBeVisible();
  const page = await at(browser, "kr");
  await open(page, "/sharing?side=given&peer=kh.demo-police");
  // Each click opens one row, so that there is one fewer to open.
  const more = page.getByRole("button", { name: /more of it/ });
  for (let left = await more.count(); 0 < left; left--) await more.first().click();
  const row = page.locator("tbody tr").filter({ hasText: "Email" });
  await row.getByRole("button", { name: "Take back" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("removes it at once");
  await dialog.getByLabel("Reason").fill("another firm's address");
  await dialog.getByRole("button", { name: "Take it back" }).click();
  await expect(dialog.getByRole("status")).toContainText("Receipt");
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();

  await comes(there, FRONT, async () => {
    await expect(there.getByText("황금미래 무역").first()).toBeVisible({ timeout: 2_000 });
    await expect(there.getByText("desk@golden-future.example")).toHaveCount(0, { timeout: 2_000 });
  });
  await there.locator("#search-text").fill("desk@golden-future.example");
  await there.waitForURL(/\/search\/s-/);
  await expect(there.locator("main")).not.toContainText("desk-front");
  await comes(page, "/sharing?side=given&peer=kh.demo-police", async () => {
    const back = page.locator("tbody tr").filter({ hasText: "Takes back entry" }).first();
    await expect(back).toContainText("one copy removed", { timeout: 2_000 });
  });
  await open(page, `${FRONT}?tab=history`);
  await expect(page.locator("main")).toContainText(/[Ww]ithdrawn/);
  const audit = await at(browser, "kr", "auditor");
  await open(audit, "/looks/exchange?peer=kh.demo-police");
  await expect(audit.locator("tbody tr").filter({ hasText: "told that it is taken back" }).first()).toContainText(
    "confirmed on",
  );
});

test("the screens of exchange are accessible, and name nobody", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await at(browser, "kr");
  for (const address of ["/peers", "/sharing", "/asks"]) {
    await open(page, address);
    await isAccessible(page);
    await expect(page.locator("body")).not.toContainText("강서윤");
  }
  await open(page, "/peers");
  await expect(page.locator("[data-peer='kh.demo-police']")).toContainText("It answered us on");
});
