import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export { codeOf, passwordOf, signIn } from "./accounts.mjs";
export { reports } from "./reports.mjs";

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
  const told = found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  expect(told).toEqual([]);
}

/** No name of anybody in the address or in the title. */
export async function saysNoName(page: Page, ...names: string[]): Promise<void> {
  const told = decodeURIComponent(page.url()) + (await page.title());
  for (const name of names) expect(told).not.toContain(name);
}
