// Texts that may draw people into compounds.

import type { Handling, Receipt, Text } from "./records";

export type Band = "few-signs" | "some-signs" | "many-signs";

export interface AdvertRow {
  id: string;
  title: string;
  excerpt: string;
  score: number;
  band: Band;
  cluster: string;
  cluster_size: number;
  shared: number;
  contacts: { kind: string; value: string }[];
  places: string[];
  platform: string | null;
  language: string | null;
  posted: string | null;
  seen: string | null;
  is_open_scam: boolean;
  verdict: boolean | null;
  takedown: string | null;
  due: string | null;
  is_late: boolean;
  handling: Handling;
}

export interface AdvertsScreen {
  rows: AdvertRow[];
  total: number;
  adverts: number;
  limit: number;
  offset: number;
  counts: {
    adverts: number;
    clusters: number;
    bands: Record<Band, number>;
    languages: Record<string, number>;
    platforms: Record<string, number>;
    places: Record<string, number>;
    takedowns: Record<string, number>;
    open: number;
    late: number;
  };
  handling: Handling | null;
}

export interface AdvertReason {
  indicator: string;
  says: string;
  weight: number;
  start: number;
  end: number;
  row: string;
  source: string;
}

export interface AdvertElsewhere {
  id: string;
  schema: string;
  name: Text;
}

export interface AdvertWord {
  id: string;
  word: string;
  date: string;
  officer: string;
  reason: string;
  platform: string;
  batch: string;
  reference: string;
  can_take_back: boolean;
}

export interface AdvertScreen {
  row: AdvertRow;
  text: string;
  translated: string | null;
  url: string | null;
  source: string | null;
  pictures: string[];
  start: number;
  log_odds: number;
  reasons: AdvertReason[];
  identifiers: {
    kind: string;
    value: string;
    confidence: number;
    of: string | null;
    start: number;
    end: number;
  }[];
  lexicon: string;
  model: string | null;
  pattern: string | null;
  slots: string[];
  contacts: { kind: string; value: string; adverts: number; judged: number; records: AdvertElsewhere[] }[];
  named_by: AdvertElsewhere[];
  compounds: { id: string; name: string; why: string }[];
  cluster: AdvertRow[];
  words: AdvertWord[];
  next: string[];
}

export interface AdvertsTaken {
  taken: { id: string | null; is_new: boolean; left_out: string[]; refused: string | null }[];
  new: number;
  known: number;
  refused: number;
  receipt: Receipt | null;
}

export interface AdvertBatch extends Receipt {
  number: string;
  platform: string;
  file: string;
  text: string;
  asked: number;
  taken_back: number;
}

export interface AdvertOutcomes {
  removed: number;
  refused: number;
  back_up: number;
  set_aside: number[];
  receipt: Receipt | null;
}
