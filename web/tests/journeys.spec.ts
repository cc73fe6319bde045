// Journeys of an officer with the keyboard alone, in a real browser, with a real node: once in each
// language that is complete.
import { execFileSync } from "node:child_process";
import { expect, test, type Page } from "@playwright/test";
import { BANK, CHAIN, VICTIM } from "./money.mjs";
import { isAccessible, open, pressOn, saysNoName, tabTo, walkTo, wordsOf, workbook, type Language } from "./helpers";

/** The schema of goAML 5.0.1 where it is at hand: its file is not ours to hand on. */
function validates(xml: string): void {
  expect(xml).toContain("<report>");
  const schema = process.env["LIAISON_GOAML_XSD"];
  if (schema)
    execFileSync("xmllint", ["--noout", "--schema", schema, "-"], { input: xml, stdio: ["pipe", "ignore", "pipe"] });
}
const language = () => test.info().project.metadata["language"] as Language;
const answers = (page: Page) => page.getByRole("table", { name: /South Koreans held over scam cases/ });

test.beforeEach(async ({ page }) => {
  await page.addInitScript((tag) => localStorage.setItem("liaison-language", tag), language());
});

test("journey 1: the answers 59, 60, 61, 63 and 64 stand side by side with their sources", async ({ page }) => {
  const say = wordsOf(language());
  await open(page, "/");

  await expect(page).toHaveURL(/\/situation$/);
  await expect(page.locator("html")).toHaveAttribute("lang", language());
  for (const [value, publisher] of [
    ["59", "Media Selangor"],
    ["60", "gaming trade news"],
    ["61", "Lao Dong"],
    ["63", "NationPress"],
    ["64", "CNewsLive"],
  ]) {
    const row = answers(page).getByRole("row").filter({ hasText: publisher! }).filter({ hasText: value! });
    await expect(row).toHaveCount(1);
    await walkTo(page, row);
    await page.keyboard.press("e");
    await expect(page.getByRole("complementary", { name: say("web-evidence") })).toContainText(publisher!);
    await page.keyboard.press("Escape");
  }
  await expect(page.getByRole("note", { name: say("web-banner") })).toContainText("TLP:CLEAR");
  await isAccessible(page);
});

test("journey 4: someone is found across scripts, on one page, and the variant that matched is named", async ({
  page,
}) => {
  const say = wordsOf(language());
  await open(page, "/situation");

  const pages = new Set<string>();
  for (const text of ["장수영", "Jang Su-young"]) {
    await page.keyboard.press("/");
    await page.keyboard.insertText(text);
    await expect(page).toHaveURL(/\/search\/s-/);
    const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Sooyeong CHANG" }) });
    await expect(row.locator("mark").first()).toBeVisible();
    await saysNoName(page, "장수영", "Jang");
    await page.keyboard.press("Escape");
    await walkTo(page, row);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/CHANG|장수영|Jang/);
    await saysNoName(page, "CHANG", "Jang", "장수영");
    pages.add(new URL(page.url()).pathname);
  }
  expect(pages.size).toBe(1);

  for (const tab of ["overview", "statements", "links", "timeline", "documents", "similar", "history"]) {
    const tabs = page.getByRole("navigation", { name: say("web-views") });
    await expect(tabs.getByRole("link", { name: new RegExp(`^${say(`web-tab-${tab}`)}`) })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await isAccessible(page);
    await page.keyboard.press("]");
  }
  await page.keyboard.press("/");
  await page.keyboard.insertText("phnom");
  await expect(page.getByRole("link", { name: "Phnom Penh", exact: true })).toBeVisible();
  await isAccessible(page);
});

