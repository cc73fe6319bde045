// A node of its own for what a shared one cannot show: one that is empty, and one that is stopped
// and started again under an open page.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = process.env.LIAISON_PROGRAM;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

export class OwnNode {
  #place;
  #port;
  #server;

  constructor(folder, key, port) {
    this.#place = ["--dir", folder, "--key-file", key];
    this.#port = port;
    this.at = `http://127.0.0.1:${port}`;
  }

  /** The node of a folder that is there, such as a copy of the demonstration's. */
  static async of(folder, key) {
    return new OwnNode(folder, key, await freePort());
  }

  /** A node without anything in it, with one analyst. */
  static async empty() {
    const folder = mkdtempSync(join(tmpdir(), "liaison-node-"));
    writeFileSync(join(folder, "key"), "a passphrase of tests only", { mode: 0o600 });
    const node = new OwnNode(join(folder, "node"), join(folder, "key"), await freePort());
    node.folder = folder;
    node.run("init", "--agency", "KR-NPA", "--country", "KR");
    const [account] = node.run("user", "add", "analyst", "--role", "analyst");
    writeFileSync(join(folder, "made"), JSON.stringify(account));
    node.made = join(folder, "made");
    return node;
  }

  run(...words) {
    const told = execFileSync(program, ["--json", ...this.#place, ...words], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return told
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
  }

  /** Brings so many invented people in. */
  crowd(count) {
    const countries = ["kh", "kr", "th", "vn", "la", "mm", "cn"];
    const person = (at) =>
      JSON.stringify({
        id: `person-${at}`,
        schema: "Person",
        properties: {
          name: [`Invented Person ${at}`, `지어낸 사람 ${at}`],
          nationality: [countries[at % countries.length]],
          birthDate: [`${1960 + (at % 45)}`],
        },
      });
    const file = join(this.folder, "people.ftm.json");
    writeFileSync(file, Array.from({ length: count }, (_, at) => person(at)).join("\n"));
    this.run("import", file);
  }

  async start() {
    this.#server = spawn(program, ["--json", ...this.#place, "serve", "--listen", `127.0.0.1:${this.#port}`], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(this.#server.stdout, "data");
  }

  async stop() {
    if (!this.#server) return;
    const ended = once(this.#server, "exit");
    this.#server.kill();
    await ended;
    this.#server = undefined;
  }

  async remove() {
    await this.stop();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }
}
