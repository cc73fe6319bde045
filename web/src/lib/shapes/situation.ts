// Published figures, events and estimates.

import type { Answer, Handling } from "./records";

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
      linkage: string | null;
      warnings: { code: string; reason: string }[];
      refused: { code: string; reason: string } | null;
    };
  }[];
  from_node: { says: string; pairs_waiting: number } | null;
  assumes: string;
}

/** Lists of people in the node's records. */
export interface ListsOfPeople {
  lists: { key: string; name: string; people: number; records: number }[];
  reporters: number;
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

/** What the node itself counts. */
export interface OwnCounts {
  counts: OwnCount[];
  stages: { stage: string; reports: number }[];
  days_open: { reports: number; median: number | null; most: number | null };
  money: { currency: string; asked: string; saved: string; moving: string; lost: string; released: string }[];
  rows: {
    what: string;
    total: number;
    rows: {
      record: string;
      date: string | null;
      authority: string;
      verified: boolean;
      currency: string | null;
      amount: string | null;
    }[];
  } | null;
  handling: Handling | null;
  position: number;
}

export interface OwnCount {
  what: string;
  verified: number;
  reported: number;
  months: { month: string; verified: number; reported: number }[];
  undated: number;
}

/** What one side asked the other. */
export interface AskedOf {
  requests: number;
  settled: number;
  hours_median: number | null;
  late: number;
  refused: Record<string, number>;
  located: number;
}

export interface CooperationMonths {
  months: {
    peer: string;
    month: string;
    by_us: AskedOf;
    by_them: AskedOf;
    withdrawn: number;
    withdrawals_confirmed: number;
  }[];
}
