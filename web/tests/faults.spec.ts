// What goes wrong is told in a sentence, and nothing that was typed is lost. The node is one of its
// own, which is stopped and started again.
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { open, signIn, workbook } from "./helpers";
import { OwnNode } from "./node.mjs";

const person = "/records/kr.demo-police:ofac-99000000";
let node: OwnNode;
let context: BrowserContext;
let page: Page;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  node = await OwnNode.of(process.env["LIAISON_SPARE"]!, process.env["LIAISON_KEY"]!);
  await node.start();
  context = await browser.newContext({
    baseURL: node.at,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "Asia/Seoul",
  });
  page = await context.newPage();
  await page.goto("/sign-in");
  await signIn(page, "analyst", -1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Situation");
});
test.afterAll(async () => {
  await context.close();
  await node.remove();
});

test("back and forward lead through a list, its filters and a record", async () => {
  await open(page, "/search");
  await page
    .getByRole("checkbox", { name: /People/ })
    .first()
    .check();
  await expect(page).toHaveURL(/schema=Person/);
  await expect(page.locator("tbody tr").first()).toContainText("Person");
  const first = page.locator("tbody tr").first().getByRole("link");
  const name = await first.innerText();
  await first.click();
  await expect(page).toHaveURL(/\/records\//);
  // The list beside the record is the one that it was opened from.
  await expect(page.getByRole("region", { name: "Results" }).locator("li.on")).toContainText(name);

  await page.goBack();
  await expect(page).toHaveURL(/schema=Person/);
  await expect(page.getByRole("checkbox", { name: /People/ }).first()).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(/\/search$/);
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL(/\/records\//);
});

test("the field for searching is left by key, and the address of a search keeps its meaning", async () => {
  await open(page, "/situation");
  await page.keyboard.press("/");
  await page.keyboard.insertText("Poipet");
  await expect(page).toHaveURL(/\/search\/s-/);
  await expect(page.locator("tbody tr").first()).toContainText("Poipet");
  const poipet = new URL(page.url()).pathname;
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("tbody tr[aria-current=true]")).toHaveCount(1);

  await page.keyboard.press("/");
  await page.keyboard.insertText("Bavet");
  await expect(page).not.toHaveURL(new RegExp(poipet));
  await page.keyboard.press("Escape");
  await expect(page.locator("#search-text")).not.toBeFocused();
  await expect(page.locator("#search-text")).toHaveValue("Bavet");

  await page.goBack();
  await expect(page).toHaveURL(new RegExp(poipet));
  await expect(page.locator("#search-text")).toHaveValue("Poipet");
});

test("two tabs have their own searches", async () => {
  const other = await context.newPage();
  for (const [tab, text] of [
    [page, "Jang Su-young"],
    [other, "Phnom Penh"],
  ] as const) {
    await open(tab, "/situation");
    await tab.keyboard.press("/");
    await tab.keyboard.insertText(text);
    await expect(tab.locator("mark").first()).toBeVisible();
  }

  await page.reload();
  await expect(page.locator("#search-text")).toHaveValue("Jang Su-young");
  await expect(other.locator("#search-text")).toHaveValue("Phnom Penh");
  expect(new URL(page.url()).pathname).not.toBe(new URL(other.url()).pathname);
  await other.close();
});

test("an upload that is cut off is told, and the same file can be sent again", async () => {
  const file = { name: "reports-2025.xlsx", mimeType: "application/octet-stream", buffer: workbook() };
  await open(page, "/import");
  await page.route("**/api/imports", (route) => route.abort("connectionreset"));
  await page.setInputFiles("#file", file);
  await expect(page.getByRole("alert")).toContainText("The node does not answer");
  await page.unroute("**/api/imports");

  await page.setInputFiles("#file", file);
  await expect(page.getByRole("heading", { name: "What the columns mean" })).toBeVisible();
});

test("a node that is started again under an open page goes on where it was, with the session", async () => {
  await open(page, "/situation");
  await page.locator("tbody tr").first().click();
  await page.getByRole("button", { name: "Different question", exact: true }).click();
  await page.getByLabel("Reason").fill("typed before the node was stopped");
  await node.stop();
  await page.getByRole("button", { name: "Write to the journal" }).click();
  await expect(page.getByRole("alert")).toContainText("The node does not answer");
  await expect(page.getByLabel("Reason")).toHaveValue("typed before the node was stopped");

  await node.start();
  await page.getByRole("button", { name: "Write to the journal" }).click();
  await expect(page.getByText(/^Receipt \d+$/)).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();

  await node.stop();
  await page.getByRole("link", { name: "People & organisations" }).click();
  await expect(page.getByRole("alert")).toContainText("The node does not answer");
  await node.start();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("table", { name: "Results" })).toBeVisible();
});

test("a session that ends in the middle of a form keeps what was typed, and the form goes on", async () => {
  await open(page, "/situation");
  await page.locator("tbody tr").nth(1).click();
  await page.getByRole("button", { name: "Different question", exact: true }).click();
  await page.getByLabel("Reason").fill("typed before the session ended");
  await context.clearCookies();
  await page.getByRole("button", { name: "Write to the journal" }).click();

  const again = page.getByRole("dialog", { name: "Sign in again" });
  await expect(again).toBeVisible();
  await signIn(page, "analyst", 0);
  await expect(again).toHaveCount(0);
  await expect(page.getByLabel("Reason")).toHaveValue("typed before the session ended");
  await page.getByRole("button", { name: "Write to the journal" }).click();
  await expect(page.getByText(/^Receipt \d+$/)).toBeVisible();
});

test("a session that ended while a screen was open leads back to that screen", async () => {
  await open(page, person);
  await context.clearCookies();
  await page.getByRole("link", { name: "Situation" }).click();
  await expect(page.getByRole("dialog", { name: "Sign in again" })).toBeVisible();
  await signIn(page, "analyst", 1);
  await expect(page.getByRole("heading", { name: /South Koreans held/ })).toBeVisible();
});
