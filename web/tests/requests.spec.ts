// Requests between two agencies, both invented: drafted, approved and sent here, answered there.
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { open, signIn } from "./helpers";
import { OwnNode } from "./node.mjs";
import { Peer } from "./requests.mjs";

let node: OwnNode;
let peer: Peer;
let context: BrowserContext;
let page: Page;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  node = await OwnNode.empty();
  // Whoever uncovers a victim has a role for it.
  node.run("user", "roles", "analyst", "liaison-officer");
  peer = new Peer(node);
  peer.ask("welfare-check", "life-at-risk", "강서윤", "Is the person well?");
  peer.carry();
  await node.start();
  context = await browser.newContext({
    baseURL: node.at,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "Asia/Seoul",
  });
  page = await context.newPage();
  const before = process.env["LIAISON_MADE"];
  process.env["LIAISON_MADE"] = node.made!;
  await page.goto("/sign-in");
  await signIn(page, "analyst");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Situation");
  process.env["LIAISON_MADE"] = before;
});
test.afterAll(async () => {
  await context.close();
  await node.remove();
});

const say = async (button: string, text?: string) => {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (text) await dialog.locator("textarea").first().fill(text);
  await dialog.getByRole("button", { name: "Say it" }).click();
  await expect(dialog.getByRole("status")).toContainText("Receipt");
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
};

test("what a peer asks waits in the inbox, covered, with its clock", async () => {
  test.setTimeout(120_000);
  await open(page, "/inbox");
  await expect(page.getByRole("heading", { name: /Requests that wait/ })).toBeVisible();
  const row = page.locator("tbody tr").first();
  await expect(row).toContainText("life at risk");
  await expect(row).toContainText("A word by");
  await expect(page.locator("body")).not.toContainText("강서윤");
  await row.locator("a").first().click();
  await expect(page.locator("[data-state]")).toHaveText("delivered");
  await expect(page.locator("body")).not.toContainText("강서윤");

  await page.getByRole("button", { name: /Reveal with a purpose/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("select").selectOption("rescue");
  await dialog.getByRole("button", { name: /and uncover/ }).click();
  await expect(page.getByText("강서윤")).toBeVisible();
});

test("it is asked back, and answered once that is clear", async () => {
  test.setTimeout(120_000);
  await say("Ask back", "Which compound?");
  await expect(page.locator("[data-state]")).toHaveText("asked back");
  await expect(page.getByText("Waits for kh.demo")).toBeVisible();
  peer.carry();
  peer.run("request", "clarify", "RQ-2026-0001", "The blue one");
  peer.carry();
  await page.reload();
  await expect(page.locator("[data-state]")).toHaveText("clarified");
  await say("Accept");
  await say("Answer", "Well, and with us");
  await expect(page.locator("[data-state]")).toHaveText("answered");
  peer.carry();
  const [told] = peer.run("request", "show", "RQ-2026-0001");
  expect(told!["state"]).toBe("answered");
});

test("a request is drafted with a word on who asked already, approved and sent", async () => {
  test.setTimeout(120_000);
  const [made] = node.run("case", "open", "somebody missing", "--template", "rescue");
  await open(page, "/requests");
  await page.getByRole("button", { name: "Draft a request" }).click();
  const dialog = page.getByRole("dialog");
  // The analyst is let in by the command line's officer, who opened the case.
  node.run("case", "let-in", String(made!["id"]), "analyst");
  await dialog.locator("#rq-case").fill(String(made!["case"]));
  await dialog.locator("#rq-kind").selectOption("rescue");
  await dialog.locator("#rq-purpose").selectOption("rescue");
  await dialog.locator("#rq-law").fill("Fictional Treaty, article 4");
  await dialog.locator("#rq-questions").fill("Please bring the person out.");
  await dialog.locator("#rq-identifiers").fill("강 서윤");
  await dialog.locator("#rq-about").focus();
  await expect(dialog.locator("[data-asked]")).toContainText("kh.demo has asked us about the same");
  await dialog.locator("#rq-about").selectOption("victim");
  await dialog.getByRole("button", { name: "Draft", exact: true }).click();
  await expect(page.locator("[data-state]")).toHaveText("draft");
  await say("Approve");
  await say("Send");
  await expect(page.locator("[data-state]")).toHaveText("sent");
  await expect(page.getByText("Waits for kh.demo")).toBeVisible();
  peer.carry();
  await page.reload();
  await expect(page.locator("[data-state]")).toHaveText("delivered");
});

test("the lists name nobody, in any language", async () => {
  for (const language of ["en", "ko", "km"]) {
    await page.evaluate((tag) => localStorage.setItem("liaison-language", tag), language);
    await open(page, "/requests");
    await expect(page.locator("tbody tr")).toHaveCount(2);
    await expect(page.locator("body")).not.toContainText("강");
  }
});
