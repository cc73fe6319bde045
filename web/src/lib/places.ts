// Codes of places, in the order in which they are offered; the words are in the catalogues.
import { send } from "./api";
import type { Receipt, StateWord } from "./shapes";

const codes = (text: string): string[] => text.split(" ");

export const STATUSES = codes("suspected active raided partly-closed closed moved");
export const TIES = codes("owner tenant operator phone report other unrelated");
/** Countries in which people are held, or to which they are told not to travel. */
export const COUNTRIES = codes("kh mm la th vn my ph id cn ae");
export const RESTRICTIONS = codes("advice entry-ban exit-ban permit-needed crossing-closed visa-change");
/** What can be added to a compound; the words are those of its properties. */
export const FACTS = codes(
  "alias buildings gates buildingCount openedAt closedAt peopleHeldEstimate scamTypes guarding utilities notes",
);

/** Says something of a compound. */
export const tell = (id: string, entry: Record<string, string>) =>
  send<Receipt>("POST", `/api/compounds/${encodeURIComponent(id)}/entries`, entry);

/** What each agency said last, the newest first. */
export function eachLast(words: StateWord[]): StateWord[] {
  const last = new Map<string, StateWord>();
  // Words come oldest first.
  for (const word of words) last.set(word.authority, word);
  return [...last.values()].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
}
