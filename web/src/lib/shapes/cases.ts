// Cases, tracks, forms, and a person as a case sees them.

import type { Handling, Text } from "./records";

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
