// A second agency, invented as the first, with which an empty node has an agreement: requests go
// both ways between the two, as files.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const UNTIL = "2030-12-31T00:00:00Z";
const TERMS = "H0 H2 about:victim about:suspect";

export class Peer {
  constructor(node) {
    this.node = node;
    this.at = (name) => join(node.folder, name);
    this.place = ["--dir", this.at("kh"), "--key-file", this.at("key")];
    this.run("init", "--agency", "KH-Demo", "--country", "KH");
    this.#meet();
  }

  run(...words) {
    const told = execFileSync(process.env.LIAISON_PROGRAM, ["--json", ...this.place, ...words], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return told
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
  }

  #meet() {
    const root = (of) => join(this.at(of), "keys", "root.json");
    const card = (node, of, name) => {
      const [made] = node.run("peer", "card", "--name", name, "--root-key", root(of), "--out", this.at(`${of}.card`));
      return made.words;
    };
    const ours = card(this.node, "node", "ko=가상 경찰");
    const theirs = card(this, "kh", "en=Fictional Desk");
    this.run("peer", "add", this.at("node.card"), "--words", ours);
    this.node.run("peer", "add", this.at("kh.card"), "--words", theirs);
    const paper = this.at("paper");
    const signed = this.at("signed");
    this.node.run(
      ...["peer", "agree", "kh.demo", "--allow", TERMS, "--until", UNTIL],
      ...["--root-key", root("node"), "--out", paper],
    );
    this.run("peer", "agree", "kr.npa", "--file", paper, "--root-key", root("kh"), "--out", signed);
    this.node.run("peer", "agree", "kh.demo", "--file", signed);
  }

  /** Files both ways: what was said, and the receipts for it. */
  carry() {
    const file = this.at("bundle");
    const receipts = this.at("receipts");
    for (const [from, to, agency] of [
      [this.node, this, "kh.demo"],
      [this, this.node, "kr.npa"],
    ]) {
      from.run("share", "--to", agency, "--out", file);
      writeFileSync(receipts, "");
      to.run("receive", file, "--receipts", receipts);
      if (readFileSync(receipts, "utf8").trim()) from.run("receive", receipts);
    }
  }

  /** Their request to us; its number. */
  ask(kind, urgency, about, question) {
    this.case ??= this.run("case", "open", "somebody from there", "--template", "rescue")[0].id;
    const [drafted] = this.run(
      ...["request", "new", "--to", "kr.npa", "--kind", kind, "--urgency", urgency, "--case", this.case],
      ...["--purpose", "rescue", "--law", "Fictional Treaty, article 4", "--marks", "TLP:AMBER H2 about:victim"],
      ...["--ask", question, "--about", about],
    );
    this.run("request", "approve", drafted.number);
    this.run("request", "send", drafted.number);
    return drafted.number;
  }
}
