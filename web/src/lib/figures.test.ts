import { describe, expect, test } from "vitest";
import { arranged, boundsOf, fateOf, formOf, isAtLeast, lastOf, scaleOf, ticks } from "./figures";
import type { Answer, Question } from "./shapes";

function answer(value: string, more: Partial<Answer> = {}): Answer {
  return {
    id: `kr.npa:figure-${value}`,
    value,
    unit: "people",
    subject: null,
    measure: null,
    place: null,
    country: [],
    period_start: null,
    period_end: null,
    as_of: null,
    value_low: null,
    value_high: null,
    publisher: null,
    source_title: null,
    source_date: null,
    source_ref: null,
    note: null,
    differs: [],
    standing: "alone",
    preference: "unstated",
    judgements: [],
    stated_question: null,
    ...more,
  };
}
const question = (answers: Answer[]): Question => ({
  question: "q",
  basis: "stated",
  told_apart_by: [],
  in_conflict: [],
  answers,
  related: [],
});

describe("figures", () => {
  test("close answers get a scale of their own, and the others stand apart", () => {
    const values = [63, 61, 60, 59, 60, 64, 64, 80, 4];
    const scale = scaleOf(values);
    const rows = arranged(
      values.map((value) => answer(String(value))),
      scale,
    );

    expect(scale.isCropped).toBe(true);
    expect(scale.from).toBeLessThan(59);
    expect(64).toBeLessThan(scale.to);
    expect(rows.filter((row) => row.isApart).map((row) => row.answer.value)).toEqual(["4", "80"]);
  });

  test("answers stand in the order of their dates, also those beside the scale", () => {
    const dates = { 80: "2025-10-15", 63: "2025-10-14", 4: "2025-10-14", 64: "2025-10-18", 61: "2025-10-16" };
    const all = Object.entries(dates).map(([value, as_of]) => answer(value, { as_of }));
    const rows = arranged(all, { from: 55, to: 70, step: 5, isCropped: true });

    expect(rows.map((row) => row.answer.value)).toEqual(["4", "63", "80", "61", "64"]);
    expect(rows.map((row) => row.isApart)).toEqual([true, false, true, false, false]);
  });

  test("the judgement that an officer wrote last is theirs, of whatever figure", () => {
    const judgement = (user: string, at: string) =>
      ({ user, at, id: at, figure: "f", reason: "", verdict: "preferred" }) as const;
    const asked = question([
      answer("60", { judgements: [judgement("min", "2026-01-03"), judgement("sok", "2026-01-04")] }),
      answer("64", { judgements: [judgement("min", "2026-01-02")] }),
    ]);

    expect(lastOf("min", [asked])?.at).toBe("2026-01-03");
    expect(lastOf("nobody", [asked])).toBeUndefined();
  });

  test("answers that lie far apart are measured from zero", () => {
    const scale = scaleOf([100_000, 200_000, 220_000]);
    expect(scale.from).toBe(0);
    expect(ticks(scale)[0]).toBe(0);
    expect(220_000).toBeLessThanOrEqual(scale.to);
  });

  test("at least is told from exactly", () => {
    expect(isAtLeast(answer("60+", { value_low: "60" }))).toBe(true);
    expect(isAtLeast(answer("60"))).toBe(false);
    expect(boundsOf(answer("100–200", { value_low: "100", value_high: "200" }))).toEqual({
      low: 100,
      high: 200,
      at: 100,
    });
  });

  test("the measure says what became of people", () => {
    expect(fateOf(answer("61", { measure: "in detention after two returned" }))).toBe("held");
    expect(fateOf(answer("59", { measure: "to be expelled by Cambodia" }))).toBe("expected");
    expect(fateOf(answer("64", { measure: "repatriated from Cambodia" }))).toBe("left");
  });

  test("counts that grow from one day are drawn as steps", () => {
    const at = (end: string) => answer("1", { measure: "arrested", period_start: "2025-06-27", period_end: end });
    expect(formOf(question([at("2025-07-16"), at("2025-07-18"), at("2025-07-22")]))).toBe("steps");
  });
});
