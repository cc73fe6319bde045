// What is typed to be asked by hit or no hit: one line each, its kind by its form where none is said.

export const ASK_KINDS = ["phone", "document", "account", "wallet", "email", "handle", "person"] as const;
export type AskKind = (typeof ASK_KINDS)[number];

export interface AskLine {
  kind: AskKind;
  value: string;
  birth: string;
}

/** The kind that a value most likely is. */
export function kindOf(value: string): AskKind {
  if (/^\S+@\S+\.\S+$/.test(value)) return "email";
  if (/^@\S+$/.test(value)) return "handle";
  if (/^(0x[0-9a-f]{40}|T[1-9A-HJ-NP-Za-km-z]{33}|bc1[a-z0-9]{20,})$/i.test(value)) return "wallet";
  if (/^[A-Z]{1,2}\d{6,9}$/i.test(value)) return "document";
  if (/^\+?[\d ()-]{7,}$/.test(value)) return "phone";
  return "person";
}

/** `phone +82 2-312-3456`, `person 강서윤, 1990-01-31`, or a value alone. */
export function readLine(text: string): AskLine {
  const named = /^([a-z]+)[\s,:]+(.+)$/.exec(text.trim());
  const isKind = named !== null && (ASK_KINDS as readonly string[]).includes(named[1]!);
  const rest = (isKind ? named[2]! : text).trim();
  const dated = /^(.*?)[,\s]+(\d{4}(?:-\d{2}){0,2})$/.exec(rest);
  const kind = isKind ? (named[1] as AskKind) : dated && !/^[+\d]/.test(rest) ? "person" : kindOf(rest);
  if (kind === "person" && dated) return { kind, value: dated[1]!.trim(), birth: dated[2]! };
  return { kind, value: rest, birth: "" };
}
