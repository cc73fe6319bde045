// Measures the workbench in a real browser and writes bench/reports/DATE-workbench.md and .jsonl.
// Run by `make bench`, by way of `tests/browser.sh --measure`.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { signIn } from "./accounts.mjs";
import { CHROMIUM } from "./chromium.mjs";
import { OwnNode } from "./node.mjs";

const ENTITIES = 100_000;
const STARTS = 5;
const LISTS = 7;
const PRESSES = 60;
const SEARCHES = 12;
const [load] = loadavg();
const at = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const figures = [];
function figure(name, value, unit, below) {
  const bound = below === undefined ? "none" : value < below ? "met" : "floor-missed";
  figures.push({ bound, ...(below === undefined ? {} : { floor: { below } }), name, unit, value });
  console.log(`${name}: ${value.toFixed(1)} ${unit}${below === undefined ? "" : ` (below ${below}: ${bound})`}`);
}

const node = await OwnNode.empty();
const browser = await chromium.launch(CHROMIUM);
try {
  console.log(`importing ${ENTITIES} entities`);
  node.crowd(ENTITIES);

  const starts = [];
  for (let turn = 0; turn < STARTS; turn++) {
    const before = performance.now();
    await node.start();
    await fetch(`${node.at}/readyz`);
    starts.push(performance.now() - before);
    if (turn < STARTS - 1) await node.stop();
  }
  figure("start of serve until it answers, median", at(starts, 0.5) / 1000, "s", 1);

  process.env.LIAISON_MADE = node.made;
  const context = await browser.newContext({
    baseURL: node.at,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "Asia/Seoul",
  });
  const page = await context.newPage();
  // Tells when the first rows were painted, and how long each key press took until it was.
  await page.addInitScript(() => {
    window.presses = [];
    const painted = (done) => requestAnimationFrame(() => setTimeout(done, 0));
    addEventListener(
      "keydown",
      (event) => painted(() => window.presses.push(performance.now() - event.timeStamp)),
      true,
    );
    new MutationObserver((_, watch) => {
      if (!document.querySelector(".results tbody tr")) return;
      watch.disconnect();
      painted(() => (window.listed = performance.now()));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto("/sign-in");
  await signIn(page, "analyst");
  await page.waitForURL(/\/situation$/);

  const lists = [];
  for (let turn = 0; turn < LISTS; turn++) {
    await page.goto("/search");
    lists.push(await (await page.waitForFunction(() => window.listed)).jsonValue());
  }
  figure("first list of 100,000 entities, address to paint, median", at(lists, 0.5) / 1000, "s", 1);
  figure("first list of 100,000 entities, address to paint, slowest", Math.max(...lists) / 1000, "s");
  const script = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((one) => new URL(one.name).pathname.endsWith(".js"))
      .map((one) => new URL(one.name).pathname),
  );
  const sizes = await Promise.all(
    script.map(async (path) => {
      const answer = await page.request.head(path, { headers: { "accept-encoding": "br" } });
      return Number(answer.headers()["content-length"] ?? 0);
    }),
  );
  figure("JavaScript of a list, compressed", sizes.reduce((sum, size) => sum + size, 0) / 1000, "kB", 200);

  await page.evaluate(() => document.activeElement?.blur());
  for (let press = 0; press < PRESSES; press++) await page.keyboard.press(press % 4 === 3 ? "k" : "j");
  await page.waitForFunction((count) => count <= window.presses.length, PRESSES);
  const presses = await page.evaluate(() => window.presses);
  figure("key press to paint, moving in a list, p50", at(presses, 0.5), "ms");
  figure("key press to paint, moving in a list, p95", at(presses, 0.95), "ms", 100);

  await page.keyboard.press("/");
  const typed = [];
  for (let turn = 0; turn < SEARCHES; turn++) {
    const answered = page.waitForResponse((response) => /\/search\/s-.*\.json/.test(response.url()));
    const before = performance.now();
    await page.keyboard.press(`${turn % 10}`);
    await answered;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
    typed.push(performance.now() - before);
    await page.keyboard.press("Backspace");
    await page.waitForTimeout(400);
  }
  figure("search as you type, key press to results of it, p50", at(typed, 0.5), "ms");
  figure("search as you type, key press to results of it, p95", at(typed, 0.95), "ms");
} finally {
  await browser.close();
  await node.remove();
}

const root = new URL("../../", import.meta.url).pathname;
const git = (...words) => execFileSync("git", ["-C", root, ...words], { encoding: "utf8" }).trim();
const date = new Date().toISOString().slice(0, 10);
const processor = cpus()[0]?.model ?? "unknown";
const memory = Math.round(totalmem() / 2 ** 30);
const build = process.env.LIAISON_BUILD ?? "unknown";
const head = {
  date,
  processor,
  cores: cpus().length,
  memory_gib: memory,
  load_before: load,
  commit: git("rev-parse", "--short=12", "HEAD"),
  command: "bench/workbench",
  build,
};
const told = (one) =>
  `| ${one.name} | ${one.value.toFixed(one.value < 10 ? 2 : 0)} | ${one.unit} | ${one.floor ? `< ${one.floor.below}` : ""} | ${one.bound === "none" ? "" : one.bound} |`;
const missed = figures.filter((one) => one.bound === "floor-missed").map((one) => one.name);
const report = `# The workbench, ${date}

Machine: ${processor}, ${head.cores} cores, ${memory} GiB of memory; load average ${load.toFixed(2)} before the run.
Command: \`bench/workbench\`, commit ${head.commit}, ${build} build of the program.
Node: ${ENTITIES.toLocaleString("en")} invented people, each with two names, a nationality and a year of birth. Browser: ${readBrowser()}.

${missed.length ? `Missed: ${missed.join(", ")}.` : "Every bound is met."}

| what | measured | unit | bound | |
| --- | ---: | --- | ---: | --- |
${figures.map(told).join("\n")}
`;
writeFileSync(join(root, `bench/reports/${date}-workbench.md`), report);
writeFileSync(
  join(root, `bench/reports/${date}-workbench.jsonl`),
  [head, ...figures].map((one) => JSON.stringify(one)).join("\n") + "\n",
);
console.log(`bench/reports/${date}-workbench.md`);
process.exitCode = missed.length ? 1 : 0;

function readBrowser() {
  return execFileSync(process.env.CHROMIUM ?? "/usr/bin/chromium", ["--version"], { encoding: "utf8" })
    .split(/\s+/)
    .slice(0, 2)
    .join(" ");
}
