// Other agencies: who they are, what passes between us and them, and what is asked.

import type { Handling, Receipt, Text } from "./records";

export interface PeerAgreement {
  number: number;
  terms: string[];
  since: string;
  until: string;
  is_over: boolean;
  evaluations_a_day: number;
}

export interface PeerView {
  agency: string;
  names: { lang: string; name: string }[];
  fingerprint: string;
  card: number;
  card_until: string;
  is_card_over: boolean;
  endpoints: string[];
  agreement: PeerAgreement | null;
  answered: string | null;
  asked: string | null;
  distrusted_after: number | null;
  forked: boolean;
  sent: number;
  received: number;
  unconfirmed: number;
  unconfirmed_withdrawals: number;
  overdue: number;
  overdue_withdrawals: number;
  waits_since: string | null;
  owed: number;
}

export interface PeersScreen {
  own: {
    agency: string;
    fingerprint: string;
    words: string;
    card: number | null;
    card_until: string | null;
    endpoints: string[];
    text: string | null;
  };
  peers: PeerView[];
}

export interface About {
  statement: string;
  record: string;
  schema: string;
  schema_label: string;
  prop: string;
  label: string;
}

export interface LogEntry {
  peer: string;
  side: "given" | "got";
  number: number;
  at: string;
  kind: "statement" | "withdrawal" | "not-forwarded";
  about: About | null;
  handling: Handling | null;
  is_gone: boolean;
  of: number | null;
  to: string | null;
  confirmed: string | null;
  copies: number | null;
  is_overdue: boolean;
}

export interface SharingScreen {
  rows: LogEntry[];
  total: number;
  limit: number;
  offset: number;
  agencies: string[];
}

export interface ShareLine {
  statement: string;
  about: About | null;
  value: Text | null;
  refusal: string | null;
  is_known: boolean;
}

export interface SharePreview {
  lines: ShareLine[];
  going: number;
  refused: number;
  handling: Handling;
  learn: string[];
}

export interface Shared extends Receipt {
  shared: number;
  to: string;
}

export interface TakenBack extends Receipt {
  agencies: string[];
}

export interface AskAnswer {
  peer: string;
  number: number;
  case: string;
  purpose: string;
  at: string;
  receipt: string;
  lines: { line: number; kind: string; hit: boolean }[];
  hits: number;
}

export interface AskRow {
  peer: string;
  side: "ours" | "theirs";
  at: string;
  officer: string;
  case: string;
  purpose: string;
  lines: number;
  hits: number | null;
  is_answered: boolean;
  refused: string | null;
  is_alarming: boolean;
  receipt: string;
}

export interface AsksScreen {
  rows: AskRow[];
  total: number;
  limit: number;
  offset: number;
  agencies: string[];
  lines_max: number;
}

export interface ExchangeEvent {
  commit: number;
  at: string;
  event: string;
  officer: string;
  peer: string | null;
  to: string | null;
  count: number;
  purpose: string;
  case: string;
  marks: string;
  refusal: string | null;
  statements: string[];
  confirmed: string | null;
}
