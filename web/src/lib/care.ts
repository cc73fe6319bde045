// Codes of cases and of both tracks of people, in the order in which they are offered; the words are
// in the catalogues.
import { send } from "./api";
import type { Receipt } from "./shapes";

const codes = (text: string): string[] => text.split(" ");

export const RESULTS = codes("presumed-victim identified-victim not-a-victim");
export const STEPS = codes("suspected wanted detained charged released deported expelled extradited tried");
export const ANSWERS = codes("yes no not-asked");
export const AGES = codes("unknown child adult");
export const DECISIONS = codes("considered applied applied-in-part refused");
export const APPEALS = codes("none open allowed dismissed");
export const TASK_STATES = codes("open started waiting done dropped");

/** Puts something into a case. */
export const enter = (id: string, entry: Record<string, string>) =>
  send<Receipt>("POST", `/api/cases/${encodeURIComponent(id)}/entries`, entry);

/** A text of a form in the language of the screen, in English where it has none. */
export const inLanguage = (texts: Record<string, string>, language: string): string =>
  texts[language] ?? texts.en ?? "";

/** The end of an id, which is short enough for a list and names nobody. */
export const shortId = (id: string): string => `…${id.slice(-8)}`;
