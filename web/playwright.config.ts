import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests",
  projects: [
    { name: "sign-in", testMatch: "sign-in.spec.ts" },
    {
      name: "journeys",
      testMatch: "journeys.spec.ts",
      dependencies: ["sign-in"],
      use: { storageState: process.env["LIAISON_SIGNED_IN"] ?? "test-results/analyst.json" },
    },
  ],
  // One node is shared, and some journeys write to it.
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env["LIAISON_AT"] ?? "http://127.0.0.1:8600",
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "Asia/Seoul",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
      ],
    },
  },
});
