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

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What a zone is called at a moment: `KST`. */
export function zoneName(time = new Date(), zone = ownZone()): string {
  const named = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "short" });
  const short = named.formatToParts(time).find((part) => part.type === "timeZoneName")?.value;
  return ZONES[zone] ?? short ?? "";
}

/** The moment at which a day (`2025-10-14`) begins where the reader is. */
export function dayStart(day: string | null): string | undefined {
  return dayAt(day, "T00:00:00");
}

/** The moment at which a day ends where the reader is. */
export function dayEnd(day: string | null): string | undefined {
  return dayAt(day, "T23:59:59.999");
}

function dayAt(day: string | null, time: string): string | undefined {
  const found = new Date(`${day ?? ""}${time}`);
  return Number.isNaN(found.getTime()) ? undefined : found.toISOString();
}

/** A moment in the reader's own zone, with the zone's name. */
export function moment(text: string | null | undefined, zone = ownZone()): string {
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
  return `${format.format(time)} ${zoneName(time, zone)}`.trim();
}

/** A time of a row: with its zone where the source said one, as it is written otherwise. */
export function when(text: string): string {
  return text.endsWith("Z") ? moment(text) : text.replace("T", " ");
}
