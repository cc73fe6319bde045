// The codes of reports, in the order in which they are offered; the words are in the catalogues.

const codes = (text: string): string[] => text.split(" ");

export const STAGES = codes(
  "reported verified located in-danger rescue-requested rescued screened in-care repatriated closed",
);
export const AGES = codes("up-to-7 up-to-30 up-to-90 up-to-180 over-180 unknown");
export const CLOSINGS = codes("returned-home safe-elsewhere duplicate withdrawn deceased unfounded other");
export const CHANNELS = codes("hotline walk-in embassy ngo web-form partner-agency");
export const DANGERS = codes("unknown low medium high immediate");
export const CONSENTS = codes("yes no limited not-asked withdrawn");
export const SAFE = codes("yes no only-as-instructed unknown");
export const CHECK_CHANNELS = codes("call message video visit family register");
export const CHECK_OUTCOMES = codes("heard-from seen not-reached refused worse");

/** The day of this device, as it is written. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
