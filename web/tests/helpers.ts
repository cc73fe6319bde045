import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { expect, type Locator, type Page } from "@playwright/test";

export { codeOf, passwordOf, signIn } from "./accounts.mjs";
export { workbook } from "./reports.mjs";

export const LANGUAGES = ["en", "ko", "km"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The node of a language: each has one of its own, as journeys write. */
export const nodeOf = (language: Language) =>
  process.env[`LIAISON_AT_${language.toUpperCase()}`] ?? "http://127.0.0.1:8600";
/** Where the session of its analyst lies. */
export const sessionOf = (language: Language) =>
  `${process.env["LIAISON_SESSIONS"] ?? "test-results"}/${language}.json`;

export type Say = (key: string, data?: Record<string, FluentVariable>) => string;

/** The words of a language, as the screens say them. */
export function wordsOf(language: Language): Say {
  const bundles = [language, "en"].map((tag) => {
    const bundle = new FluentBundle(tag, { useIsolating: false });
    bundle.addResource(new FluentResource(readFileSync(new URL(`../../messages/${tag}.ftl`, import.meta.url), "utf8")));
    return bundle;
  });
  return (key, data) => {
    for (const bundle of bundles) {
      const pattern = bundle.getMessage(key)?.value;
      if (pattern) return bundle.formatPattern(pattern, data, []);
    }
    throw new Error(`no language says ${key}`);
  };
}

/** Opens a screen and waits until it stands. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("main")).toBeVisible();
  await page.waitForLoadState("networkidle");
}

/** Nothing that WCAG 2.2 AA forbids, as far as a machine can tell. */
export async function isAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const found = await new AxeBuilder({ page }).withTags(tags).analyze();
  const told = found.violations.map(
    (one) =>
      `${one.id}: ${one.nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 160))
        .join(" | ")}`,
  );
  expect(told).toEqual([]);
}

/** No name of anybody in the address or in the title. */
export async function saysNoName(page: Page, ...names: string[]): Promise<void> {
  const told = decodeURIComponent(page.url()) + (await page.title());
  for (const name of names) expect(told).not.toContain(name);
}

/** Goes to a control with Tab, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < TABS_MAX; presses++) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(target)} is not reached with Tab`);
}

/** Goes to a control with Tab and acts on it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Walks through a table to a row: down with `j`, and up again with `k`. */
export async function walkTo(page: Page, row: Locator): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const key of ["j", "k"]) {
    for (let presses = 0; presses < ROWS_MAX; presses++) {
      if ((await row.getAttribute("aria-current")) === "true") return;
      await page.keyboard.press(key);
    }
  }
  throw new Error(`${String(row)} is not reached with j`);
}

const TABS_MAX = 400;
const ROWS_MAX = 50;
