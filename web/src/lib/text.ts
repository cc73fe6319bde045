// Text that others wrote, shown so that it cannot do harm: control characters are shown by their
// code, so that nothing turns around or hides, and a long text is cut with a word of what is left.

export type Piece = { kind: "text"; text: string } | { kind: "control"; code: string };

// C0 and C1 controls but for tab and line feed, soft hyphen, marks and overrides of direction,
// invisible operators, isolates, deprecated formats, BOM, interlinear marks, and tag characters.
const CONTROL =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Takes a text apart into what can be shown and what must be named. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(CONTROL)) {
    if (from < match.index) found.push({ kind: "text", text: text.slice(from, match.index) });
    const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    found.push({ kind: "control", code: `U+${code}` });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ kind: "text", text: text.slice(from) });
  return found;
}

/** The first characters of a text, never half of one. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text[most - 1]!) ? most - 1 : most;
  return text.slice(0, end);
}

const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Hangul}/u, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Khmer}/u, "km"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Lao}/u, "lo"],
  [/\p{Script=Myanmar}/u, "my"],
  [/\p{Script=Han}/u, "zh"],
  [/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu, "vi"],
];

const THREE: Record<string, string> = {
  kor: "ko",
  khm: "km",
  tha: "th",
  lao: "lo",
  mya: "my",
  zho: "zh",
  vie: "vi",
  ind: "id",
  eng: "en",
  jpn: "ja",
};

/** The language to mark a value with: what its source says, or what its script tells. */
export function languageOf(text: string, said?: string | null): string | undefined {
  if (said) return THREE[said] ?? said;
  return SCRIPTS.find(([script]) => script.test(text))?.[1];
}

/** Whether a text is in a script that needs tall rows. */
export function isTall(text: string): boolean {
  return /[\p{Script=Khmer}\p{Script=Myanmar}]/u.test(text);
}
