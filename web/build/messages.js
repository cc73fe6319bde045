// Gives the workbench its words: of each catalogue of the repository the messages that begin with
// `web-`, as a module of its own for each language, so that a browser loads one.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NAME = "virtual:messages/";
const folder = new URL("../../messages/", import.meta.url);

/** The messages of a catalogue that begin with `web-`, as Fluent text. */
export function onlyWeb(text) {
  const kept = [];
  let keeps = false;
  for (const line of text.split("\n")) {
    const starts = /^[a-zA-Z-]/.test(line);
    if (starts) keeps = line.startsWith("web-");
    else if (line.startsWith("#") || line === "") keeps = keeps && line === "";
    if (keeps && line !== "") kept.push(line);
  }
  return kept.join("\n") + "\n";
}

export function messages() {
  return {
    name: "liaison-messages",
    resolveId: (id) => (id.startsWith(NAME) ? "\0" + id : undefined),
    load(id) {
      if (!id.startsWith("\0" + NAME)) return undefined;
      const path = fileURLToPath(new URL(id.slice(NAME.length + 1) + ".ftl", folder));
      this.addWatchFile(path);
      return `export default ${JSON.stringify(onlyWeb(readFileSync(path, "utf8")))};`;
    },
  };
}