test("journey 2: a family's report gets a number, a stage and open days, and is there after a reload", async ({
  page,
}) => {
  const say = wordsOf(language());
  const labelled = (prop: string) => page.locator(`#field-${prop.replace(".", "-")}`);
  await open(page, "/situation");
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("web-screen-reports"));
  await isAccessible(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/reports\/new$/);
  await isAccessible(page);

  for (const [prop, text] of [
    ["person.name", "강서윤\nKang Seo-yun"],
    ["phone", "010-0012-3456"],
    ["lastContactAt", "2025-08"],
    ["placeText", "near Poipet"],
    ["howLured", "an office job in Poipet"],
  ] as const) {
    await tabTo(page, labelled(prop));
    await page.keyboard.insertText(text);
  }
  const take = page.getByRole("button", { name: say("web-report-take"), exact: true });
  await pressOn(page, take);
  // The demonstration knows two of this name: both are somebody else.
  await expect(page.getByRole("heading", { name: say("web-report-alike"), exact: true })).toBeFocused();
  for (const group of await page.getByRole("radiogroup").all()) {
    await tabTo(page, group.getByRole("radio").first());
    await page.keyboard.press("ArrowDown");
    await expect(group.getByRole("radio", { name: say("web-verdict-different") })).toBeChecked();
  }
  await pressOn(page, take);
  const told = page.getByRole("heading", { name: /R-\d{4}-\d{4}/ });
  await expect(told).toBeVisible();
  const number = /R-\d{4}-\d{4}/.exec((await told.textContent()) ?? "")![0];
  await saysNoName(page, "Kang", "강서윤");

  await pressOn(page, page.getByRole("link", { name: say("web-report-see") }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(say("casework-stage-reported"));
  await expect(page.locator("b.days")).toHaveText("0");
  await expect(page.getByText("강서윤")).toHaveCount(0);
  await saysNoName(page, "Kang", "강서윤");
  await isAccessible(page);

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await dialog.locator("#stage").selectOption("repatriated");
  await expect(dialog.locator("#stage-reason")).toBeVisible();
  await isAccessible(page);
  await dialog.locator("#stage-reason").fill("came back alone");
  await pressOn(page, dialog.getByRole("button", { name: say("web-report-enter-act") }));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(say("casework-stage-repatriated"));
  await expect(page.getByText("came back alone")).toBeVisible();
  const back = page.locator("ol").getByRole("button", { name: say("web-report-take-back"), exact: true });
  await pressOn(page, back);
  await page.keyboard.insertText("another person");
  await pressOn(page, dialog.getByRole("button", { name: say("web-report-take-back") }));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(say("casework-stage-reported"));
});

test("journey 7: a compound with its names, reports and raid, and a travel restriction on map and timeline", async ({
  page,
}) => {
  const say = wordsOf(language());
  await open(page, "/situation");
  await page.keyboard.press("g");
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("web-screen-compounds"));
  await isAccessible(page);
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: "Demonstration Park Amber", exact: true }) });
  await walkTo(page, row);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Demonstration Park Amber");
  for (const name of ["시범 단지 호박", "演示园区琥珀", "ឧទ្យានសាកល្បងមួយ"])
    await expect(page.getByRole("main").getByText(name).first()).toBeVisible();
  await expect(
    page
      .getByRole("table", { name: say("web-screen-reports") })
      .getByRole("row")
      .nth(1),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Demonstration raid 1" }).first()).toBeVisible();
  await expect(page.locator(".numbers").first()).toContainText(/[1-9]/);
  await isAccessible(page);

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await isAccessible(page);
  await tabTo(page, dialog.locator("#travel-title"));
  await page.keyboard.insertText("Invented notice on Bavet");
  await dialog.locator("#travel-place").selectOption({ label: "Bavet" });
  await dialog.locator("#travel-from").fill("2025-10-20");
  await tabTo(page, dialog.locator("#travel-issuer"));
  await page.keyboard.insertText("Invented ministry");
  await tabTo(page, dialog.locator("#travel-source"));
  await page.keyboard.insertText("notice 7, invented");
  await pressOn(page, dialog.getByRole("button", { name: say("web-case-enter-act") }));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");

  const told = page.locator("ol li").filter({ hasText: "Invented notice on Bavet" });
  await expect(told).toContainText("2025-10-20");
  await expect(told).toContainText("notice 7, invented");
  await expect(told).toContainText(say("web-travel-restriction"));
  await expect(page.locator(".map title").filter({ hasText: `Bavet: ${say("web-map-restricted")}` })).toHaveCount(1);
  await isAccessible(page);

  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("web-screen-travel"));
  await expect(page.getByRole("row").filter({ hasText: "Invented notice on Bavet" })).toContainText("2025-10-20");
});

