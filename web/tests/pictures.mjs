// Takes pictures of every screen and state, into docs/pictures. Run by `make pictures`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { signIn } from "./accounts.mjs";
import { CHROMIUM } from "./chromium.mjs";
import { BANK, CHAIN, VICTIM } from "./money.mjs";
import { OwnNode } from "./node.mjs";
import { workbook } from "./reports.mjs";
import { Peer } from "./requests.mjs";
import { Three } from "./three.mjs";

const folder = new URL("../../docs/pictures/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
const taken = new Set();
const browser = await chromium.launch(CHROMIUM);
const screen = { locale: "en-US", timezoneId: "Asia/Seoul" };

/** The session of an account, as a browser keeps it. */
async function session(at, name) {
  const context = await browser.newContext({ baseURL: at, ...screen });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await signIn(page, name);
  await page.waitForURL(/\/situation$/);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function picture(
  at,
  state,
  name,
  address,
  { width = 1440, height = 900, language = "en", act, before, paper = false, settles = true } = {},
) {
  taken.add(`${name}.png`);
  if (wanted.length && !wanted.includes(name)) return;
  const context = await browser.newContext({
    storageState: state,
    viewport: { width, height },
    baseURL: at,
    ...screen,
  });
  await context.addInitScript((tag) => localStorage.setItem("liaison-language", tag), language);
  const page = await context.newPage();
  if (before) await before(page);
  await page.goto(address);
  if (settles) await page.waitForLoadState("networkidle");
  if (act) await act(page);
  if (settles) await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(200);
  if (paper) await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: `${folder}${name}.png`, caret: "hide", fullPage: paper });
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
const first = async (page) => {
  await page.locator("tbody a").first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
};
const person = "/records/kr.demo-police:ofac-99000000";
const people = "/search?dataset=demo-caseload&schema=Person";
const file = { name: "reports-2025.xlsx", mimeType: "application/octet-stream", buffer: workbook() };
const sent = async (page) => {
  await page.setInputFiles("#file", file);
  await page.waitForURL(/\/import\/i-/);
  await page.locator("form select").first().waitFor();
};
const imported = async (page) => {
  await sent(page);
  await page.locator("form button[type=submit]").click();
  await page.locator("table.mend").waitFor({ timeout: 120_000 });
};
const asks = (address, answer) => (page) => page.route(address, answer);

// The node of the demonstration.
const demo = process.env.LIAISON_AT_EN;
const analyst = await session(demo, "analyst");
const administrator = await session(demo, "administrator");
const auditor = await session(demo, "auditor");
const supervisor = await session(demo, "supervisor");
const of = (...rest) => picture(demo, analyst, ...rest);
await of("situation", "/situation");
await of("situation-evidence", "/situation", { act: (page) => page.locator("td .src").first().click() });
await of("situation-judgement", "/situation", {
  act: async (page) => {
    await page.locator("tbody tr").nth(1).click();
    await page.getByRole("button", { name: "Different question" }).click();
  },
});
for (const view of ["questions", "figures", "events", "places"])
  await of(`situation-${view}`, `/situation?view=${view}`);
await of("situation-own", "/situation?view=own&what=located");
await of("situation-cooperation", "/situation?view=cooperation");
await of("situation-known-on", "/situation?known_on=2020-01-01T00:00:00Z");
await of("situation-ko", "/situation", { language: "ko" });
await of("situation-km", "/situation", { language: "km" });
await of("situation-phone", "/situation", { width: 390, height: 844 });
const alike = async (page) => {
  await page.locator("#field-person-name").fill("Kang Seo-yun");
  await page.locator("button[type=submit]").click();
  await page.locator("#alike").waitFor();
  await page.locator("#alike").evaluate((title) => title.scrollIntoView({ block: "start" }));
};
await of("reports", "/reports?day=2025-09-01", { width: 1280, height: 800 });
await of("reports-ko", "/reports?day=2025-09-01", { width: 1280, height: 800, language: "ko" });
await of("reports-km", "/reports?day=2025-09-01", { width: 1280, height: 800, language: "km" });
await of("reports-phone", "/reports?day=2025-09-01", { width: 390, height: 844 });
await of("report", "/reports/demo-report-00001?day=2025-09-01");
await of("report-stage", "/reports/demo-report-00001?day=2025-09-01", {
  act: async (page) => {
    await blur(page);
    await page.keyboard.press("s");
    await page.locator("#stage").selectOption("closed");
  },
});
await of("report-phone", "/reports/demo-report-00001?day=2025-09-01", { width: 390, height: 844 });
await of("report-new", "/reports/new");
await of("report-new-phone", "/reports/new", { width: 390, height: 844 });
await of("report-alike", "/reports/new", { act: alike });
await of("report-alike-phone", "/reports/new", { width: 390, height: 844, act: alike });
await of("inbox", "/inbox");
const firstAdvert = async (page) => {
  await page.locator("tbody a").first().click();
  await page.locator(".text").first().waitFor();
  await page.waitForLoadState("networkidle");
};
await of("adverts", "/adverts");
await of("adverts-km", "/adverts", { language: "km" });
await of("adverts-phone", "/adverts", { width: 390, height: 844 });
await of("advert", "/adverts", { act: firstAdvert });
await of("advert-ko", "/adverts", { language: "ko", act: firstAdvert });
await of("advert-phone", "/adverts", { width: 390, height: 844, act: firstAdvert });
await of("advert-new", "/adverts", { act: (page) => page.keyboard.press("c") });
await of("links-none", "/links");
await of("advert-mark", "/adverts?standing=open", {
  act: async (page) => {
    await page.locator("tbody tr").filter({ hasText: "not judged" }).locator("a").first().click();
    await page.locator(".text").first().waitFor();
    await page.keyboard.press("m");
  },
});
await of("compounds", "/compounds");
await of("compounds-km", "/compounds", { language: "km" });
await of("compound", "/compounds/demo-compound-001");
await of("compound-ko", "/compounds/demo-compound-001", { language: "ko" });
await of("compound-phone", "/compounds/demo-compound-001", { width: 390, height: 844 });
await of("operations", "/operations");
await of("operation", "/operations/demo-raid-001");
await of("operation-km", "/operations/demo-raid-001", { language: "km" });
await of("travel", "/travel");
await of("travel-ko", "/travel", { language: "ko" });
await of("travel-new", "/travel", {
  act: async (page) => {
    await page.locator(".screen-head button.main").click();
    await page.locator("#travel-country").selectOption("kh");
  },
});
await of("compound-status", "/compounds/demo-compound-001", {
  act: async (page) => {
    await blur(page);
    await page.keyboard.press("s");
    await page.locator("#tell-code").selectOption("closed");
  },
});
const followed = async (page) => {
  for (const [name, text] of [
    ["bank.csv", BANK],
    ["chain.csv", CHAIN],
  ]) {
    await page.locator("#money-file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("row").filter({ hasText: name }).first().waitFor();
  }
  await page.locator("#money-from").fill(VICTIM);
  await page.locator("#money-purpose").selectOption("criminal-investigation");
  await page.locator("form:has(#money-from) button[type=submit]").click();
  await page.waitForURL(/\/money\/m-/);
  await page.locator("#holdings tbody tr").first().waitFor();
};
await of("money-trace", "/money", { act: followed });
await of("money", "/money");
await of("money-trace-km", "/money", { act: followed, language: "km" });
await of("freeze-plans-none", "/freeze-plans");
const opened = async (page) => {
  await page.locator(".screen-head button.main").click();
  await page.locator("#case-template").selectOption("rescue");
  await page.locator("#case-title").fill("two people in Bavet");
  await page.locator("dialog button[type=submit]").click();
  await page.waitForURL(/\/cases\/C-/);
  await page.locator("button", { hasText: /^(Link|연결|ភ្ជាប់)$/ }).click();
  await page.locator("#entry-text").fill("demo-report-00002");
  await page.locator("dialog button[type=submit]").click();
  await page.locator("dialog [role=status]").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("article").waitFor();
};
const interviewed = async (page) => {
  await opened(page);
  await page.locator("article header a.button").click();
  await page.locator("fieldset input").first().check();
  await page.locator("fieldset").first().waitFor();
};
await of("cases-none", "/cases");
await of("case", "/cases", { act: opened });
await of("case-km", "/cases", { act: opened, language: "km" });
await of("case-phone", "/cases", { act: opened, width: 390, height: 844 });
await of("cases", "/cases");
await of("interview", "/cases", { act: interviewed });
await of("interview-ko", "/cases", { act: interviewed, language: "ko" });
await of("interview-km-phone", "/cases", { act: interviewed, language: "km", width: 390, height: 844 });
await of("screening", "/screening");
await of("search", "/search");
await of("search-text", "/situation", { act: search("Jang Su-young") });
await of("search-preview", "/search?schema=Person&dataset=demo-sanctions-us", {
  act: async (page) => {
    await blur(page);
    await page.keyboard.press("j");
    await page.keyboard.press(" ");
  },
});
await of("search-none", "/situation", { act: search("qqqqzzzz") });
await of("search-marks", "/situation", { act: search("«»") });
await of("search-loading", "/search", {
  before: asks("**/search.json*", () => undefined),
  act: (page) => page.waitForTimeout(900),
  settles: false,
});
await of("search-error", "/search", { before: asks("**/search.json*", (route) => route.abort()) });
await of("search-ko", "/search", { language: "ko" });
await of("search-km", "/search", { language: "km" });
await of("search-phone", "/search", { width: 390, height: 844 });
await of("record", person, {
  act: async (page) => {
    await blur(page);
    await page.keyboard.press("e");
  },
});
for (const tab of ["statements", "links", "timeline", "documents", "similar", "history"])
  await of(`record-${tab}`, `${person}?tab=${tab}`);
await of("record-covered", people, { act: first });
await of("record-reveal", people, {
  act: async (page) => {
    await first(page);
    await page
      .getByRole("button", { name: /Reveal/ })
      .first()
      .click();
  },
});
await of("record-uncovered", people, {
  act: async (page) => {
    await first(page);
    await page
      .getByRole("button", { name: /Reveal/ })
      .first()
      .click();
    await page.locator("#purpose").selectOption("criminal-investigation");
    await page.getByRole("button", { name: "Record the look and uncover" }).click();
    await page.waitForTimeout(800);
  },
});
await of("record-print", person, {
  act: async (page) => {
    await blur(page);
    await page.keyboard.press("p");
  },
});
const printed = {
  before: (page) => page.addInitScript(() => (window.print = () => undefined)),
  act: async (page) => {
    await blur(page);
    await page.keyboard.press("p");
    await page.locator("#print-purpose").selectOption("criminal-investigation");
    await page.locator("dialog button[type=submit]").click();
    await page.locator("dialog").waitFor({ state: "detached" });
  },
  paper: true,
  width: 794,
  height: 1123,
};
await of("record-paper", person, printed);
await of("record-paper-km", person, { ...printed, language: "km" });
await of("record-ko", person, { language: "ko" });
await of("record-km", person, { language: "km" });
await of("record-phone", person, { width: 390, height: 844 });
await of("import", "/import");
await of("import-mapping", "/import", { act: sent });
const isRunning = async (route) => {
  const response = await route.fetch();
  const job = await response.json();
  await route.fulfill({
    response,
    json: {
      ...job,
      state: "running",
      result: null,
      progress: { rows: 182, bytes: Math.round(job.bytes * 0.55), statements: 0 },
    },
  });
};
await of("import-running", "/import", {
  act: async (page) => {
    await sent(page);
    await page.route("**/import/i-*.json", isRunning);
    await page.route("**/api/imports/*/start", isRunning);
    await page.locator("form button[type=submit]").click();
    await page.locator("progress").waitFor();
    await page.waitForTimeout(900);
  },
  settles: false,
});
await of("import-refused", "/import", {
  act: async (page) => {
    await page.setInputFiles("#file", {
      name: "picture.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from([1, 2, 3, 4]),
    });
    await page.getByRole("alert").waitFor();
  },
});
await of("import-problems", "/import", { act: imported });
await of("import-problems-ko", "/import", { act: imported, language: "ko" });
await of("import-discard", "/import", {
  act: async (page) => {
    await sent(page);
    await page.getByRole("button", { name: "Discard the file" }).click();
    await page.getByRole("dialog").waitFor();
  },
});
await of("import-undone", "/import", {
  act: async (page) => {
    const table =
      "report number,name,last contact\nR-2026-1,Somebody Invented,2026-01-02\n,Nobody Invented,2026-01-03\n";
    await page.setInputFiles("#file", { name: "reports-2026.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    await page.locator("form select").first().waitFor();
    await page.locator("form button[type=submit]").click();
    await page.getByRole("button", { name: "Undo the import" }).click();
    await page.getByLabel("Reason").fill("the wrong file");
    await page.getByRole("button", { name: "Withdraw everything it brought" }).click();
    await page.getByRole("dialog").getByRole("status").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".told").waitFor();
  },
});
await of("activity", "/activity");
await picture(demo, supervisor, "activity-supervisor", "/activity");
await picture(demo, supervisor, "import-of-another", "/activity", {
  act: async (page) => {
    await page.getByRole("link", { name: "reports-2025.xlsx" }).last().click();
    await page.getByRole("heading", { name: "reports-2025.xlsx" }).waitFor();
  },
});
const supersede = async (page) => {
  await page.locator("tbody tr").filter({ hasText: "CKHQ" }).click();
  await page.getByRole("button", { name: "Superseded" }).click();
  await page.getByLabel("Reason").fill("counted before two had left");
  await page.getByRole("button", { name: "Write to the journal" }).click();
  await page.getByRole("dialog").getByRole("status").waitFor();
  await page.keyboard.press("Enter");
};
await of("situation-judged", "/situation", { act: supersede });
await of("situation-take-back", "/situation", {
  act: async (page) => {
    await blur(page);
    await page.keyboard.press("u");
    await page.getByRole("dialog").waitFor();
  },
});
for (const [name, language] of [
  ["looks", "en"],
  ["looks-ko", "ko"],
  ["looks-km", "km"],
])
  await picture(demo, auditor, name, "/looks", { language });
await picture(demo, auditor, "looks-accounts", "/looks/accounts");
await picture(demo, auditor, "looks-none", "/looks?officer=nobody");
await picture(demo, auditor, "looks-phone", "/looks", { width: 390, height: 844 });
await of("looks-no-role", "/looks");
const unlike = async (page) => {
  await page.fill("#password-new", "short");
  await page.fill("#password-again", "unlike");
};
for (const [name, language] of [
  ["account", "en"],
  ["account-ko", "ko"],
  ["account-km", "km"],
])
  await of(name, "/account", { language });
await of("account-unlike", "/account", { act: unlike });
await of("account-refused", "/account", {
  act: async (page) => {
    await page.fill("#password-present", "wrong");
    for (const field of ["#password-new", "#password-again"]) await page.fill(field, "a sentence that nobody guesses");
    await page.fill("#password-code", "000000");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
  },
});
await of("account-phone", "/account", { width: 390, height: 844 });
await of("menu", "/situation", { act: (page) => page.locator('[data-kind="who"] button').first().click() });
await of("palette", "/situation", { act: (page) => page.keyboard.press("Control+k") });
await of("keys", "/situation", {
  act: async (page) => {
    await blur(page);
    await page.keyboard.press("?");
  },
});
await of("not-found", "/records/nobody");
await of("sign-in-again", person, {
  act: async (page) => {
    await page.context().clearCookies();
    await page.locator("nav a[href*='/situation']").first().click();
    await page.getByRole("dialog").waitFor();
  },
});
const estimated = async (page) => {
  await page.locator("main form button[type=button]").click();
  await page.locator("#method").selectOption("all");
  await page.locator("main form button[type=submit]").click();
  await page.locator(".answers svg").waitFor({ timeout: 30_000 });
};
const refused = async (page) => {
  await page.fill("#counts", "police,embassy,count\n1,0,120\n0,1,80\n1,1,3\n");
  await page.locator("main form button[type=submit]").click();
  await page.locator(".answer.refused").waitFor();
};
const misread = async (page) => {
  await page.fill("#counts", "police,embassy,count\n1,2,120\n");
  await page.locator("main form button[type=submit]").click();
  await page.locator(".failure").waitFor();
};
await of("estimate-empty", "/estimate");
await of("estimate", "/estimate", { act: estimated });
await of("estimate-ko", "/estimate", { act: estimated, language: "ko" });
await of("estimate-km", "/estimate", { act: estimated, language: "km" });
await of("estimate-refused", "/estimate", { act: refused });
await of("estimate-node", "/estimate", {
  act: async (page) => {
    await page.locator("input[value=node]").check();
    for (const box of await page.locator("fieldset .choice input").all()) await box.check();
    await page.locator("main form button[type=submit]").click();
    await page.locator(".answers section").first().waitFor({ timeout: 60_000 });
  },
});
await of("estimate-misread", "/estimate", { act: misread });
await of("estimate-phone", "/estimate", { act: estimated, width: 390, height: 844 });
await of("estimate-paper", "/estimate", { act: estimated, paper: true });
const queued = (page) => page.locator("table.weights").waitFor({ timeout: 60_000 });
await of("resolve", "/resolve", { act: queued });
await of("resolve-ko", "/resolve", { act: queued, language: "ko" });
await of("resolve-km", "/resolve", { act: queued, language: "km" });
await of("resolve-phone", "/resolve", { act: queued, width: 390, height: 844 });
await of("resolve-far", "/resolve", {
  act: async (page) => {
    await queued(page);
    for (let pair = 0; pair < 30; pair++) await page.keyboard.press("j");
  },
});
await of("resolve-judged", "/resolve", {
  act: async (page) => {
    await queued(page);
    await page.keyboard.press("h");
    await page.locator("[role=status]", { hasText: "commit" }).first().waitFor();
  },
});
await picture(demo, administrator, "no-role", "/situation");
const nobody = { cookies: [], origins: [] };
await picture(demo, nobody, "sign-in", "/sign-in");
await picture(demo, nobody, "sign-in-refused", "/sign-in", {
  act: async (page) => {
    await page.fill("#sign-in-name", "analyst");
    await page.fill("#sign-in-password", "wrong");
    await page.fill("#sign-in-code", "000000");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
  },
});
await picture(demo, nobody, "sign-in-km", "/sign-in", { language: "km" });

// The three desks that exchange.
const EXCHANGED = ["peers", "sharing", "share", "asks", "ask", "looks-exchange"];
if (!wanted.length || wanted.some((name) => EXCHANGED.some((one) => name.startsWith(one)))) {
  const three = await Three.start();
  const kept = process.env.LIAISON_MADE;
  const at = async (desk, name) => {
    process.env.LIAISON_MADE = three.made[desk];
    return session(three.at[desk], name);
  };
  try {
    const korea = await at("kr", "liaison-officer");
    const thailand = await at("th", "auditor");
    const asked = (name, address, more) => picture(three.at.kr, korea, name, address, more);
    await asked("peers", "/peers");
    await asked("peers-ko", "/peers", { language: "ko" });
    await asked("peers-phone", "/peers", { width: 390, height: 844 });
    await asked("sharing", "/sharing");
    await asked("sharing-km", "/sharing", { language: "km" });
    await asked("sharing-ko", "/sharing", { language: "ko" });
    await asked("sharing-take-back", "/sharing?side=given", {
      act: (page) =>
        page
          .locator("tbody tr")
          .filter({ hasText: "desk-front" })
          .getByRole("button", { name: "Take back" })
          .first()
          .click(),
    });
    const sharing = async (page) => {
      await page.getByRole("button", { name: "Share", exact: true }).click();
      await page.locator("#sh-to option").first().waitFor({ state: "attached" });
    };
    const previewed = async (page, about) => {
      await sharing(page);
      await page.locator("#sh-about").selectOption(about);
      await page.getByRole("button", { name: "Show what would go" }).click();
      await page.locator("[data-preview]").waitFor();
    };
    await asked("share", "/records/kr.demo-police:desk-front", { act: sharing });
    await asked("share-preview", "/records/kr.demo-police:desk-front", { act: (page) => previewed(page, "") });
    await asked("share-refused", "/records/kr.demo-police:desk-detained-3", {
      act: (page) => previewed(page, "suspect"),
    });
    await asked("asks", "/asks");
    await asked("asks-km", "/asks", { language: "km" });
    const typed = async (page) => {
      await page.locator(".screen-head button.main").click();
      await page.locator("#ask-case").fill("C-2026-0001");
      await page.locator("#ask-purpose").selectOption("rescue");
      await page.locator("#ask-lines").fill("M70000017\n+855 12 345 679\nperson 강서윤, 1999-03-01");
    };
    await asked("ask", "/asks", { act: typed });
    await asked("ask-answer", "/asks", {
      act: async (page) => {
        await page.goto("/cases");
        const number = await page.locator("tbody a").first().textContent();
        await page.goto("/asks");
        await typed(page);
        await page.locator("#ask-case").fill(number.trim());
        await page.locator("dialog button[type=submit]").click();
        await page.locator("[data-hit]").first().waitFor();
      },
    });
    await picture(three.at.th, thailand, "looks-exchange", "/looks/exchange");
    await picture(three.at.th, thailand, "looks-exchange-ko", "/looks/exchange", { language: "ko" });
  } finally {
    process.env.LIAISON_MADE = kept;
    await three.remove();
  }
}

// A node without anything in it, then with a hundred thousand people.
const own = await OwnNode.empty();
try {
  await own.start();
  process.env.LIAISON_MADE = own.made;
  const officer = await session(own.at, "analyst");
  await picture(own.at, officer, "situation-empty", "/situation");
  await picture(own.at, officer, "search-empty", "/search");
  await picture(own.at, officer, "resolve-empty", "/resolve");
  await picture(own.at, officer, "activity-empty", "/activity");
  await picture(own.at, officer, "requests-empty", "/requests");
  if (!wanted.length || wanted.some((name) => name.startsWith("request"))) {
    await own.stop();
    const peer = new Peer(own);
    peer.ask("welfare-check", "life-at-risk", "강서윤", "Is the person well?");
    const second = peer.ask("takedown", "urgent", "@invented_jobs", "Please have the account closed.");
    peer.carry();
    own.run("request", "clarify", second, "Since when is it there?");
    peer.run("request", "recall", peer.ask("information", "ordinary", "TK 99", "Who owns it?"), "asked by mistake");
    peer.carry();
    await own.start();
  }
  const asked = (name, address, more) => picture(own.at, officer, name, address, more);
  const firstRow = async (page) => {
    await page.locator("tbody a").first().click();
    await page.locator("[data-state]").waitFor();
  };
  await asked("requests", "/requests");
  await asked("requests-km", "/requests", { language: "km" });
  await asked("requests-ko", "/requests", { language: "ko" });
  await asked("requests-phone", "/requests", { width: 390, height: 844 });
  await asked("requests-inbox", "/inbox");
  await asked("request", "/requests", { act: firstRow });
  await asked("request-km", "/requests", { language: "km", act: firstRow });
  await asked("request-ko", "/requests", { language: "ko", act: firstRow });
  await asked("request-letter", "/requests", { act: firstRow, paper: true });
  await asked("request-new", "/requests", {
    act: async (page) => page.getByRole("button", { name: "Draft a request" }).click(),
  });
  await asked("request-refuse", "/requests", {
    act: async (page) => {
      await firstRow(page);
      await page.getByRole("button", { name: "Refuse", exact: true }).click();
    },
  });
  if (!wanted.length || wanted.includes("search-many")) {
    await own.stop();
    own.crowd(100_000);
    await own.start();
  }
  await picture(own.at, officer, "search-many", "/search?offset=9450");
} finally {
  await own.remove();
  await browser.close();
}

// A picture that is taken no more shows what is there no more; which those are, only a whole run knows.
const kept = () => readdirSync(folder).filter((name) => name.endsWith(".png"));
if (!wanted.length) for (const name of kept()) if (!taken.has(name)) rmSync(folder + name);
writeFileSync(
  `${folder}README.md`,
  `# Pictures\n\nEvery screen and state of the workbench, taken by \`make pictures\` on the demonstration. People in them are invented.\n\n${kept()
    .sort()
    .map((name) => `- [${name.replace(".png", "")}](${name})`)
    .join("\n")}\n`,
);
