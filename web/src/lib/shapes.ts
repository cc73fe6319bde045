// The form of what the node answers; the API document says what each part means.

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

/** Answers of methods to a table of counts. */
export interface Estimates {
  lists: string[];
  cells: { lists: string[]; people: number }[];
  answers: {
    method: string;
    observed: number;
    estimate: number | null;
    headline: [number, number | null] | null;
    spans: { model: string; estimate: number | null; share: number | null }[];
    seed: number | null;
    replicates: number | null;
    failed_replicates: number | null;
    says: {
      method: string;
      headline: string | null;
      seen: string;
      empty_overlaps: string | null;
      model: string | null;
      sensitivity: string | null;
      warnings: { code: string; reason: string }[];
      refused: { code: string; reason: string } | null;
    };
  }[];
  assumes: string;
}

export interface Question {
  question: string;
  basis: "stated" | "proposed" | "set-apart";
  told_apart_by: string[];
  in_conflict: string[][];
  answers: Answer[];
  related: {
    relation: "set-apart" | "may-belong-together" | "overlapping" | "other-time";
    title: string;
    figure: string;
  }[];
}

export interface Place {
  id: string;
  schema: string;
  name: string;
  names: string[];
  kind: string | null;
  countries: string[];
  latitude: number | null;
  longitude: number | null;
  source: string | null;
  /** Whether a travel restriction on it holds. */
  restricted: boolean;
  handling: Handling;
}

export interface SituationEvent {
  id: string;
  name: string;
  kind: string | null;
  start: string | null;
  end: string | null;
  countries: string[];
  source: string | null;
  note: string | null;
}

export interface Situation {
  questions: Question[];
  places: Place[];
  events: SituationEvent[];
  publishers: number;
  handling: Handling | null;
  position: number;
}

export interface Receipt {
  commit: number;
  known_on: string;
}

/** A judgement that is on disk. */
export interface Judged extends Receipt {
  id: string;
}

const STRICTNESS = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

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

/** A look against the rules, and what a second person holds of it. */
export interface EmergencyLook {
  look: number;
  at: string;
  officer: string;
  roles: string[];
  route: string;
  records: string[];
  reason: string;
  due: string;
  state: "waiting" | "overdue" | "confirmed" | "rejected";
  was_late: boolean;
  review: { officer: string; at: string; reason: string } | null;
}

