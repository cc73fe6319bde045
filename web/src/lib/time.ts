// Dates as sources have them: a year, a month or a day, never more precise than they are.

/** Milliseconds at the start and after the end of a year, a month, a day or a moment. */
export function span(text: string): [number, number] | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text);
  if (!found) return undefined;
  const [, year, month, day] = found.map(Number) as [number, number, number, number];
  const at = (y: number, m: number, d: number) => Date.UTC(y, m, d);
  if (!found[2]) return [at(year, 0, 1), at(year + 1, 0, 1)];
  if (!found[3]) return [at(year, month - 1, 1), at(year, month, 1)];
  return [at(year, month - 1, day), at(year, month - 1, day + 1)];
}

/** The middle of what a date covers. */
export function middle(text: string): number | undefined {
  const found = span(text);
  return found && (found[0] + found[1]) / 2;
}

/** `2025-10-14`, `2025-10` and `2025` of a date as a source has it; nothing is made up. */
export function day(text: string | null | undefined): string {
  return text ? text.slice(0, 10) : "";
}

export function month(time: number): string {
  return new Date(time).toISOString().slice(0, 7);
}

const ZONES: Record<string, string> = {
  "Asia/Seoul": "KST",
  "Asia/Bangkok": "ICT",
  "Asia/Phnom_Penh": "ICT",
  "Asia/Vientiane": "ICT",
  "Asia/Ho_Chi_Minh": "ICT",
  "Asia/Saigon": "ICT",
  "Asia/Yangon": "MMT",
  "Asia/Jakarta": "WIB",
  "Asia/Shanghai": "CST",
  UTC: "UTC",
};

/** A moment in the reader's own zone, with the zone's name. */
export function moment(
  text: string | null | undefined,
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  if (!text) return "";
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return text;
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  });
  const named = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "short" });
  const short = named.formatToParts(time).find((part) => part.type === "timeZoneName")?.value;
  return `${format.format(time)} ${ZONES[zone] ?? short ?? ""}`.trim();
}
