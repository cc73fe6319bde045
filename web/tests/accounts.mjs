// The accounts of the demonstration: their passwords as it showed them, and the codes that their
// authenticators show.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

function found(value, name) {
  if (value === null || typeof value !== "object") return undefined;
  if (value.name === name && typeof value.password === "string") return value;
  for (const inner of Object.values(value)) {
    const account = found(inner, name);
    if (account) return account;
  }
  return undefined;
}

function accountOf(name) {
  const lines = readFileSync(process.env.LIAISON_MADE, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{"));
  return found(
    lines.map((line) => JSON.parse(line)),
    name,
  );
}

export function passwordOf(name) {
  return accountOf(name).password;
}

/** The code of an account (RFC 6238), now or so many steps from now: a node takes one step ahead. */
export function codeOf(name, ahead = 0) {
  const secret = new URL(accountOf(name).otpauth).searchParams.get("secret");
  const bits = [...secret.replace(/=+$/, "")]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac("sha1", key).update(step).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Signs in on the screen that stands. Each code is taken once: for a second time, one step ahead. */
export async function signIn(page, name, ahead = 0) {
  await page.locator("#sign-in-name").fill(name);
  await page.locator("#sign-in-password").fill(passwordOf(name));
  await page.locator("#sign-in-code").fill(codeOf(name, ahead));
  await page.locator("form button[type=submit]").last().click();
}
