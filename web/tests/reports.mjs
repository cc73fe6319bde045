// Invented reports for tests and pictures.
import { crc32 } from "node:zlib";

/** A table of 330 invented reports, 12 of which cannot be read. */
export function table() {
  const lines = [
    ["report number", "name", "birth date", "phone", "nationality", "last contact", "last seen place", "date reported"],
  ];
  const broken = new Set([11, 41, 67, 98, 120, 151, 188, 203, 240, 266, 301, 322]);
  for (let row = 1; row <= 330; row++) {
    const month = String(1 + (row % 8)).padStart(2, "0");
    const day = String(1 + (row % 28)).padStart(2, "0");
    const number = broken.has(row) ? "" : `R-2025-${String(row).padStart(4, "0")}`;
    lines.push([
      number,
      `Invented Person ${row}`,
      `19${70 + (row % 29)}-${month}-${day}`,
      `+8210555${10000 + row}`,
      "KR",
      `2025-${month}-${day}`,
      "Poipet",
      `2025-${month}-${day}`,
    ]);
  }
  return lines;
}

/** The table as a workbook: the few parts that one needs, in an archive that packs nothing. */
export function workbook() {
  const plain = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const cell = (text) => `<c t="inlineStr"><is><t>${plain(text)}</t></is></c>`;
  const rows = table()
    .map((row) => `<row>${row.map(cell).join("")}</row>`)
    .join("");
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return archive({
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="reports" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  });
}

function archive(files) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(title.length, 22);
    const entry = Buffer.concat([Buffer.from("PK\u0003\u0004"), about, title, bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), about.subarray(0, 26), rest, title]));
    parts.push(entry);
    at += entry.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
