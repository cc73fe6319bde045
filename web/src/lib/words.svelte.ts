// The words of the workbench, in the reader's language, with English behind it.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english from "virtual:messages/en";

export type Words = Record<string, FluentVariable>;

interface Loaded {
  default: string;
  countries: Record<string, string>;
}

interface Language {
  tag: string;
  /** Its name in itself. */
  name: string;
  load: () => Promise<Loaded>;
}

export const LANGUAGES: Language[] = [
  { tag: "en", name: "English", load: () => Promise.resolve({ default: english, countries: {} }) },
  { tag: "ko", name: "한국어", load: () => import("virtual:messages/ko") },
  { tag: "km", name: "ខ្មែរ", load: () => import("virtual:messages/km") },
  { tag: "th", name: "ไทย", load: () => import("virtual:messages/th") },
  { tag: "vi", name: "Tiếng Việt", load: () => import("virtual:messages/vi") },
  { tag: "zh", name: "中文", load: () => import("virtual:messages/zh") },
  { tag: "lo", name: "ລາວ", load: () => import("virtual:messages/lo") },
  { tag: "my", name: "မြန်မာ", load: () => import("virtual:messages/my") },
  { tag: "id", name: "Bahasa Indonesia", load: () => import("virtual:messages/id") },
];

function bundle(tag: string, text: string): FluentBundle {
  const made = new FluentBundle(tag, { useIsolating: false });
  made.addResource(new FluentResource(text));
  return made;
}

const behind = bundle("en", english);
let current = $state.raw({ tag: "en", bundle: behind, countries: {} as Record<string, string> });

/** The language that is spoken now. */
export function language(): string {
  return current.tag;
}

/** Speaks another language from now on, and remembers it on this device. */
export async function speak(tag: string): Promise<void> {
  const found = LANGUAGES.find((known) => known.tag === tag) ?? LANGUAGES[0]!;
  const { default: text, countries } = await found.load();
  current = { tag: found.tag, bundle: found.tag === "en" ? behind : bundle(found.tag, text), countries };
  document.documentElement.lang = found.tag;
  try {
    localStorage.setItem("liaison-language", found.tag);
  } catch {
    // A browser that keeps nothing speaks the same language until the page is left.
  }
}

/** The language of this device's last officer, or the first of the browser's that there is. */
export function wanted(): string {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem("liaison-language");
  } catch {
    kept = null;
  }
  const tags = [kept, ...navigator.languages].map((tag) => tag?.split("-")[0]);
  return tags.find((tag) => LANGUAGES.some((known) => known.tag === tag)) ?? "en";
}

function say(key: string, data: Words | undefined): string | undefined {
  for (const one of [current.bundle, behind]) {
    const pattern = one.getMessage(key)?.value;
    if (!pattern) continue;
    const sentence = one.formatPattern(pattern, data, []);
    // Whoever builds the workbench sees what is not translated; officers get plain English.
    return import.meta.env.DEV && one !== current.bundle ? `⟦${sentence}⟧` : sentence;
  }
  return undefined;
}

/** The sentence of a key; the key itself where no language has it. */
export function t(key: string, data?: Words): string {
  return say(key, data && isolated(data)) ?? `[${key}]`;
}

/** A sentence that binds, with the English beside it while no speaker has checked the language. */
export interface Binding {
  text: string;
  english: string | null;
}

/** What follows from an act: in the reader's language, and in English beside it. */
export function binding(key: string, data?: Words): Binding {
  const text = t(key, data);
  if (current.bundle === behind) return { text, english: null };
  const pattern = behind.getMessage(key)?.value;
  const english = pattern ? behind.formatPattern(pattern, data && isolated(data), []) : null;
  return { text, english: english === text ? null : english };
}

/** Text that could turn a sentence around stands on its own inside it, without controls. */
function isolated(data: Words): Words {
  const turns = /[\p{Script=Arabic}\p{Script=Hebrew}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
  const made: Words = {};
  for (const [name, value] of Object.entries(data)) {
    const isSafe = typeof value !== "string" || !turns.test(value);
    made[name] = isSafe ? value : `\u2068${value.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")}\u2069`;
  }
  return made;
}

/** The word for something that the node names in English, such as a schema. */
export function term(kind: keyof typeof TERMS, name: string, label?: string): string {
  return say(TERMS[kind] + name, undefined) ?? label ?? name;
}

const TERMS = {
  schema: "schema-",
  prop: "prop-",
  place: "web-place-",
  event: "web-event-",
  purpose: "web-purpose-",
  role: "web-role-",
  act: "web-act-",
  scope: "web-scope-",
  way: "web-way-",
  unit: "web-unit-",
  gender: "web-gender-",
  topic: "web-topic-",
};

/** A number with the marks of the language. */
export function number(value: number): string {
  return new Intl.NumberFormat(current.tag === "my" ? "en" : `${current.tag}-u-nu-latn`).format(value);
}

/** A figure as its publisher gives it, such as `15000+` or `60`, with the marks of the language. */
export function figure(value: string): string {
  return value.replace(/(?<![\d.])\d{4,}/g, (digits) => number(Number(digits)));
}

const OF_COUNTRIES = ["country", "nationality", "citizenship", "jurisdiction"];

const OF_LANGUAGES = ["language", "spokenLanguages"];

/** A value as it is read: countries, languages and kinds by their names. */
export function shownOf(prop: string, text: string): string {
  if (OF_COUNTRIES.includes(prop)) return country(text);
  if (OF_LANGUAGES.includes(prop)) return languageName(text);
  if (prop === "gender") return term("gender", text);
  if (prop === "topics") return term("topic", text.replaceAll(".", "-"), text);
  return text;
}

/** What a figure counts. */
export function unit(name: string | null): string {
  return name ? term("unit", name.replaceAll(" ", "-"), name) : "";
}

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([current.tag, "en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The name of a country in the language. */
export function country(code: string): string {
  const upper = code.toUpperCase();
  if (!/^[A-Z]{2}$/.test(upper)) return code;
  const named = current.countries[upper];
  if (named) return named;
  try {
    return new Intl.DisplayNames([current.tag, "en"], { type: "region" }).of(upper) ?? upper;
  } catch {
    return upper;
  }
}
