// Who directs and who profits: the ranking with its reasons, what stands around somebody, and the
// ways to somebody else. The node is one of its own.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { signIn } from "./helpers";
import { OwnNode } from "./node.mjs";

const REGION = [
  ["boss", "Person", { name: ["Fictional Boss"] }],
  ["clerk", "Person", { name: ["Fictional Clerk"] }],
  ["taken", "Person", { name: ["Missing One"] }],
  ["holding", "Company", { name: ["Golden Example Holding"] }],
  ["operator", "Company", { name: ["Example Park Operations"], phone: ["+85512555001"] }],
  ["park", "Compound", { name: ["Example Park"] }],
  ["o1", "Ownership", { owner: ["boss"], asset: ["holding"], percentage: ["100"] }],
  ["o2", "Ownership", { owner: ["holding"], asset: ["operator"], percentage: ["80"] }],
  ["e1", "Directorship", { director: ["clerk"], organization: ["operator"] }],
  ["e2", "Directorship", { director: ["taken"], organization: ["operator"] }],
  ["t1", "CompoundLink", { compound: ["park"], kind: ["operator"], about: ["operator"] }],
  ["advert", "Advert", { name: ["Job"], phone: ["+85512555001"] }],
  ["report", "Report", { person: ["taken"], compound: ["park"] }],
] as const;

test("who directs a compound is ranked with the reasons, and a presumed victim is not", async ({ browser }) => {
  const node = await OwnNode.empty();
  const made = process.env["LIAISON_MADE"];
  try {
    const file = join(node.folder ?? "", "region.ftm.json");
    writeFileSync(
      file,
      REGION.map(([id, schema, properties]) => JSON.stringify({ id, schema, properties })).join("\n"),
    );
    node.run("import", file);
    await node.start();
    process.env["LIAISON_MADE"] = node.made;
    const context = await browser.newContext({ baseURL: node.at, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await signIn(page, "analyst");
    await expect(page).toHaveURL(/\/situation$/);

    await page.goto("/links");
    const rows = page.getByRole("table", { name: "Who directs and who profits" }).locator("tbody tr");
    await expect(rows).toHaveCount(2);
    await expect(page.getByRole("region", { name: "Left aside" })).toContainText("taken");
    await expect(rows.first()).toContainText("Owns, controls or directs");
    await rows.filter({ hasText: "boss" }).click();

    await expect(page).toHaveURL(/record=kr\.npa/);
    const around = page.getByRole("region", { name: "What stands around" });
    await expect(around.getByText("Reasons for the score")).toBeVisible();
    await expect(around.getByRole("table", { name: "Links" })).toContainText("owns");
    const look = process.env["LIAISON_LOOK"];
    if (look) await page.screenshot({ path: join(look, "links.png"), fullPage: true });

    await page.getByLabel("Way to the record").fill("clerk");
    await page.getByRole("region").getByRole("button", { name: "Show" }).click();
    const ways = page.getByRole("table", { name: "Links" });
    await expect(ways.locator("tbody tr")).toHaveCount(3);
    await expect(ways).toContainText("directs");
    if (look) await page.screenshot({ path: join(look, "ways.png"), fullPage: true });

    // The address holds the question, and is not taken for a range of dates.
    await expect(page).toHaveURL(/other=clerk/);
    await expect(page.getByRole("button", { name: "All dates" })).toBeVisible();
    await page.reload();
    await expect(ways.locator("tbody tr")).toHaveCount(3);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "SVG" }).click();
    expect((await download).suggestedFilename()).toBe("links.svg");
    await context.close();
  } finally {
    process.env["LIAISON_MADE"] = made;
    await node.remove();
  }
});
