// Takes pictures of every screen and state, into docs/pictures. Run by `make pictures`.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { signIn } from "./accounts.mjs";

const at = process.env.LIAISON_AT ?? "http://127.0.0.1:8600";
const folder = new URL("../../docs/pictures/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

const first = await browser.newContext({ baseURL: at });
const page = await first.newPage();
await page.goto("/sign-in");
await signIn(page, "analyst");
await page.waitForURL(/\/situation$/);
const signedIn = await first.storageState();
await first.close();

async function picture(name, address, { storageState = signedIn, width = 1440, height = 900, language = "en", act, before } = {}) {
  const context = await browser.newContext({ storageState, viewport: { width, height }, locale: "en-US", timezoneId: "Asia/Seoul", baseURL: at });
  await context.addInitScript((tag) => localStorage.setItem("liaison-language", tag), language);
  const page = await context.newPage();
  if (before) await before(page);
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  if (act) await act(page);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150);
  await page.screenshot({ path: `${folder}${name}.png`, caret: "hide" });
  await context.close();
  console.log(name);
}

const blur = (page) => page.evaluate(() => document.activeElement?.blur());
const search = (text) => async (page) => {
  await page.fill("#search-text", text);
  await page.waitForURL(/\/search\/s-/);
  await page.waitForTimeout(600);
  await blur(page);
};
const person = "/records/kr.demo-police:ofac-99000000";

await picture("situation", "/situation");
await picture("situation-evidence", "/situation", { act: async (page) => { await page.locator("td .src").first().click(); } });
await picture("situation-judgement", "/situation", { act: async (page) => { await page.locator("tbody tr").nth(1).click(); await page.getByRole("button", { name: "Different question" }).click(); } });
await picture("situation-questions", "/situation?view=questions");
await picture("situation-events", "/situation?view=events");
await picture("situation-places", "/situation?view=places");
await picture("situation-ko", "/situation", { language: "ko" });
await picture("situation-km", "/situation", { language: "km" });
await picture("situation-phone", "/situation", { width: 390, height: 844 });
await picture("search", "/search");
await picture("search-text", "/situation", { act: search("Jang Su-young") });
await picture("search-preview", "/search?schema=Person&dataset=demo-sanctions-us", { act: async (page) => { await blur(page); await page.keyboard.press("j"); await page.keyboard.press(" "); } });
await picture("search-none", "/situation", { act: search("qqqqzzzz") });
await picture("search-loading", "/search", { before: (page) => page.route("**/search.json*", () => undefined).then(() => undefined), act: (page) => page.waitForTimeout(900) }).catch(() => undefined);
await picture("search-error", "/search", { before: (page) => page.route("**/search.json*", (route) => route.abort()) });
await picture("search-ko", "/search", { language: "ko" });
await picture("search-phone", "/search", { width: 390, height: 844 });
await picture("record", person, { act: async (page) => { await blur(page); await page.keyboard.press("e"); } });
for (const tab of ["statements", "links", "timeline", "documents", "history"]) await picture(`record-${tab}`, `${person}?tab=${tab}`);
await picture("record-covered", "/search?dataset=demo-caseload&schema=Person", { act: async (page) => { await page.locator("tbody a").first().click(); await page.waitForTimeout(800); } });
await picture("record-reveal", "/search?dataset=demo-caseload&schema=Person", { act: async (page) => { await page.locator("tbody a").first().click(); await page.waitForTimeout(800); await page.getByRole("button", { name: /Reveal/ }).first().click(); } });
await picture("record-km", person, { language: "km" });
await picture("record-phone", person, { width: 390, height: 844 });
await picture("import", "/import");
const { reports } = await import("./reports.mjs");
const file = { name: "reports-2025.csv", mimeType: "text/csv", buffer: Buffer.from(reports()) };
const sent = async (page) => { await page.setInputFiles("#file", file); await page.waitForURL(/\/import\/i-/); await page.waitForTimeout(500); };
await picture("import-mapping", "/import", { act: sent });
await picture("import-problems", "/import", { act: async (page) => { await sent(page); await page.getByRole("button", { name: "Import", exact: true }).click(); await page.getByText(/rows were set aside/).first().waitFor({ timeout: 60_000 }); await page.waitForTimeout(600); } });
await picture("activity", "/activity");
await picture("palette", "/situation", { act: async (page) => { await page.keyboard.press("Control+k"); } });
await picture("keys", "/situation", { act: async (page) => { await blur(page); await page.keyboard.press("?"); } });
await picture("sign-in", "/sign-in", { storageState: { cookies: [], origins: [] } });
await picture("not-found", "/records/nobody");
await browser.close();
