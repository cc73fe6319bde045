import { describe, expect, it } from "vitest";
import { BOX, draw, money, NODES_MAX, sum } from "./money";
import type { MoneyAnswer } from "./shapes";

function answer(pairs: [string, string, string][], holders: Record<string, string> = {}): MoneyAnswer {
  const names = [...new Set(pairs.flatMap(([from, to]) => [from, to]))];
  return {
    accounts: names.map((account) => ({
      account,
      holder: holders[account] ?? "",
      bank: "",
      is_seed: account === "victim",
      is_address: false,
    })),
    holdings: [],
    rows: pairs.map(([from, to, traced], at) => ({
      time: `2026-03-01T09:0${at % 10}:00Z`,
      from,
      to,
      amount: traced,
      currency: "THB",
      traced,
      reference: "",
      file: "f",
      sha256: "0",
      line: at + 1,
    })),
  } as unknown as MoneyAnswer;
}

describe("sums", () => {
  it("are added up exactly, however large", () => {
    expect(sum(["0.10", "0.20"])).toBe("0.30");
    expect(sum(["90071992547409.93", "0.07"])).toBe("90071992547410.00");
    expect(sum(["12", "3"])).toBe("15");
    expect(sum([])).toBe("0");
  });
  it("have marks between thousands and no digit less", () => {
    expect(money("1234567.50")).toBe("1,234,567.50");
    expect(money("100")).toBe("100");
  });
});

describe("the canvas", () => {
  const chain = answer([
    ["victim", "a", "10.00"],
    ["a", "b", "6.00"],
    ["victim", "a", "5.00"],
    ["b", "victim", "1.00"],
  ]);
  it("has each account to the right of those who were reached before it", () => {
    const at = Object.fromEntries(draw(chain, false, {}).nodes.map((node) => [node.key, node.x]));
    expect(at.victim).toBeLessThan(at.a ?? 0);
    expect(at.a).toBeLessThan(at.b ?? 0);
  });
  it("adds the same sums up as the table", () => {
    const edges = draw(chain, false, {}).edges;
    const into = edges.find((edge) => edge.from.key === "victim" && edge.to.key === "a");
    expect(into?.traced).toBe("15.00");
    expect(into?.count).toBe(2);
    expect(sum(edges.map((edge) => edge.traced))).toBe(sum(chain.rows.map((row) => row.traced)));
  });
  it("draws no box over another, nor into the boundary of another holder", () => {
    const many = answer(
      Array.from({ length: 40 }, (_, at): [string, string, string] => [
        at % 3 ? `n${at >> 1}` : "victim",
        `n${at}`,
        "1",
      ]),
      Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`n${at}`, at % 4 ? `h${at % 5}` : ""])),
    );
    const { nodes, boundaries } = draw(many, false, {});
    for (const one of nodes)
      for (const other of nodes)
        if (one !== other)
          expect(Math.abs(one.x - other.x) < BOX.width && Math.abs(one.y - other.y) < BOX.height).toBe(false);
    for (const bound of boundaries)
      for (const node of nodes) {
        const isIn =
          bound.x < node.x + BOX.width &&
          node.x < bound.x + bound.width &&
          bound.y < node.y &&
          node.y < bound.y + bound.height;
        if (isIn && !node.accounts[0]?.is_seed) expect(node.holder).toBe(bound.holder);
      }
  });
  it("keeps boxes where they were placed", () => {
    const drawn = draw(chain, false, { a: { x: 700, y: 300 } });
    expect(drawn.nodes.find((node) => node.key === "a")).toMatchObject({ x: 700, y: 300 });
  });
  it("puts the accounts of a holder into one box, and what is too much into another", () => {
    const held = answer(
      [
        ["victim", "a", "10.00"],
        ["a", "b", "6.00"],
      ],
      { a: "Invented Ltd", b: "Invented Ltd" },
    );
    expect(draw(held, true, {}).nodes.map((node) => node.accounts.length)).toEqual([1, 2]);
    const wide = answer(Array.from({ length: 500 }, (_, at): [string, string, string] => ["victim", `n${at}`, "1"]));
    const drawn = draw(wide, false, {});
    expect(drawn.nodes.length).toBe(NODES_MAX);
    expect(drawn.rest).toBe(501 - (NODES_MAX - 1));
  });
});
