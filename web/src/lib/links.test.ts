import { describe, expect, it } from "vitest";
import { distances, drawn } from "./links";
import type { LinkChart } from "./shapes";

const line = (from: number, to: number) => ({ from, to }) as LinkChart["lines"][number];
const chart = (ends: number, lines: [number, number][]) => ({
  ends: Array.from({ length: ends }, () => ({}) as LinkChart["ends"][number]),
  lines: lines.map(([from, to]) => line(from, to)),
});

describe("a chart of links", () => {
  it("counts links from what was asked for, whichever way they run", () => {
    expect(
      distances(
        chart(4, [
          [1, 0],
          [1, 2],
          [3, 2],
        ]),
      ),
    ).toEqual([0, 1, 2, 3]);
  });

  it("puts no two ends on one spot, and what is tied to nothing behind the rest", () => {
    const { spots } = drawn(
      chart(5, [
        [0, 1],
        [0, 2],
        [2, 3],
      ]),
    );

    expect(new Set(spots.map((spot) => `${spot.x} ${spot.y}`)).size).toBe(5);
    expect(Math.max(...spots.map((spot) => spot.x))).toBe(spots[4]?.x);
  });
});