test("journey 13: a pasted advert shows its reasons, its cluster grows by one, its compound opens, and it is marked", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const say = wordsOf(language());
  await open(page, "/situation");
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("web-screen-adverts"));
  await isAccessible(page);
  // By one hand, and with the name of a compound in its words.
  const words = (pay: number) =>
    `招聘线上客服，无需经验，月薪${pay} CNY起，包吃住，报销机票，工作地点在边境园区。飞机 @demo_journey_13 Demonstration Park Amber`;
  const paste = async (text: string) => {
    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("web-advert-text"), { exact: true }).fill(text);
    await dialog.getByLabel(say("web-advert-platform"), { exact: true }).fill("demo-chat");
    await dialog.getByLabel(say("web-advert-url"), { exact: true }).fill(`https://adverts.invalid/${text.length}`);
    await dialog.getByRole("button", { name: say("web-advert-take") }).click();
    await expect(page.getByRole("heading", { name: say("web-advert-why") })).toBeVisible();
  };
  await paste(words(21000));
  await expect(page.getByRole("heading", { name: say("web-advert-cluster", { count: 1 }) })).toBeVisible();
  await page.goBack();
  await paste(words(135000));
  await expect(page.getByRole("heading", { name: say("web-advert-cluster", { count: 2 }) })).toBeVisible();
  await isAccessible(page);
  const why = page.getByRole("table", { name: say("web-advert-why") });
  for (const sign of ["pay-too-high", "board-paid", "chat-only"])
    await expect(why.getByRole("row").filter({ hasText: say(`advert-sign-${sign}`) })).toContainText(
      /\+[0-9]\.[0-9]{2}/,
    );
  await expect(page.locator(".text mark").filter({ hasText: "包吃住" }).first()).toBeVisible();
  const contact = page.getByRole("row").filter({ hasText: "demo_journey_13" }).first();
  await expect(contact).toContainText("1");
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: say("web-advert-say-act") }).click();
  await expect(dialog.getByRole("status")).toContainText(/[0-9]+/);
  await dialog
    .getByRole("button", { name: say("web-close"), exact: true })
    .last()
    .click();
  await expect(page.getByText(say("casework-advert-marked"), { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "Demonstration Park Amber", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Demonstration Park Amber");
});

test("a family that told two desks is one report, and two again when that is taken back", async ({ page }) => {
  const say = wordsOf(language());
  const field = (name: string) => page.locator(`#field-${name.replace(".", "-")}`);
  const take = page.getByRole("button", { name: say("web-report-take"), exact: true });
  const told = page.getByRole("heading", { name: /R-\d{4}-\d{4}/ });
  const number = async () => /R-\d{4}-\d{4}/.exec((await told.textContent()) ?? "")![0];
  await open(page, "/reports/new");
  await field("person.name").fill("제갈빛나");
  await field("phone").fill("010-0099-1234");
  await pressOn(page, take);
  await expect(told).toBeVisible();
  const first = await number();

  await open(page, "/reports/new");
  await field("person.name").fill("Jegal Bit-na");
  await field("phone").fill("+82 10 0099 1234");
  await pressOn(page, take);
  await expect(page.getByRole("heading", { name: say("web-report-alike"), exact: true })).toBeFocused();
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  await isAccessible(page);
  await saysNoName(page, "Jegal Bit-na", "제갈빛나");
  for (const one of await page.locator("fieldset:has([role=radiogroup])").all()) {
    const isSame = 0 < (await one.getByRole("link", { name: first }).count());
    await tabTo(page, one.getByRole("radio").first());
    await page.keyboard.press(isSame ? "Space" : "ArrowDown");
    const verdict = say(isSame ? "web-verdict-same" : "web-verdict-different");
    await expect(one.getByRole("radio", { name: verdict })).toBeChecked();
  }
  await pressOn(page, take);
  await expect(told).toBeVisible();
  expect(await number()).not.toBe(first);
  await expect(page.getByText(say("web-report-one-with", { number: first }))).toBeVisible();

  await pressOn(page, page.getByRole("link", { name: say("web-report-see") }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(first);
  const sources = page.getByRole("region", { name: say("web-report-sources") });
  await expect(sources.getByRole("columnheader")).toHaveCount(3);
  await expect(page.getByText("제갈빛나")).toHaveCount(0);
  await isAccessible(page);
  await pressOn(page, page.locator("section[aria-labelledby=twins]").getByRole("button").first());
  const dialog = page.getByRole("dialog");
  await page.keyboard.insertText("two brothers");
  await pressOn(page, dialog.locator("button[type=submit]"));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(sources).toHaveCount(0);
  await expect(page.getByRole("button", { name: say("web-report-judge"), exact: true }).first()).toBeVisible();
});

test("journey 8: somebody out of a compound is screened in a case, and stands on two tracks that never mix", async ({
  page,
}) => {
  const say = wordsOf(language());
  const dialog = page.getByRole("dialog");
  await open(page, "/situation");
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("web-screen-cases"));
  await isAccessible(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("c");
  await expect(dialog).toBeVisible();
  await isAccessible(page);
  await dialog.locator("#case-template").selectOption("rescue");
  await dialog.locator("#case-title").fill("two people in Bavet");
  await pressOn(page, dialog.getByRole("button", { name: say("web-case-open-act"), exact: true }));
  await expect(page).toHaveURL(/\/cases\/C-\d{4}-\d{4}$/);
  await expect(page.getByRole("table", { name: say("web-case-tasks") }).getByRole("row")).toHaveCount(5);
  await isAccessible(page);

  await page.getByRole("button", { name: say("web-case-link"), exact: true }).click();
  await dialog.locator("#entry-text").fill("demo-report-00002");
  await pressOn(page, dialog.getByRole("button", { name: say("web-case-enter-act"), exact: true }));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 4, name: say("web-tracks-victim") })).toBeVisible();
  await isAccessible(page);

  await pressOn(page, page.getByRole("link", { name: say("web-tracks-open") }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("web-screen-interview"));
  await isAccessible(page);
  const question = page.getByRole("group").first();
  await question.getByLabel(say("care-answer-yes")).check();
  await page.locator("#result").selectOption("presumed-victim");
  await pressOn(page, page.getByRole("button", { name: say("web-interview-enter") }));
  await isAccessible(page);
  await pressOn(page, dialog.getByRole("button", { name: say("web-case-enter-act"), exact: true }));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  const victim = page.getByRole("region", { name: say("web-tracks-victim") });
  await expect(victim.getByText(say("care-result-presumed-victim"))).toBeVisible();

  await page.getByRole("button", { name: say("web-interview-step") }).click();
  await dialog.locator("#step").selectOption("suspected");
  await dialog.locator("#step-authority").fill("kh.npc");
  await dialog.locator("#basis").fill("immigration-law");
  await pressOn(page, dialog.getByRole("button", { name: say("web-case-enter-act"), exact: true }));
  const why = dialog.locator("textarea[required]");
  await expect(why).toBeVisible();
  await why.fill("the authority says so");
  await pressOn(page, dialog.getByRole("button", { name: say("web-case-enter-act"), exact: true }));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  const criminal = page.getByRole("region", { name: say("web-tracks-criminal") });
  await expect(criminal.getByText(say("care-step-suspected"))).toBeVisible();
  await expect(victim.getByText(say("care-step-suspected"))).toHaveCount(0);
  const told = await page.request.get("/api/suspects?agency=kh.npc");
  expect(await told.json()).toMatchObject({ named: [], victims: 1 });
  await open(page, "/screening");
  await expect(page.getByRole("row").filter({ hasText: say("care-step-suspected") })).toHaveCount(1);
  await isAccessible(page);
});

test("journey 12: a payment is followed by two rules, by holder, in a locked layout, and the trace is kept and opened again", async ({
  page,
}) => {
  const say = wordsOf(language());
  const dialog = page.getByRole("dialog");
  await open(page, "/cases");
  await page.keyboard.press("c");
  await dialog.locator("#case-template").selectOption("rescue");
  await dialog.locator("#case-title").fill("a payment to an invented firm");
  await pressOn(page, dialog.getByRole("button", { name: say("web-case-open-act"), exact: true }));
  await expect(page).toHaveURL(/\/cases\/C-\d{4}-\d{4}$/);
  const number = page.url().split("/").at(-1) ?? "";

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("g");
  await page.keyboard.press("f");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("web-screen-money"));
  await isAccessible(page);
  for (const [name, text] of [
    ["bank.csv", BANK],
    ["chain.csv", CHAIN],
  ] as const) {
    await page.locator("#money-file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(1);
  }
  await isAccessible(page);

  await page.locator("#money-from").fill(VICTIM);
  await page.locator("#money-purpose").selectOption("criminal-investigation");
  await pressOn(page, page.getByRole("button", { name: say("web-money-ask-act"), exact: true }));
  await expect(page).toHaveURL(/\/money\/m-[0-9a-z]{26}$/);
  await saysNoName(page, VICTIM);
  const held = page.locator("[data-held=KRW]");
  await expect(held).toHaveText("48,000,000");
  const cells = page.locator("#holdings tbody tr").filter({ hasText: "KRW" }).locator("td:nth-child(4)");
  const sum = async () =>
    (await cells.allTextContents()).reduce((all, text) => all + BigInt(text.replace(/[,.]/g, "")), 0n);
  expect(await sum()).toBe(BigInt("48000000"));
  await isAccessible(page);

  // Another rule, in the same places.
  const box = (account: string) => page.getByRole("button", { name: new RegExp(`^${account},`) });
  const places = () => box("110220425").locator("rect").first().getAttribute("x");
  const before = await places();
  const exchange = page.locator("#holdings tbody tr").filter({ hasText: "88210" }).locator("td:nth-child(4)");
  const fifo = await exchange.textContent();
  await page.getByRole("button", { name: say("web-money-rule-pro-rata"), exact: true }).click();
  await expect(exchange).not.toHaveText(fifo ?? "");
  expect(await places()).toBe(before);
  expect(await sum()).toBe(BigInt("48000000"));

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("h");
  await expect(page.getByRole("button", { name: /^110220417, 110220425,/ })).toBeVisible();
  await page.keyboard.press("h");
  await page.keyboard.press("l");
  await expect(page.getByText(say("web-money-unlocked"))).toBeVisible();
  await page.keyboard.press("l");
  await page.keyboard.press("t");
  await expect(page.getByRole("region", { name: say("web-money-canvas") })).toHaveCount(0);
  await page.keyboard.press("t");

  await page.keyboard.press("k");
  await dialog.locator("#keep-case").selectOption(number);
  await dialog.locator("#keep-title").fill("the first payment");
  await isAccessible(page);
  await pressOn(page, dialog.getByRole("button", { name: say("web-money-keep"), exact: true }));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  await open(page, "/money");
  await page.getByRole("button", { name: "the first payment" }).click();
  await dialog.locator("#reopen-purpose").selectOption("criminal-investigation");
  await pressOn(page, dialog.getByRole("button", { name: say("web-money-reopen-act"), exact: true }));
  await expect(page.getByText(say("web-money-same")).first()).toBeVisible();
  await expect(held).toHaveText("48,000,000");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: say("web-money-evidence") })).toBeVisible();
  await page.emulateMedia({ media: "screen" });

  // A freeze plan of the same sums, whose letter validates.
  await pressOn(page, page.getByRole("button", { name: say("web-freeze-make"), exact: true }));
  await expect(dialog.locator("#plan-case")).toHaveValue(number);
  await dialog.locator("#plan-basis").fill("Act 12, section 3 (invented)");
  await dialog.getByRole("checkbox", { name: /110220417/ }).check();
  await isAccessible(page);
  await pressOn(page, dialog.getByRole("button", { name: say("web-freeze-make-act"), exact: true }));
  await expect(page).toHaveURL(/\/freeze-plans\/FP-\d{4}-\d{4}$/);
  await expect(page.locator("[data-asked=KRW]")).toHaveText("48,000,000");
  await expect(page.getByText(say("money-plan-victim"))).toHaveCount(1);
  await isAccessible(page);
  const link = page.getByRole("link", { name: "goAML XML" }).first();
  const letter = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(letter.status()).toBe(200);
  validates(await letter.text());

  const first = page.getByRole("button", { name: say("web-freeze-say"), exact: true }).first();
  await pressOn(page, first);
  await dialog.locator("#freeze-status").selectOption("sent");
  await isAccessible(page);
  await pressOn(page, dialog.getByRole("button", { name: say("web-freeze-say-act"), exact: true }));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  await page
    .getByRole("row")
    .filter({ hasText: "88210" })
    .getByRole("button", { name: say("web-freeze-say"), exact: true })
    .click();
  await expect(dialog.locator("#freeze-status")).toHaveValue("held");
  await dialog.locator("#freeze-amount").fill("900000");
  await pressOn(page, dialog.getByRole("button", { name: say("web-freeze-say-act"), exact: true }));
  await expect(dialog.getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-saved=KRW]")).toHaveText("900,000");
  await open(page, "/freeze-plans");
  await expect(page.getByRole("row").filter({ hasText: number })).toHaveCount(1);
  await isAccessible(page);
});

