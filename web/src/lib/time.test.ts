import { expect, test } from "vitest";
import { day, dayEnd, dayStart, moment, span, zoneName } from "./time";

test("a date covers as much as it says and no more", () => {
  expect(span("2025")).toEqual([Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1)]);
  expect(span("2025-12")).toEqual([Date.UTC(2025, 11, 1), Date.UTC(2026, 0, 1)]);
  expect(span("soon")).toBeUndefined();
  expect(day("2025-10")).toBe("2025-10");
});

test("a moment names its zone", () => {
  expect(moment("2025-10-17T05:00:00Z", "Asia/Seoul")).toBe("2025-10-17 14:00 KST");
  expect(moment("2025-10-17T05:00:00Z", "Asia/Phnom_Penh")).toBe("2025-10-17 12:00 ICT");
});

test("a zone has the name that officers use, and a day begins and ends where the reader is", () => {
  expect(zoneName(new Date(0), "Asia/Seoul")).toBe("KST");
  const [from, to] = [dayStart("2025-10-14")!, dayEnd("2025-10-14")!];
  expect(Date.parse(to) - Date.parse(from)).toBe(86_399_999);
  expect(dayStart("")).toBeUndefined();
  expect(dayEnd(null)).toBeUndefined();
});
