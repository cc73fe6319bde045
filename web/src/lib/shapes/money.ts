// Ledger, traces and freeze plans.

import type { Handling, Receipt } from "./records";

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