test("journey 5: duplicates are judged by key, the waterfall is read, and an undone judgement brings its pair back", async ({
  page,
}) => {
  const say = wordsOf(language());
  await open(page, "/situation");
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await expect(page).toHaveURL(/\/resolve$/);
  const queue = page.getByRole("region", { name: say("web-resolve-queue") });
  const first = queue.getByRole("listitem").first();
  await expect(page.getByRole("table", { name: say("web-weights") })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("row").filter({ hasText: say("web-weights-total") })).toContainText(/[+−]\d/);
  await isAccessible(page);
  await saysNoName(page, "CHANG", "Jang", "장수영");

  const sides = page.getByRole("region", { name: say("web-resolve-pair") }).getByRole("link");
  const address = await sides.first().getAttribute("href");
  const judged: string[] = [];
  const last = page
    .getByRole("status")
    .filter({ hasText: say("web-resolve-last", { verdict: "", commit: "" }).slice(0, 3) });
  for (const [at, letter] of [..."yhnhhnhhnhhnhhnhhnhy"].entries()) {
    const pair = (await first.textContent()) ?? "";
    await page.keyboard.press(letter);
    await expect(first).not.toHaveText(pair);
    judged.push(pair);
    await expect(last).toBeVisible();
    if (at === 0) await isAccessible(page);
  }
  expect(new Set(judged).size).toBe(20);
  await page.keyboard.press("u");
  await expect(first).toHaveText(judged.at(-1)!);

  await page.reload();
  await expect(first).toHaveText(judged.at(-1)!, { timeout: 60_000 });

  await open(page, `${address}?tab=similar`);
  const decided = page.getByText(new RegExp(`^${say("web-verdict-same")}.*analyst.*20\\d\\d`));
  await expect(decided).toBeVisible();
  await isAccessible(page);
  await pressOn(page, page.getByRole("button", { name: say("web-similar-take-back") }));
  await isAccessible(page);
  await page.keyboard.insertText("another person");
  await pressOn(page, page.getByRole("dialog").locator("button[type=submit]"));
  await expect(page.getByRole("dialog").getByRole("status")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(decided).toHaveCount(0);
});

test("journey 3: a workbook is imported, two rows are mended in place, and the import is undone", async ({ page }) => {
  const say = wordsOf(language());
  await open(page, "/situation");
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/\/import$/);

  const chooser = page.waitForEvent("filechooser");
  await pressOn(page, page.locator("#file"));
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await (await chooser).setFiles({ name: "reports-2025.xlsx", mimeType: type, buffer: workbook() });
  await expect(page.getByRole("heading", { name: say("web-import-mapping") })).toBeVisible();
  await isAccessible(page);
  await pressOn(page, page.getByRole("button", { name: say("web-import-start"), exact: true }));
  await expect(page.locator(".tag.ok", { hasText: say("web-import-state-done") })).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await expect(page.getByRole("heading", { name: say("web-import-problem-rows", { count: 12 }) })).toBeVisible();

  for (const row of [12, 42]) {
    await tabTo(page, page.getByLabel(say("web-import-cell", { column: "report number", row }), { exact: true }));
    await page.keyboard.type(`R-2025-9${row}`);
  }
  // What is typed survives the page.
  await expect
    .poll(
      async () => ((await (await page.request.get(`${page.url()}.json`)).json()) as { typed: unknown[] }).typed.length,
    )
    .toBe(2);
  await page.reload();
  await expect(
    page.getByLabel(say("web-import-cell", { column: "report number", row: 42 }), { exact: true }),
  ).toHaveValue("R-2025-942");
  await pressOn(page, page.getByRole("button", { name: say("web-import-mend", { count: 2 }) }));
  await expect(page.getByRole("heading", { name: say("web-import-problem-rows", { count: 10 }) })).toBeVisible();
  await expect(page.locator(".sum")).toContainText("320");
  await isAccessible(page);
  // The months of the 320: 330 rows, every eighth of one month, without the ten that are still set aside.
  const imports = page.url();
  const counted = async () => {
    const told = await page.request.get("/reports.json?day=2025-09-01");
    const { overview } = (await told.json()) as {
      overview: { reports: number; months: { month: string | null; reported: number }[] };
    };
    const months = overview.months.filter((one) => one.month?.startsWith("2025-"));
    return { all: overview.reports, months: new Map(months.map((one) => [one.month, one.reported])) };
  };
  const withThem = await counted();
  expect([...withThem.months.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((month) => `2025-0${month}`));
  await open(page, "/reports?day=2025-09-01");
  await expect(page.locator("table.months tbody tr").first()).toContainText(String(withThem.months.get("2025-01")));
  await open(page, new URL(imports).pathname);

  await pressOn(page, page.getByRole("button", { name: say("web-import-undo"), exact: true }));
  await page.keyboard.insertText("the wrong file");
  await pressOn(page, page.getByRole("button", { name: say("web-import-undo-act") }));
  await expect(page.getByRole("dialog").getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(say("web-import-state-undone"), { exact: true })).toBeVisible();
  await expect(page.locator(".sum")).toContainText(/\d/);
  await expect(page.locator(".sum")).not.toContainText(say("web-import-nothing-new"));
  const without = await counted();
  expect(withThem.all - without.all).toBe(320);
  const fewer = [...withThem.months].map(([month, count]) => count - (without.months.get(month) ?? 0));
  expect(fewer.reduce((sum, one) => sum + one, 0)).toBe(320);
});

test("a file that was sent and not begun is discarded, and its list no longer has it", async ({ page }) => {
  const say = wordsOf(language());
  await open(page, "/import");
  const file = { name: "the-wrong-one.csv", mimeType: "text/csv", buffer: Buffer.from("name\nSomebody Invented\n") };
  await page.setInputFiles("#file", file);
  await expect(page.getByRole("heading", { name: "the-wrong-one.csv" })).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: say("web-import-discard"), exact: true }));
  await expect(page.getByRole("dialog")).toContainText(say("web-import-discard-journal"));
  await isAccessible(page);
  await pressOn(page, page.getByRole("dialog").getByRole("button", { name: say("web-import-discard"), exact: true }));

  await expect(page).toHaveURL(/\/import$/);
  await expect(page.getByRole("link", { name: "the-wrong-one.csv" })).toHaveCount(0);
});