export interface EmergenciesScreen extends Page<EmergencyLook> {
  waiting: number;
  overdue: number;
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

export interface ReportRow {
  id: string;
  number: string;
  stage: string;
  is_settled: boolean;
  is_child: boolean;
  since: string | null;
  authority: string | null;
  reported: string | null;
  days_open: number | null;
  last_heard: string | null;
  danger: string | null;
  safe_to_call: string | null;
  consent: string | null;
  place: { id: string; name: string } | null;
  due: { act: string; by: string; days_late: number } | null;
  disagreements: number;
  handling: Handling;
}

export interface ReportsOverview {
  reports: number;
  settled: { stage: string; count: number }[];
  open: { stage: string; age: string; count: number }[];
  months: { month: string | null; reported: number; settled: number }[];
  views: { view: string; count: number }[];
}

export interface ReportsScreen {
  day: string;
  overview: ReportsOverview;
  rows: ReportRow[];
  total: number;
  limit: number;
  offset: number;
  handling: Handling | null;
  position: number;
}

export interface ReportStep {
  id: string;
  stage: string;
  date: string | null;
  authority: string;
  officer: string | null;
  entered: string;
  reason: string | null;
  closed_reason: string | null;
  can_be_taken_back: boolean;
}

export interface ReportScreen {
  day: string;
  row: ReportRow;
  person: string | null;
  steps: ReportStep[];
  counts: string | null;
  disagreements: { kind: "fork" | "further"; steps: string[] }[];
  checks: {
    id: string;
    date: string | null;
    authority: string;
    officer: string | null;
    channel: string;
    outcome: string;
    next: string | null;
  }[];
  sources: ReportSource[];
  judgements: RecordJudgement[];
  warnings: Restriction[];
  usual_next: string[];
  handling: Handling;
  position: number;
}

export interface ReportSource {
  report: string;
  number: string | null;
  source: string | null;
  originator: string;
  officer: string | null;
  at: string;
  commit: number;
  said: { prop: string; value: Text }[];
}

export interface ReportProposed {
  fields: Record<string, string[]>;
  source: string;
  left_over: string[];
  attachments: string[];
}

export interface AlikeReport {
  row: ReportRow;
  person: string;
  probability: number;
  bits: number;
  start: number;
  reasons: Pair["reasons"];
  judgement: RecordJudgement | null;
}

export interface InboxScreen {
  day: string;
  late: { total: number; rows: ReportRow[] };
  danger: { total: number; rows: ReportRow[] };
  disagreed: { total: number; rows: ReportRow[] };
  emergencies: EmergencyLook[];
  handling: Handling | null;
  position: number;
}

export interface Taken extends Receipt {
  one_with: string | null;
  id: string;
  number: string | null;
  person: string;
}

export interface CaseRow {
  id: string;
  number: string;
  title: string | null;
  case_type: string;
  severity: string;
  lead_officer: string;
  opened: string;
  is_open: boolean;
  is_member: boolean;
  tags: string[];
  handling: Handling;
}

export interface CasesScreen {
  rows: CaseRow[];
  templates: string[];
  day: string;
}

export interface CaseTask {
  id: string;
  title: string;
  group: string;
  assignee: string;
  due: string | null;
  days_late: number;
  status: string;
  steps: {
    id: string;
    status: string | null;
    assignee: string | null;
    due: string | null;
    reason: string;
    officer: string;
    entered: string;
  }[];
}

export interface CaseEntry {
  id: string;
  kind: "note" | "decision" | "event" | "link" | "status";
  date: string | null;
  text: string;
  label: string;
  reason: string;
  opens: boolean | null;
  about: string | null;
  officer: string;
  entered: string;
}

export interface CaseEvidence {
  id: string;
  exhibit: string;
  file_name: string;
  size: number;
  taken_from: string;
  officer: string;
  entered: string;
  holder: string;
  handovers: {
    id: string;
    act: string;
    from: string;
    to: string;
    reason: string;
    signed_by: string;
    entered: string;
    commit: number;
  }[];
}

/** Both tracks of a person: they are shown apart and never mixed. */
export interface Tracks {
  person: string;
  is_child: boolean | null;
  result: string;
  is_disputed: boolean;
  screenings: {
    id: string;
    date: string | null;
    authority: string;
    officer: string;
    instrument: string | null;
    result: string;
    score: number;
    reason: string | null;
    entered: string;
  }[];
  steps: {
    id: string;
    step: string;
    date: string | null;
    authority: string;
    legal_basis: string;
    officer: string;
    reason: string | null;
    entered: string;
  }[];
  non_punishment: {
    id: string;
    date: string | null;
    authority: string;
    decision: string;
    appeal: string;
    officer: string;
  }[];
  releases: { id: string; to: string | null; officer: string; reason: string; entered: string }[];
}

export interface CaseScreen {
  row: CaseRow;
  custom_fields: string[];
  origin: string | null;
  tasks: CaseTask[];
  entries: CaseEntry[];
  links: { entry: string; id: string; schema: string; caption: Text }[];
  evidence: CaseEvidence[];
  members: { officer: string; by: string; since: string; reason: string }[];
  people: Tracks[];
  timeline: { at: string; message: string; label: string }[];
  day: string;
  handling: Handling;
  position: number;
}

export interface WaitingScreen {
  handling: Handling;
  rows: { score: number; tracks: Tracks }[];
  total: number;
}

export interface Form {
  id: string;
  version: string;
  title: Record<string, string>;
  advice: Record<string, string>;
  issued: { value: string; source?: string; unverified?: string };
  parts: { code: string; title: Record<string, string> }[];
  questions: { code: string; part: string; weight: number; text: Record<string, string> }[];
}

export interface PersonScreen {
  handling: Handling;
  tracks: Tracks;
  forms: Form[];
  law: {
    country: string;
    legal_bases: Record<string, { value: string; source?: string; unverified?: string }>;
    age_of_majority: { value: number; source?: string; unverified?: string };
  } | null;
  day: string;
}

export interface CompoundRow {
  id: string;
  name: string;
  names: { name: string; lang: string | null }[];
  countries: string[];
  place: { id: string; name: string } | null;
  status: string | null;
  since: string | null;
  authority: string | null;
  is_disputed: boolean;
  reports: number;
  operations: number;
  latitude: number | null;
  longitude: number | null;
  precision_metres: number | null;
  handling: Handling;
}

export interface CompoundsScreen {
  rows: CompoundRow[];
  total: number;
  by_status: { status: string | null; count: number }[];
  by_country: { country: string; count: number }[];
  disputed: number;
  places: Place[];
  handling: Handling | null;
  position: number;
}

/** One agency's dated word on a state. */
export interface StateWord {
  id: string;
  status: string;
  date: string | null;
  authority: string;
  source: string;
  officer: string;
  reason: string | null;
  entered: string;
}

export interface CompoundScreen {
  row: CompoundRow;
  facts: {
    statement: string;
    prop: string;
    value: string;
    lang: string | null;
    source: string | null;
    originator: string;
  }[];
  words: StateWord[];
  ties: {
    id: string;
    kind: string;
    about: { id: string; schema: string; caption: Text } | null;
    text: string;
    phone: string | null;
    date: string | null;
    authority: string;
    source: string;
  }[];
  reports: { row: ReportRow; tie: string | null }[];
  reports_total: number;
  proposed: { row: ReportRow; name: string }[];
  raids: {
    id: string;
    name: string;
    date: string | null;
    rescued: string | null;
    rescued_by_nationality: { country: string; count: number }[];
    arrested: string | null;
    arrested_by_nationality: { country: string; count: number }[];
    seized: string[];
    source: string;
  }[];
  restrictions: Restriction[];
  places: Place[];
  known_places: PlaceOption[];
  day: string;
  handling: Handling;
  position: number;
}

export interface MoneyQuestion {
  from: string[];
  rule: string;
  backward: boolean;
  since: string;
  until: string;
  hops: number | null;
  min: string;
  ties: string;
  net_reversals: boolean;
  keep_duplicates: boolean;
}

export interface MoneyTotal {
  currency: string;
  sent: string;
  held: string;
  returned: string;
  beyond: string;
  infected: string;
}

export interface MoneyHolding {
  account: string;
  currency: string;
  received: string;
  held: string;
  balance: string;
  hops: number;
  first: string;
  last: string;
  rank: number | null;
  wait_minutes: number | null;
  is_own_habit: boolean;
  minutes_left: number | null;
}

export interface MoneyAccount {
  account: string;
  holder: string;
  bank: string;
  is_seed: boolean;
  is_address: boolean;
}

export interface MoneyRow {
  time: string;
  from: string;
  to: string;
  amount: string;
  currency: string;
  traced: string;
  reference: string;
  file: string;
  sha256: string;
  line: number;
}

export interface MoneyAnswer {
  question: MoneyQuestion;
  rule: string | null;
  ties: string;
  at: string;
  fingerprint: string;
  looked_at: number;
  sources: { file: string; sha256: string }[];
  totals: MoneyTotal[];
  holdings: MoneyHolding[];
  accounts: MoneyAccount[];
  rows: MoneyRow[];
  rows_all: number;
  reached: { account: string; hops: number; last: string }[];
  reached_all: number;
  notes: string[];
}

export interface MoneyJob {
  handling: Handling;
  id: string;
  kind: "trace" | "load";
  state: "running" | "done" | "stopped" | "failed";
  begun: string;
  about: string;
  done: number;
  of: number;
  failure: string | null;
  hint: string | null;
  kept: { id: string; title: string; case: string; fingerprint: string } | null;
  is_same: boolean | null;
  answer: MoneyAnswer | null;
  loaded: {
    table: string | null;
    is_known: boolean;
    rows: number;
    problems: number;
    first_problems: {
      row: number | null;
      column: string | null;
      value: string | null;
      reason: string;
      hint: string | null;
    }[];
  } | null;
}

export interface LedgerTable {
  id: string;
  file: string;
  sha256: string;
  format: string;
  rows: number;
  problems: number;
  officer: string;
  at: string;
}

export interface KeptTrace {
  id: string;
  case: string;
  title: string;
  question: MoneyQuestion;
  rule: string;
  ties: string;
  totals: string[];
  rows: number;
  fingerprint: string;
  officer: string;
  at: string;
}

export interface MoneyScreen {
  handling: Handling;
  tables: LedgerTable[];
  jobs: MoneyJob[];
  traces: KeptTrace[];
  cases: { number: string; title: string | null }[];
}

export interface FreezeStep {
  id: string;
  status: string;
  amount: string | null;
  reason: string;
  officer: string;
  at: string;
}

export interface FreezeLine {
  id: string;
  letter: string;
  rank: number;
  account: string;
  institution: string;
  currency: string;
  asked: string;
  came: string;
  goes_on: string | null;
  is_victims: boolean;
  status: string;
  held: string | null;
  clock: string | null;
  clock_says: string | null;
  is_late: boolean;
  steps: FreezeStep[];
}

export interface FreezePlan {
  id: string;
  number: string;
  case: string;
  rule: string;
  ties: string;
  fingerprint: string;
  legal_basis: string;
  country: string;
  officer: string;
  at: string;
  lines: FreezeLine[];
  sums: { currency: string; asked: string; saved: string; moving: string; lost: string; released: string }[];
  handling: Handling;
}

export interface FreezePlansScreen {
  plans: FreezePlan[];
}

export interface PlanReceipt extends Receipt {
  number: string;
  requests: number;
  set_aside: { row: number; reason: string }[];
}

export interface PlaceOption {
  id: string;
  name: string;
  country: string | null;
}

export interface Restriction {
  id: string;
  title: string;
  country: string;
  place: { id: string; name: string } | null;
  kind: string;
  level: string;
  rank: number | null;
  applies_to: string[];
  issued_by: string;
  source: string;
  from: string | null;
  to: string | null;
  holds: boolean;
  is_entered: boolean;
  reach: "covers" | "touches" | null;
  handling: Handling;
}

export interface TravelScreen {
  rows: Restriction[];
  holding: number;
  by_country: { country: string; count: number }[];
  places: Place[];
  known_places: PlaceOption[];
  day: string;
  handling: Handling | null;
}

export interface OperationRow {
  id: string;
  name: string;
  kind: string;
  date: string | null;
  place: { id: string; name: string } | null;
  agencies: string[];
  state: string | null;
  is_disputed: boolean;
  handling: Handling;
}

export interface ManifestRow {
  id: string;
  number: string;
  title: string;
  flight: string | null;
  date: string | null;
  from: string | null;
  to: string | null;
  operation: string | null;
  by_stage: { stage: string; count: number }[];
  handling: Handling;
}

export interface OperationsScreen {
  rows: OperationRow[];
  manifests: ManifestRow[];
  handling: Handling | null;
}

export interface OperationScreen {
  row: OperationRow;
  plan: string | null;
  words: StateWord[];
  counts: {
    role: string;
    nationality: string | null;
    is_disputed: boolean;
    told: { id: string | null; people: number; date: string | null; authority: string; source: string }[];
  }[];
  finds: {
    id: string;
    kind: string;
    about: { id: string; schema: string; caption: Text } | null;
    text: string;
    exhibit: string | null;
    officer: string;
  }[];
  people: Tracks[];
  manifests: { id: string; number: string }[];
  handling: Handling;
  position: number;
}

export interface Passenger {
  id: string;
  person: string;
  is_child: boolean | null;
  result: string;
  nationalities: string[];
  stage: string;
  words: StateWord[];
}

export interface ManifestScreen {
  row: ManifestRow;
  passengers: Passenger[];
  handling: Handling;
  position: number;
}
