// Compounds, operations, manifests, where not to travel.

import type { Tracks } from "./cases";
import type { Handling, Text } from "./records";
import type { ReportRow } from "./reports";
import type { Place } from "./situation";

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