test("journey 6: figures are told apart, one is preferred, and all originals remain", async ({ page }) => {
  const say = wordsOf(language());
  await open(page, "/situation");
  const judge = async (table: string, row: RegExp, button: string, reason: string) => {
    const found = page.getByRole("table", { name: table }).getByRole("row").filter({ hasText: row }).first();
    await walkTo(page, found);
    await pressOn(page, page.getByRole("button", { name: say(`web-judge-${button}`), exact: true }));
    // What binds stands in English, too, beside a language that no speaker has checked.
    for (const told of [say, wordsOf("en")])
      await expect(page.getByRole("dialog")).toContainText(told("web-consequence-stays"));
    await page.keyboard.insertText(reason);
    await pressOn(page, page.getByRole("button", { name: say("web-judge-write") }));
    await expect(page.getByRole("dialog").getByRole("status")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByText(reason).first()).toBeVisible();
  };
  const held = await answers(page).locator("caption").innerText();

  await judge(held, /gaming trade news/, "different", "those detained, not those flown home");
  await judge(held, /CNewsLive/, "different", "those flown home, not those detained");
  await judge(held, /Chosun Biz/, "preferred", "the settled count of the charter flight");

  for (const reason of ["those detained, not those flown home", "those flown home, not those detained"])
    await expect(page.getByText(reason)).toBeVisible();
  for (const publisher of ["gaming trade news", "CNewsLive"])
    await expect(page.locator(".apart")).toContainText(publisher);
  const preferred = answers(page).getByRole("row").filter({ hasText: "Chosun Biz" });
  await expect(preferred).toContainText(say("web-preferred"));
  await expect(preferred).toContainText("the settled count of the charter flight");
  for (const publisher of ["Media Selangor", "Lao Dong", "NationPress"]) {
    await expect(answers(page).getByRole("row").filter({ hasText: publisher })).toHaveCount(1);
  }
  await isAccessible(page);

  // The two scopes of "3,500 suspects": one number, two questions.
  const arrests = "Arrests in Cambodia's crackdown from June 2025";
  await page.keyboard.press("]");
  const question = page.getByRole("row").filter({ hasText: arrests });
  await walkTo(page, question);
  await page.keyboard.press("Enter");
  await judge(arrests, /blog/, "different", "counts Myanmar, too");
  await expect(page.locator(".apart")).toContainText("counts Myanmar, too");
  await expect(
    page.getByRole("table", { name: arrests }).getByRole("row").filter({ hasText: "Media Selangor" }),
  ).toHaveCount(1);
  await isAccessible(page);
});

