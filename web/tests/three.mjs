// The three desks of the demonstration in one process, as `liaison demo` serves them: each answers
// officers at its own address, and the desks answer each other over the line.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DESKS = ["kr", "kh", "th"];
/** The desks talk at ports so much higher. */
const EXCHANGE = 10;

async function isFree(port) {
  const server = createServer().listen(port, "127.0.0.1");
  const [event] = await Promise.race([
    once(server, "listening").then(() => ["listening"]),
    once(server, "error").then(() => ["error"]),
  ]);
  if (event === "error") return false;
  server.close();
  await once(server, "close");
  return true;
}

/** A port from which on all ports are free that the desks need. */
async function freeBase() {
  for (let tries = 0; tries < 50; tries++) {
    const base = 20_000 + Math.floor(Math.random() * 20_000);
    const needed = DESKS.flatMap((_, at) => [base + at, base + EXCHANGE + at]);
    if ((await Promise.all(needed.map(isFree))).every(Boolean)) return base;
  }
  throw new Error("no ports are free");
}

export class Three {
  #server;

  /** Makes and serves the three; their addresses are in `at`, the files of their accounts in `made`. */
  static async start() {
    const three = new Three();
    three.folder = mkdtempSync(join(tmpdir(), "liaison-three-"));
    const port = await freeBase();
    three.at = Object.fromEntries(DESKS.map((desk, at) => [desk, `http://127.0.0.1:${port + at}`]));
    const words = ["--json", "demo", "--dir", join(three.folder, "demo"), "--port", String(port)];
    three.#server = spawn(process.env.LIAISON_PROGRAM, words, { stdio: ["ignore", "pipe", "ignore"] });
    let told = "";
    three.#server.stdout.on("data", (bytes) => (told += bytes));
    for (;;) {
      const [answers] = await Promise.allSettled([fetch(`${three.at.th}/healthz`)]);
      if (answers.status === "fulfilled" && answers.value.ok) break;
      if (three.#server.exitCode !== null) throw new Error("the demonstration ended");
      await new Promise((done) => setTimeout(done, 200));
    }
    const accounts = told.split("\n").filter((line) => line.includes('"otpauth"'));
    three.made = Object.fromEntries(
      DESKS.map((desk) => {
        const file = join(three.folder, `${desk}.made`);
        writeFileSync(file, accounts.filter((line) => JSON.parse(line).node.startsWith(`${desk}.`)).join("\n"));
        return [desk, file];
      }),
    );
    return three;
  }

  async remove() {
    if (this.#server.exitCode === null) {
      const ended = once(this.#server, "exit");
      this.#server.kill();
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
