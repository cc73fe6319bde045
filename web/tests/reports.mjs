// Invented reports for tests and pictures.

/** A table of 330 invented reports, 12 of which cannot be read. */
export function reports() {
  const lines = ["report number,name,birth date,phone,nationality,last contact,last seen place"];
  const broken = new Set([11, 41, 67, 98, 120, 151, 188, 203, 240, 266, 301, 322]);
  for (let row = 1; row <= 330; row++) {
    const month = String(1 + (row % 8)).padStart(2, "0");
    const day = String(1 + (row % 28)).padStart(2, "0");
    const number = broken.has(row) ? "" : `R-2025-${String(row).padStart(4, "0")}`;
    lines.push(`${number},Invented Person ${row},19${70 + (row % 29)}-${month}-${day},+8210555${String(10000 + row)},KR,2025-${month}-${day},Poipet`);
  }
  return lines.join("\n") + "\n";
}