test("journey 14: three lists give a range with its assumptions, two that share three people are refused", async ({
  page,
}) => {
  const say = wordsOf(language());
  await open(page, "/situation");
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/estimate$/);
  await isAccessible(page);

  await pressOn(page, page.getByRole("button", { name: say("web-estimate-example") }));
  await expect(page.getByLabel(say("web-estimate-table"), { exact: true })).toHaveValue(/^police,embassy,ngo,count/);
  await page.getByLabel(say("web-estimate-method"), { exact: true }).selectOption("all");
  await pressOn(page, page.getByRole("button", { name: say("web-estimate-ask") }));
  await expect(page.getByRole("img", { name: say("web-estimate-chart") })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator(".answer")).toHaveCount(4);
  const cells = page.getByRole("table", { name: say("web-estimate-cells") });
  await expect(cells.getByRole("row").filter({ hasText: "police + embassy + ngo" })).toContainText("14");
  await expect(page.getByRole("heading", { name: say("web-estimate-assumes") })).toBeVisible();
  await expect(page.locator(".assumes")).toContainText("Whitehead");
  await isAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("main form")).toBeHidden();
  await expect(page.locator(".assumes")).toBeVisible();
  await page.emulateMedia({ media: null });

  await tabTo(page, page.getByLabel(say("web-estimate-table"), { exact: true }));
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("police,embassy,count\n1,0,120\n0,1,80\n1,1,3\n");
  await page.getByLabel(say("web-estimate-method"), { exact: true }).selectOption("");
  await page.getByLabel(say("web-estimate-table"), { exact: true }).press("Control+Enter");
  await expect(page.locator(".answer.refused")).toContainText(say("web-estimate-refused"));
  await expect(page.locator(".answer.refused")).toContainText("7");
  await expect(page.getByRole("img", { name: say("web-estimate-chart") })).toHaveCount(0);
  await isAccessible(page);
});

test("a judgement is taken back by key, with a reason, and the figure stands as before", async ({ page }) => {
  const say = wordsOf(language());
  await open(page, "/situation");
  const held = answers(page).getByRole("row").filter({ hasText: "CKHQ" });
  await walkTo(page, held);
  await pressOn(page, page.getByRole("button", { name: say("web-judge-superseded"), exact: true }));
  await page.keyboard.insertText("judged in haste");
  await pressOn(page, page.getByRole("button", { name: say("web-judge-write") }));
  await expect(page.getByRole("dialog").getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(held).toContainText(say("web-superseded"));

  await page.keyboard.press("u");
  await expect(page.getByRole("dialog", { name: say("web-judge-withdraw-title") })).toContainText(
    say("web-judge-withdraw-history"),
  );
  await isAccessible(page);
  await page.keyboard.insertText("the wrong row");
  await pressOn(page, page.getByRole("dialog").getByRole("button", { name: say("web-judge-withdraw-act") }));
  await expect(page.getByRole("dialog").getByRole("status")).toBeVisible();
  await page.keyboard.press("Enter");

  await expect(held).not.toContainText(say("web-superseded"));
  await expect(page.getByText("judged in haste")).toHaveCount(0);
});
