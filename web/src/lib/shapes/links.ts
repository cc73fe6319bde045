// Links: who directs, who profits, how records are tied.

import type { Text } from "./records";

export interface LinkEnd {
  id: string;
  schema: string;
  label: string;
  caption: Text;
  is_record: boolean;
  is_apart: boolean;
  too_common: number | null;
}

export interface Ranked extends LinkEnd {
  rank: number;
  score: number;
  bits: number;
  reasons: { rule: string; weight: number; inputs: string[]; words: string }[];
}

export interface OrganisersScreen {
  ranked: Ranked[];
  total: number;
  apart: LinkEnd[];
  over_common: LinkEnd[];
  cut: number;
  position: number;
}

export interface LinkLine {
  from: number;
  to: number;
  kind: string;
  words: string;
  strength: number;
  since: string | null;
  until: string | null;
  statements: string[];
}

export interface LinkChart {
  ends: LinkEnd[];
  lines: LinkLine[];
  paths: { lines: number[]; strength: number }[];
  has_more: boolean;
  position: number;
}
