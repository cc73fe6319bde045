import { expect, test } from "vitest";
import { cut, isTall, languageOf, pieces } from "./text";

test("a control that turns text around is shown by its code", () => {
  const found = pieces("abc\u202Etxt.exe\u0000");

  expect(found).toEqual([
    { kind: "text", text: "abc" },
    { kind: "control", code: "U+202E" },
    { kind: "text", text: "txt.exe" },
    { kind: "control", code: "U+0000" },
  ]);
});

test("letters of every script are shown as they are", () => {
  for (const text of ["강서윤", "លីម ស្រីនាង", "ธนพล", "ကျော်ဇင်", "Nguyễn", "a\tb\nc", "👩‍👩‍👧"]) {
    expect(pieces(text)).toEqual([{ kind: "text", text }]);
  }
});

test("a cut never halves a character", () => {
  expect(cut("ab👩", 3)).toBe("ab");
});

test("the language of a value is told by its script", () => {
  expect(languageOf("강서윤")).toBe("ko");
  expect(languageOf("បាវិត")).toBe("km");
  expect(languageOf("Kim")).toBeUndefined();
  expect(languageOf("x", "khm")).toBe("km");
  expect(isTall("មក")).toBe(true);
});
