import { expect, test } from "vitest";
import { readLine } from "./asks";

test("a line says its kind, or has it by its form", () => {
  const check = (text: string, kind: string, value: string, birth = "") =>
    expect(readLine(text)).toEqual({ kind, value, birth });

  check("+82 2-312-3456", "phone", "+82 2-312-3456");
  check("phone +82 2-312-3456", "phone", "+82 2-312-3456");
  check("M12345678", "document", "M12345678");
  check("document, M 12345678", "document", "M 12345678");
  check("account 110-12345678", "account", "110-12345678");
  check("someone@example.org", "email", "someone@example.org");
  check("@invented_jobs", "handle", "@invented_jobs");
  check("person 강서윤, 1990-01-31", "person", "강서윤", "1990-01-31");
  check("Kang Seo-yun 1990", "person", "Kang Seo-yun", "1990");
});
