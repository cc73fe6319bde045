// What every screen speaks of: who is signed in, receipts, records, looks.

const STRICTNESS = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

export interface Handling {
  tlp: string | null;
  text: string;
  expires: string | null;
}

export interface Session {
  node: { name: string; agency: string; country: string; demonstration: boolean };
  officer: { name: string; unit: string | null; roles: string[] };
  /** Names of operations, as policy has them. */
  may: string[];
  position: number;
  known_on: string | null;
  checkpoint: string | null;
  languages: string[];
  purposes: string[];
}

export interface Judgement {
  at: string;
  user: string;
  figure: string;
  reason: string;
  id: string;
  verdict: "different-question" | "preferred" | { superseded: { by: string | null } };
}

export interface Answer {
  id: string;
  value: string;
  unit: string | null;
  subject: string | null;
  measure: string | null;
  place: string | null;
  country: string[];
  period_start: string | null;
  period_end: string | null;
  as_of: string | null;
  value_low: string | null;
  value_high: string | null;
  publisher: string | null;
  source_title: string | null;
  source_date: string | null;
  source_ref: string | null;
  note: string | null;
  differs: { dimension: string; value: string | null; others_alike: number }[];
  standing: "alone" | "corroborated" | "compatible" | "in-conflict" | "superseded";
  preference: "preferred" | "unstated";
  judgements: Judgement[];
  stated_question: string | null;
}

export interface Receipt {
  commit: number;
  known_on: string;
}

/** A judgement that is on disk. */
export interface Judged extends Receipt {
  id: string;
}

/** The most restrictive of what stands on a screen; a mark that is missing is the strictest. */
export function strictest(all: (Handling | null | undefined)[]): Handling | null {
  const rank = (one: Handling) => (one.tlp === null ? STRICTNESS.length : STRICTNESS.indexOf(one.tlp));
  return all.reduce<Handling | null>(
    (before, one) => (one && (!before || rank(before) < rank(one)) ? one : before),
    null,
  );
}

export interface Text {
  text: string;
  lang: string | null;
  covered: boolean;
}

export interface Row {
  id: string;
  schema: string;
  label: string;
  caption: Text;
  names: Text[];
  countries: string[];
  topics: string[];
  dates: string[];
  statements: number;
  sources: number;
  handling: Handling;
  highlights: { prop: string; label: string; value: Text; ranges: [number, number][]; spelling: boolean }[];
  /** How many other records were judged to be one with it. */
  joined: number;
}

/** Two records that may be one, with what speaks for and against it. */
export interface Pair {
  left: Row;
  right: Row;
  probability: number;
  bits: number;
  start: number;
  reasons: {
    kind: string;
    agreement: string;
    weight: number;
    left: { prop: string; label: string; value: Text } | null;
    right: { prop: string; label: string; value: Text } | null;
  }[];
  judgement: RecordJudgement | null;
}

export interface RecordJudgement {
  id: string;
  left: string;
  right: string;
  verdict: "same" | "different" | "unsure";
  reason: string;
  user: string;
  at: string;
  commit: number;
}

export interface CandidatesScreen {
  candidates: Pair[];
  total: number;
  records: number;
  over_common: { label: string; value: Text; statements: number }[];
}

export interface FacetItem {
  value: string;
  label: string;
  count: number;
}

export interface SearchScreen {
  id: string | null;
  text: string;
  name: string | null;
  results: Row[];
  total: number;
  limit: number;
  offset: number;
  relaxed: boolean;
  note: string | null;
  facets: Record<"schema" | "country" | "dataset" | "handling", FacetItem[]>;
  handling: Handling | null;
  took_ms: number;
}

export interface Named {
  id: string;
  schema: string;
  label: string;
  caption: Text;
}

export interface RecordValue {
  value: Text;
  original: Text | null;
  sources: number;
  grade: string | null;
  handling: Handling;
  statements: string[];
  record: Named | null;
}

export interface RecordProperty {
  prop: string;
  label: string;
  group: string;
  values: RecordValue[];
  in_conflict: boolean;
}

export interface RecordStatement {
  id: string;
  prop: string;
  label: string;
  value: Text;
  original: Text | null;
  lang: string | null;
  dataset: string;
  source: string | null;
  as_of: string | null;
  seen: string | null;
  grade: string | null;
  originator: string;
  handling: Handling;
  commit: number;
  known_on: string | null;
  withdrawn_by: number | null;
}

export interface RecordScreen {
  row: Row;
  grades: string[];
  originators: string[];
  is_covered: boolean;
  properties: RecordProperty[];
  statements: RecordStatement[];
  statements_total: number;
  documents: {
    dataset: string;
    source: string | null;
    statements: number;
    originator: string;
    commit: number;
    known_on: string | null;
  }[];
  one_with: Row[];
  judgements: RecordJudgement[];
  position: number;
}

/** What stands at the head of a print. */
export interface Print {
  look: number;
  at: string;
  checkpoint: string | null;
}

export interface LinkView {
  prop: string;
  label: string;
  row: Row;
  far: { prop: string; label: string; row: Row } | null;
}

export interface LinksScreen {
  links: LinkView[];
  is_cut: boolean;
  roles: { role: Text; case: Named | null; since: string | null; record: string }[];
}

export interface HistoryScreen {
  lines: {
    commit: number;
    known_on: string;
    author: string;
    event: "stated" | "withdrawn" | "removed";
    statement: string | null;
    prop: string | null;
    label: string | null;
    value: Text | null;
    ended_by: number | null;
    ended_on: string | null;
    reason: string | null;
  }[];
}

export interface Job {
  id: string;
  officer: string;
  file: string;
  bytes: number;
  format: string;
  state: "sent" | "running" | "done" | "failed" | "stopped" | "undone";
  sent: string;
  columns: { heading: string; to: string | null; reason: string }[];
  choices: { to: string; entity: string; label: string }[];
  sample: string[][];
  mapping: string | null;
  dataset: string | null;
  source: string | null;
  grade: string | null;
  handling: string | null;
  began: string | null;
  progress: { rows: number; bytes: number; statements: number } | null;
  result: {
    read: number;
    statements: number;
    new: number;
    entities: number;
    problems: number;
    rows_set_aside: number;
    mended: number;
    seconds: number;
  } | null;
  commits: number[];
  problems: {
    row: number | null;
    column: string | null;
    value: string | null;
    reason: string;
    hint: string | null;
    row_set_aside: boolean;
  }[];
  headings: string[];
  rows: { row: number; cells: string[] }[];
  /** What was typed into such rows and not sent yet. */
  typed: { row: number; cells: string[] }[];
  failure: string | null;
  undone_by: number | null;
}

/** Some entries of a record, the newest first. */
export interface Page<Entry> {
  results: Entry[];
  /** The number before which more are found. */
  next?: number;
}

export interface Look {
  look: number;
  at: string;
  officer: string;
  roles: string[];
  purpose: string;
  route: string;
  records: string[];
}

export interface AccountAct {
  look: number;
  at: string;
  act: string;
  account: string;
  officer: string | null;
  confirmed_by: string | null;
  roles: string[];
  scopes: string[];
}

export interface OwnSession {
  number: number;
  begun: string;
  used: string;
  ends: string;
  address: string;
  is_this: boolean;
}

export interface AccountScreen {
  name: string;
  unit: string | null;
  roles: string[];
  made: string;
  password_chars_min: number;
  sessions: OwnSession[];
}
