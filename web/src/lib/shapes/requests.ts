// Requests to other agencies, and theirs.

import type { Handling, Receipt, Text } from "./records";

export interface RequestRow {
  id: string;
  number: string;
  side: "asker" | "asked";
  peer: string;
  kind: string;
  urgency: string;
  state: string;
  waits_for: "asker" | "asked" | null;
  is_late: boolean;
  is_escalated: boolean;
  clock: string | null;
  clock_for: "acknowledge" | "answer" | null;
  sent: string | null;
  entered: string;
  officer: string;
  handling: Handling;
}

export interface RequestsScreen {
  rows: RequestRow[];
  total: number;
  limit: number;
  offset: number;
  agencies: string[];
  handling: Handling | null;
}

export interface RequestWord {
  id: string;
  side: "asker" | "asked";
  state: string;
  at: string;
  entered: string;
  text: Text | null;
  legal_basis: string;
  records: string[];
  officer: string;
  counts: boolean;
  travels: boolean;
  confirmed: string | null;
}

export interface AskedAlready {
  number: string;
  side: "asker" | "asked";
  peer: string;
  officer: string;
  state: string;
  entered: string;
  shared: number;
}

export interface RequestScreen {
  row: RequestRow;
  from: string;
  to: string;
  purpose: string;
  legal_basis: string;
  until: string | null;
  case: string | null;
  subject: string | null;
  questions: Text[];
  identifiers: Text[];
  delivered: string | null;
  acknowledged: string | null;
  acknowledge_by: string | null;
  settled: string | null;
  answer_by: string | null;
  words: RequestWord[];
  next: string[];
  needs_second_person: boolean;
  asked_already: AskedAlready[];
  is_covered: boolean;
}

export interface RequestDrafted extends Receipt {
  id: string;
  number: string;
  asked_already: AskedAlready[];
}

export interface RequestSaid extends Receipt {
  id: string;
  number: string;
  state: string;
  shared: number;
}
