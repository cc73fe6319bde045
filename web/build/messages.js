// Gives the workbench its words: of each catalogue of the repository the messages that it speaks,
// by how they begin, and the names of schemata and properties, as a module of its own for each language, so
// that a browser loads one. Browsers do not know the names of countries in every language: those
// come with the words, from Unicode's CLDR.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

const NAME = "virtual:messages/";
const folder = new URL("../../messages/", import.meta.url);

/** Beginnings of the messages that the workbench speaks: its own, the words of codes, and a hint. */
const SPOKEN = [
  "web-",
  "advert-band-",
  "advert-sign-",
  "casework-",
  "liaise-asked-",
  "liaise-not-counted",
  "care-",
  "screen-hint-stage-",
  "money-rule-",
  "money-ties-",
  "money-no-bank",
  "money-no-currency",
  "money-nothing-",
  "money-infected",
  "money-plan-",
  "column-bank",
  "column-agency",
  "column-month",
  "column-direction",
  "column-urgency",
];

/** The messages of a catalogue that the workbench speaks, as Fluent text. */
export function onlyWeb(text) {
  const kept = [];
  let keeps = false;
  for (const line of text.split("\n")) {
    const starts = /^[a-zA-Z-]/.test(line);
    if (starts) keeps = SPOKEN.some((start) => line.startsWith(start));
    else if (line.startsWith("#") || line === "") keeps = keeps && line === "";
    if (keeps && line !== "") kept.push(line);
  }
  return kept.join("\n") + "\n";
}

/** Languages in which Chromium names no countries. */
const WITH_COUNTRIES = ["km", "lo", "my"];

/** The names of countries in a language, by ISO 3166-1 code. */
function countriesOf(language) {
  if (!WITH_COUNTRIES.includes(language)) return {};
  const path = require.resolve(`cldr-localenames-full/main/${language}/territories.json`);
  const { territories } = JSON.parse(readFileSync(path, "utf8")).main[language].localeDisplayNames;
  const isCountry = ([code]) => /^[A-Z]{2}$/.test(code);
  // Zero-width spaces are for line breaks that the browser finds itself, and would break searches.
  return Object.fromEntries(
    Object.entries(territories)
      .filter(isCountry)
      .map(([code, name]) => [code, name.replaceAll("\u200b", "")]),
  );
}

export function messages() {
  return {
    name: "liaison-messages",
    resolveId: (id) => (id.startsWith(NAME) ? "\0" + id : undefined),
    load(id) {
      if (!id.startsWith("\0" + NAME)) return undefined;
      const language = id.slice(1 + NAME.length);
      const [words, terms] = ["", "terms/"].map((part) => {
        const path = fileURLToPath(new URL(`${part}${language}.ftl`, folder));
        if (!existsSync(path)) return "";
        this.addWatchFile(path);
        return readFileSync(path, "utf8");
      });
      const countries = JSON.stringify(countriesOf(language));
      return `export const countries = ${countries};\nexport default ${JSON.stringify(onlyWeb(words) + terms)};`;
    },
  };
}
