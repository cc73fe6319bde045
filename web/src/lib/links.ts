// Where the ends of a chart of links stand: what was asked for in the middle or at the two sides,
// everything else around it, nearest first. The same chart is always drawn alike.

import type { LinkChart } from "./shapes";

export interface Spot {
  x: number;
  y: number;
}

export const BOX = { width: 176, height: 44 };

/** How many links each end is away from the first. */
export function distances(chart: Pick<LinkChart, "ends" | "lines">): number[] {
  const away = chart.ends.map((_, at) => (at === 0 ? 0 : Infinity));
  let border = [0];
  while (border.length) {
    const next: number[] = [];
    for (const at of border)
      for (const line of chart.lines) {
        const other = line.from === at ? line.to : line.to === at ? line.from : -1;
        if (0 <= other && away[other] === Infinity) {
          away[other] = (away[at] ?? 0) + 1;
          next.push(other);
        }
      }
    border = next;
  }
  return away;
}

/** Columns by distance, from left to right; within a column in the order of the answer. */
export function drawn(chart: Pick<LinkChart, "ends" | "lines">): { spots: Spot[]; width: number; height: number } {
  const away = distances(chart);
  const last = Math.max(0, ...away.filter(Number.isFinite));
  const columns = away.map((steps) => (Number.isFinite(steps) ? steps : last + 1));
  const counts: number[] = [];
  const rows = columns.map((column) => {
    const row = counts[column] ?? 0;
    counts[column] = row + 1;
    return row;
  });
  const most = Math.max(1, ...counts.map((count) => count || 0));
  const step = { x: BOX.width + 120, y: BOX.height + 20 };
  const spots = columns.map((column, at) => ({
    x: 16 + column * step.x,
    // Short columns stand in the middle of the longest.
    y: 16 + ((rows[at] ?? 0) + (most - (counts[column] ?? 1)) / 2) * step.y,
  }));
  return {
    spots,
    width: 32 + (Math.max(0, ...columns) + 1) * step.x - 120,
    height: 32 + most * step.y - 20,
  };
}
