import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "./tests/chromium.mjs";
import { LANGUAGES, nodeOf, sessionOf } from "./tests/helpers";

const signedIn = (language: (typeof LANGUAGES)[number]) => ({
  baseURL: nodeOf(language),
  storageState: sessionOf(language),
});

export default defineConfig({
  testDir: "tests",
  projects: [
    { name: "sign-in", testMatch: "sign-in.spec.ts" },
    ...LANGUAGES.map((language) => ({
      name: language,
      testMatch: ["journeys.spec.ts", "accounts.spec.ts"],
      dependencies: ["sign-in"],
      metadata: { language },
      use: signedIn(language),
    })),
    { name: "screens", testMatch: "screens.spec.ts", dependencies: ["sign-in"], use: signedIn("en") },
    { name: "faults", testMatch: "faults.spec.ts", dependencies: ["sign-in"] },
    { name: "exchange", testMatch: ["requests.spec.ts", "exchange.spec.ts"] },
    { name: "links", testMatch: "links.spec.ts" },
  ],
  // Two cores, and some journeys write.
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "Asia/Seoul",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: CHROMIUM,
  },
});
