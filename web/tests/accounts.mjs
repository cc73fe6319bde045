// The accounts of the demonstration that is served: their passwords as it showed them, and the
// codes that their authenticators show now.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

function found(value, name) {
  if (value === null || typeof value !== "object") return undefined;
  if (value.name === name && typeof value.password === "string") return value.password;
  for (const inner of Object.values(value)) {
    const password = found(inner, name);
    if (password) return password;
  }
  return undefined;
}

export function passwordOf(name) {
  const lines = readFileSync(process.env.LIAISON_MADE, "utf8").split("\n").filter((line) => line.startsWith("{"));
  return found(lines.map((line) => JSON.parse(line)), name);
}

export function codeOf(name) {
  return execFileSync(process.env.LIAISON_PROGRAM, ["--dir", process.env.LIAISON_NODE, "user", "code", name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}

/** Signs in on the screen that stands. Each code is taken once: once per account in half a minute. */
export async function signIn(page, name) {
  await page.locator("#sign-in-name").fill(name);
  await page.locator("#sign-in-password").fill(passwordOf(name));
  await page.locator("#sign-in-code").fill(codeOf(name));
  await page.locator("form button[type=submit]").click();
}
