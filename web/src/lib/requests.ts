// The codes of requests, in the order in which they are offered; the words are in the catalogues.

export const KINDS = ["information", "preservation", "freeze", "takedown", "welfare-check", "rescue"];
export const URGENCIES = ["life-at-risk", "urgent", "ordinary"];
/** Whom a request may be about, as marks write it. */
export const CATEGORIES = ["victim", "suspect", "witness", "other"];
/** Words that need a text of their own. */
export const WITH_TEXT = [
  "refused",
  "clarification-asked",
  "clarified",
  "partly-answered",
  "answered",
  "feedback",
  "recalled",
  "escalated",
];
/** Words that take something from somebody, and stand apart. */
export const GRAVE = ["refused", "recalled", "escalated"];

/** One line of a field for each value. */
export const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
