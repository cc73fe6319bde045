// How figures stand beside each other on paper. Nothing here averages, adds or chooses.
import type { Answer, Judgement, Question } from "./shapes";
import { span } from "./time";

/** What became of those who are counted, as far as the measure says. */
export type Fate = "held" | "expected" | "left" | "counted";

export function fateOf(answer: Answer): Fate {
  const measure = (answer.measure ?? "").toLowerCase();
  if (/\b(detain|detained|detention|held|refus)/.test(measure)) return "held";
  if (/\b(expected|to be|planned|due to)\b/.test(measure)) return "expected";
  if (/\b(repatriated|returned|deported|expelled|left|released|rescued)\b/.test(measure)) return "left";
  return "counted";
}

export interface Bounds {
  low: number | null;
  high: number | null;
  /** Where its mark stands. */
  at: number | null;
}

function numeral(text: string | null): number | null {
  const value = text === null || text === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

export function boundsOf(answer: Answer): Bounds {
  const low = numeral(answer.value_low);
  const high = numeral(answer.value_high);
  const plain = numeral(/^\d+(\.\d+)?/.exec(answer.value)?.[0] ?? null);
  return { low, high, at: plain ?? low ?? high };
}

/** `330+` is at least that much. */
export function isAtLeast(answer: Answer): boolean {
  const { low, high, at } = boundsOf(answer);
  return low !== null && high === null && at === low;
}

export interface Scale {
  from: number;
  to: number;
  step: number;
  /** Whether the scale starts above zero, to tell close answers apart. */
  isCropped: boolean;
}

/** A scale for answers: from zero, or, where most lie close together, of these alone. */
export function scaleOf(values: number[]): Scale {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.at(-1) ?? 1;
  const close = closest(sorted);
  if (close && 3 <= close.count && values.length * 0.6 <= close.count && 2 < close.high - close.low) {
    const step = nice((close.high - close.low) / 4);
    return {
      from: Math.floor((close.low - step) / step) * step,
      to: Math.ceil((close.high + step) / step) * step,
      step,
      isCropped: true,
    };
  }
  const step = nice(Math.max(last, 1) / 3);
  return { from: 0, to: Math.max(Math.ceil(last / step) * step, step), step, isCropped: false };
}

function closest(sorted: number[]): { low: number; high: number; count: number } | undefined {
  let best: { low: number; high: number; count: number } | undefined;
  for (let i = 0; i < sorted.length; i++) {
    const low = sorted[i]!;
    if (low <= 0) continue;
    const inside = sorted.filter((value) => low <= value && value <= low * CLOSE_RATIO);
    const high = inside.at(-1) ?? low;
    if (!best || best.count < inside.length) best = { low, high, count: inside.length };
  }
  return best;
}

function nice(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1e-9)));
  const found = [1, 2, 5, 10].find((step) => raw <= step * power * 1.0001) ?? 10;
  return found * power;
}

export function ticks(scale: Scale): number[] {
  const found: number[] = [];
  for (let at = scale.from; at <= scale.to + scale.step / 1000; at += scale.step)
    found.push(Math.round(at * 1e6) / 1e6);
  return found;
}

/** The answers by date, and which of them lie beside the scale. */
export function arranged(answers: Answer[], scale: Scale): { answer: Answer; isApart: boolean }[] {
  const isApart = (answer: Answer) => {
    const { at } = boundsOf(answer);
    return at !== null && (at < scale.from || scale.to < at);
  };
  // As the dates are written: a month stands before its days, and what has no date comes last.
  const date = (answer: Answer) => answer.as_of ?? answer.period_end ?? answer.period_start ?? "~";
  const order = [...answers].sort((a, b) => (date(a) < date(b) ? -1 : date(b) < date(a) ? 1 : a.id < b.id ? -1 : 1));
  return order.map((answer) => ({ answer, isApart: isApart(answer) }));
}

/** The forms of a small multiple. */
export type Form = "steps" | "windows" | "bars" | "dots";

/** The form that shows how the answers of a question differ. */
export function formOf(question: Question): Form {
  const answers = question.answers;
  const measures = new Set(answers.map((answer) => answer.measure));
  const starts = new Set(answers.map((answer) => answer.period_start).filter(Boolean));
  const ends = new Set(answers.map((answer) => answer.period_end).filter(Boolean));
  const dated = answers.filter((answer) => answer.period_end);
  if (starts.size === 1 && 3 <= ends.size && measures.size === 1) return "steps";
  const length = (answer: Answer) => {
    const from = span(answer.period_start ?? "");
    const to = span(answer.period_end ?? "");
    return from && to ? (to[1] - from[0]) / DAY_MS : 0;
  };
  const long = answers.filter((answer) => LONG_DAYS < length(answer)).length;
  if (3 <= long && 3 <= starts.size && 3 <= measures.size) return "windows";
  if (measures.size <= 3 && 3 <= ends.size && dated.length === answers.length && answers.length <= 6) return "bars";
  return "dots";
}

/** What is asked for under the figures of one question, when somebody quotes one of them. */
export function citation(answer: Answer, question: string, node: string, position: number): string {
  const when = answer.as_of ?? answer.period_end ?? "";
  const source = [
    answer.publisher,
    answer.source_title && `“${answer.source_title}”`,
    answer.source_date,
    answer.source_ref,
  ];
  return [
    `${answer.value} ${answer.unit ?? ""}`.trim() +
      ` (${[answer.subject, answer.measure, answer.place, when].filter(Boolean).join("; ")})`,
    source.filter(Boolean).join(", "),
    question,
    `${answer.id}, ${node}, journal position ${position}`,
  ].join(". ");
}

/** Questions by the lowest id of their figures: the same while figures only come. */
export function keyOf(question: Question): string {
  const ids = question.answers.map((answer) => answer.id.split(":").pop() ?? answer.id);
  return ids.sort()[0] ?? "";
}

/** Figures that an analyst took out of a question, with the question they answer now. */
export function setApart(questions: Question[], from: Question): Question[] {
  return questions.filter(
    (one) => one.basis === "set-apart" && one.answers.some((answer) => answer.stated_question === from.question),
  );
}

/** The judgement that one officer wrote last, of all figures. */
export function lastOf(user: string, questions: Question[]): Judgement | undefined {
  const all = questions.flatMap((one) => one.answers).flatMap((answer) => answer.judgements);
  return all
    .filter((one) => one.user === user)
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1);
}

/** Whether some answers of a question cannot be true of one thing, or differ at all. */
export function differing(question: Question): number {
  const told = new Set(question.answers.map((answer) => `${answer.value} ${answer.unit ?? ""}`));
  return 1 < told.size ? question.answers.length : 0;
}

const CLOSE_RATIO = 1.2;
const LONG_DAYS = 150;
const DAY_MS = 86_400_000;
