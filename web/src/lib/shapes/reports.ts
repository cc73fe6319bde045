// Reports of people, and the inbox.

import type { RequestRow } from "./requests";
import type { Restriction } from "./places";
import type { Handling, Pair, Receipt, RecordJudgement, Text } from "./records";

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
  requests: { total: number; rows: RequestRow[] };
  handling: Handling | null;
  position: number;
}

export interface Taken extends Receipt {
  one_with: string | null;
  id: string;
  number: string | null;
  person: string;
}
