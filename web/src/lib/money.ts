// Sums as they are written, and where each account stands on the canvas. No sum is ever a float.
import type { MoneyAccount, MoneyAnswer, MoneyRow } from "./shapes";

export const RULES = ["fifo", "lifo", "pro-rata", "lowest-balance", "poison"];

/** For what the officer last asked: another rule is the same question. Lost with the page. */
export const asked = { purpose: "" };

/** Adds sums up that have the same decimals, as those of one currency in one answer do. */
export function sum(texts: string[]): string {
  const decimals = Math.max(0, ...texts.map((text) => (text.split(".")[1] ?? "").length));
  let all = 0n;
  for (const text of texts) {
    const [whole = "0", part = ""] = text.split(".");
    all += BigInt(whole + part.padEnd(decimals, "0"));
  }
  const digits = all.toString().padStart(decimals + 1, "0");
  return decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
}

/** With marks between thousands; nothing is rounded. */
export function money(text: string): string {
  const [whole = "", part] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** The end of a number by which people know it; the beginning and the end of an address. */
export function short(account: MoneyAccount | string): string {
  const text = typeof account === "string" ? account : account.account;
  if (text.length <= 12) return text;
  const isAddress = typeof account !== "string" && account.is_address;
  return isAddress ? `${text.slice(0, 4)}…${text.slice(-4)}` : `…${text.slice(-8)}`;
}

/** Something on the canvas: an account, or all accounts of a holder. */
export interface Node {
  key: string;
  accounts: MoneyAccount[];
  holder: string;
  x: number;
  y: number;
  held: { currency: string; amount: string }[];
}
export interface Edge {
  key: string;
  from: Node;
  to: Node;
  currency: string;
  traced: string;
  count: number;
  first: string;
  last: string;
  path: string;
  labelX: number;
  labelY: number;
}
export interface Boundary {
  holder: string;
  count: number;
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Drawing {
  nodes: Node[];
  edges: Edge[];
  boundaries: Boundary[];
  times: { x: number; text: string }[];
  width: number;
  height: number;
  /** Accounts that stand in the box of the rest. */
  rest: number;
}
export type Placed = Record<string, { x: number; y: number }>;

export const BOX = { width: 152, height: 64 };
const COLUMN = 272;
const LANE = 128;
const EDGE = { left: 16, top: 72 };
/** Boxes on one screen; the rest stands in one box. */
export const NODES_MAX = 300;
const REST = "\u0000rest";

/** Draws what is traced, from left to right by the time at which it came. Boxes that were placed stay. */
export function draw(answer: MoneyAnswer, byHolder: boolean, placed: Placed): Drawing {
  const known = new Map(answer.accounts.map((account) => [account.account, account]));
  const keyOf = keys(answer, byHolder);
  const nodes = new Map<string, Node>();
  for (const account of answer.accounts) {
    const key = keyOf(account.account);
    const node = nodes.get(key) ?? { key, accounts: [], holder: account.holder, x: 0, y: 0, held: [] };
    node.accounts.push(account);
    nodes.set(key, node);
  }
  for (const node of nodes.values()) node.held = heldAt(answer, node);
  const met = firstMet(answer.rows, keyOf, nodes);
  place(met, nodes, placed);
  const rows = answer.rows.filter((row) => known.has(row.from) && known.has(row.to));
  const edges = edgesOf(rows, keyOf, nodes);
  const all = [...nodes.values()].filter((node) => met.includes(node.key));
  const right = Math.max(0, ...all.map((node) => node.x)) + BOX.width + EDGE.left;
  const bottom = Math.max(0, ...all.map((node) => node.y)) + BOX.height + 32;
  return {
    nodes: all,
    edges,
    boundaries: byHolder ? [] : boundaries(all),
    times: timesOf(rows, keyOf, nodes),
    width: right,
    height: bottom,
    rest: nodes.get(REST)?.accounts.length ?? 0,
  };
}

/** Which box an account stands in. */
function keys(answer: MoneyAnswer, byHolder: boolean): (account: string) => string {
  const box = new Map<string, string>();
  for (const one of answer.accounts)
    box.set(one.account, byHolder && one.holder && !one.is_seed ? `\u0000${one.holder}` : one.account);
  const boxes = [...new Set(box.values())];
  if (NODES_MAX < boxes.length) {
    const shown = new Set(boxes.slice(0, NODES_MAX - 1));
    for (const [account, key] of box) if (!shown.has(key)) box.set(account, REST);
  }
  return (account) => box.get(account) ?? REST;
}

function heldAt(answer: MoneyAnswer, node: Node): Node["held"] {
  const own = new Set(node.accounts.map((account) => account.account));
  const found = new Map<string, string[]>();
  for (const holding of answer.holdings) {
    if (!own.has(holding.account) || !/[1-9]/.test(holding.held)) continue;
    found.set(holding.currency, [...(found.get(holding.currency) ?? []), holding.held]);
  }
  return [...found].map(([currency, texts]) => ({ currency, amount: sum(texts) }));
}

/** Boxes in the order in which traced money came to them, seeds first. */
function firstMet(rows: MoneyRow[], keyOf: (account: string) => string, nodes: Map<string, Node>): string[] {
  const seeds = [...nodes.values()].filter((node) => node.accounts.some((account) => account.is_seed));
  const met = new Set(seeds.map((node) => node.key));
  for (const row of rows) for (const end of [row.from, row.to]) if (nodes.has(keyOf(end))) met.add(keyOf(end));
  return [...met];
}

/** Columns by order of time; a holder's accounts share lanes that nothing else crosses. */
function place(met: string[], nodes: Map<string, Node>, placed: Placed): void {
  const columns = new Map<string, number>();
  const seeds = met.filter((key) => nodes.get(key)?.accounts.some((account) => account.is_seed));
  for (const key of seeds) columns.set(key, 0);
  let next = 1;
  for (const key of met) if (!columns.has(key)) columns.set(key, next++);
  // Long traces are folded: what came later stands to the right, several below each other.
  const most = Math.max(1, ...columns.values());
  const fold = Math.max(1, Math.ceil(most / COLUMNS_MAX));
  const columnOf = (key: string) => {
    const at = columns.get(key) ?? 0;
    return at === 0 ? 0 : 1 + Math.floor((at - 1) / fold);
  };
  const groups = new Map<string, string[]>();
  for (const key of met) {
    const node = nodes.get(key);
    const isSeed = columns.get(key) === 0;
    const group = node?.holder && !isSeed ? `\u0000${node.holder}` : key;
    groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  const lanes: [number, number][][] = [];
  for (const members of groups.values()) {
    const at = members.map(columnOf);
    const [from, to] = [Math.min(...at), Math.max(...at)];
    const deep = Math.max(...[...new Set(at)].map((column) => at.filter((one) => one === column).length));
    const isFree = (lane: number) => !(lanes[lane] ?? []).some(([a, b]) => a <= to && from <= b);
    let lane = 0;
    while (!Array.from({ length: deep }, (_, below) => lane + below).every(isFree)) lane++;
    for (let below = 0; below < deep; below++) (lanes[lane + below] ??= []).push([from, to]);
    const used = new Map<number, number>();
    for (const key of members) {
      const node = nodes.get(key);
      const column = columnOf(key);
      const below = used.get(column) ?? 0;
      used.set(column, below + 1);
      const kept = placed[key];
      if (!node) continue;
      node.x = kept?.x ?? EDGE.left + column * COLUMN;
      node.y = kept?.y ?? EDGE.top + (lane + below) * LANE;
    }
  }
}
const COLUMNS_MAX = 24;

function edgesOf(rows: MoneyRow[], keyOf: (account: string) => string, nodes: Map<string, Node>): Edge[] {
  const found = new Map<string, { from: Node; to: Node; rows: MoneyRow[] }>();
  for (const row of rows) {
    const [from, to] = [nodes.get(keyOf(row.from)), nodes.get(keyOf(row.to))];
    if (!from || !to || from === to) continue;
    const key = `${from.key}\n${to.key}\n${row.currency}`;
    const edge = found.get(key) ?? { from, to, rows: [] };
    edge.rows.push(row);
    found.set(key, edge);
  }
  const into = new Map<string, number>();
  const all = [...nodes.values()];
  return [...found].map(([key, { from, to, rows }]) => {
    const nth = into.get(to.key) ?? 0;
    into.set(to.key, nth + 1);
    return {
      key,
      from,
      to,
      currency: rows[0]?.currency ?? "",
      traced: sum(rows.map((row) => row.traced)),
      count: rows.length,
      first: rows[0]?.time ?? "",
      last: rows.at(-1)?.time ?? "",
      ...way(from, to, nth, all),
    };
  });
}

/** A way of right angles that crosses no box: straight, or by the gap above the receiver's lane. */
function way(from: Node, to: Node, nth: number, all: Node[]): { path: string; labelX: number; labelY: number } {
  const [ax, ay] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [bx, by] = [to.x, to.y + BOX.height / 2 + [0, 14, -14][nth % 3]!];
  const isBetween = (node: Node) => ax <= node.x && node.x < bx && Math.abs(node.y - from.y) < BOX.height;
  const label = { labelX: bx - LABEL_ROOM, labelY: by - 4 };
  if (ax < bx && ay === by && !all.some(isBetween)) return { path: `M${ax} ${ay}H${bx}`, ...label };
  const out = ax + 10 + (nth % 3) * 4;
  const gap = to.y - 32 - (nth % 3) * 4;
  const isOn = out < bx - LABEL_ROOM;
  const turn = isOn ? bx - LABEL_ROOM - 4 : bx - 12;
  const path = `M${ax} ${ay}H${out}V${gap}H${turn}V${by}H${bx}`;
  return isOn ? { path, ...label } : { path, labelX: Math.min(out, turn) + 4, labelY: gap - 4 };
}
const LABEL_ROOM = 104;

function boundaries(nodes: Node[]): Boundary[] {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    if (!node.holder || node.accounts.some((account) => account.is_seed)) continue;
    groups.set(node.holder, [...(groups.get(node.holder) ?? []), node]);
  }
  return [...groups].map(([holder, own]) => {
    const [left, top] = [Math.min(...own.map((one) => one.x)), Math.min(...own.map((one) => one.y))];
    const right = Math.max(...own.map((one) => one.x)) + BOX.width;
    const bottom = Math.max(...own.map((one) => one.y)) + BOX.height;
    const count = own.reduce((all, one) => all + one.accounts.length, 0);
    return { holder, count, x: left - 8, y: top - 24, width: right - left + 16, height: bottom - top + 32 };
  });
}

/** When money first came to each column. */
function timesOf(rows: MoneyRow[], keyOf: (account: string) => string, nodes: Map<string, Node>) {
  const times = new Map<number, string>();
  for (const row of rows) {
    const to = nodes.get(keyOf(row.to));
    if (to && to.x !== EDGE.left && !times.has(to.x)) times.set(to.x, row.time);
  }
  return [...times].map(([x, text]) => ({ x, text }));
}
