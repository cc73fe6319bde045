// Makes src/lib/borders.json from Natural Earth (public domain, by world-atlas): the countries of
// the region with simplified borders, in hundredths of a degree. Run by hand: `node build/shapes.mjs`.
import { readFileSync, writeFileSync } from "node:fs";
import { feature, mesh } from "topojson-client";

const atlas = JSON.parse(readFileSync(new URL("../node_modules/world-atlas/countries-50m.json", import.meta.url)));
const BOX = [88, 0, 116, 30];
const NAMED = { 104: "MM", 116: "KH", 418: "LA", 704: "VN", 764: "TH", 156: "CN", 458: "MY", 356: "IN", "050": "BD" };
const DISPUTED = [["116", "764"]];
const all = atlas.objects.countries;
const near = (point) =>
  BOX[0] - 4 < point[0] && point[0] < BOX[2] + 4 && BOX[1] - 4 < point[1] && point[1] < BOX[3] + 4;

function simplified(line, tolerance) {
  if (line.length < 3) return line;
  const [a, b] = [line[0], line[line.length - 1]];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  let worst = 0,
    at = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const p = line[i];
    const d =
      length === 0
        ? Math.hypot(p[0] - a[0], p[1] - a[1])
        : Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length;
    if (worst < d) [worst, at] = [d, i];
  }
  if (worst <= tolerance) return [a, b];
  return [...simplified(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplified(line.slice(at), tolerance)];
}
const round = (line) =>
  simplified(line, 0.02)
    .map(([x, y]) => [Math.round(x * 100), Math.round(y * 100)])
    .flat();

const land = [];
for (const country of all.geometries) {
  const shape = feature(atlas, country).geometry;
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  for (const [ring] of polygons) {
    if (!ring.some(near)) continue;
    // What lies far outside is pulled to the edge: only its side towards us is seen.
    const pulled = ring.map(([x, y]) => [
      Math.min(Math.max(x, BOX[0] - 6), BOX[2] + 6),
      Math.min(Math.max(y, BOX[1] - 6), BOX[3] + 6),
    ]);
    const half = Math.floor(pulled.length / 2);
    const flat = [...round(pulled.slice(0, half + 1)).slice(0, -2), ...round(pulled.slice(half))];
    if (8 <= flat.length) land.push(flat);
  }
}
const isDisputed = (a, b) => DISPUTED.some((pair) => pair.includes(a.id) && pair.includes(b.id) && a !== b);
const lines = (shape) => shape.coordinates.filter((line) => line.some(near)).map(round);
const borders = lines(mesh(atlas, all, (a, b) => a !== b && !isDisputed(a, b)));
const disputed = lines(mesh(atlas, all, isDisputed));
const names = {
  MM: [96.3, 20.4],
  TH: [101.2, 15.6],
  LA: [102.9, 19.3],
  KH: [104.9, 12.8],
  VN: [108.1, 14.6],
  CN: [102.0, 24.2],
  MY: [102.2, 4.2],
};
for (const id of Object.keys(NAMED)) if (!all.geometries.some((g) => g.id === id)) throw new Error(id);
const text = JSON.stringify({ land, borders, disputed, names });
writeFileSync(new URL("../src/lib/borders.json", import.meta.url), text + "\n");
console.log(text.length, "bytes");
