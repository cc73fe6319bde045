"""Writes files with one kind of fault each into a folder."""

import json
import pathlib
import sys
import zipfile

folder = pathlib.Path(sys.argv[1])


def company(number, **properties):
    return {"id": number, "schema": "Company", "properties": properties}


def lines(name, *entities, end=b"\n", before=b"", after=b""):
    text = b"".join(json.dumps(entity).encode() + end for entity in entities)
    (folder / name).write_bytes(before + text + after)


def table(name, *rows, end="\n", encoding="utf-8"):
    (folder / name).write_bytes("".join(row + end for row in rows).encode(encoding))


PARTS = {
    "[Content_Types].xml": """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""",
    "_rels/.rels": """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="xl/workbook.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""",
    "xl/workbook.xml": """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="Companies" sheetId="1" r:id="r1"/></sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="worksheets/sheet1.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>""",
}


def cell(place, text):
    if text.startswith("="):
        return f'<c r="{place}"><f>{text[1:]}</f><v>9</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet_of(rows):
    told = ""
    for number, row in enumerate(rows, 1):
        cells = (cell("ABC"[column] + str(number), text) for column, text in enumerate(row))
        told += f'<row r="{number}">{"".join(cells)}</row>'
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{namespace}"><sheetData>{told}</sheetData></worksheet>'


def workbook(name, *rows, padding_bytes=0):
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as book:
        for part, text in PARTS.items():
            book.writestr(part, text)
        book.writestr("xl/worksheets/sheet1.xml", sheet_of(rows) + " " * padding_bytes)


def workbook_of_sheets(name, **sheets):
    places = list(enumerate(sheets, 1))
    told = "".join(f'<sheet name="{sheet}" sheetId="{n}" r:id="r{n}"/>' for n, sheet in places)
    links = "".join(
        f'<Relationship Id="r{n}" Target="worksheets/sheet{n}.xml"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        for n, _ in places)
    one = '<sheet name="Companies" sheetId="1" r:id="r1"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as book:
        for part in ("[Content_Types].xml", "_rels/.rels"):
            book.writestr(part, PARTS[part])
        book.writestr("xl/workbook.xml", PARTS["xl/workbook.xml"].replace(one, told))
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">{links}</Relationships>')
        for n, sheet in places:
            book.writestr(f"xl/worksheets/sheet{n}.xml", sheet_of(sheets[sheet]))


lines("not-utf8.ftm.json", company("utf1", name=["Before Utf"]), after=(
    b'{"id":"utf2","schema":"Company","properties":{"name":["Bro\xffken"]}}\n'
    + json.dumps(company("utf3", name=["After Utf"])).encode()))
(folder / "not-utf8.csv").write_bytes(
    b"company,country\nFirst Table,KH\nBro\xffken,KH\nLast Table,TH\n")
lines("bom.ftm.json", company("bom1", name=["Marked Entity"]), company("bom2", name=["Second Entity"]),
      end=b"\r\n", before=b"\xef\xbb\xbf")
table("bom.csv", "company,country", "Marked Table,KH", "Second Table,TH", end="\r\n",
      encoding="utf-8-sig")
workbook("bomb.xlsx", ["company"], ["Bomb Company"], padding_bytes=100 << 20)
workbook("formulas.xlsx", ["company", "registration number"], ["Sheet Company", "11"],
         ["Computed Number", "=A1*3"], ['=HYPERLINK("x")', "12"])
workbook_of_sheets("sheets.xlsx", Cover=[], April=[["company"], ["April Company"]], May=[["company"], ["May Company"]])
table("dates.csv", "report no,name,date of birth", "R-1,Kang A,1990-01-02", "R-2,Kang B,2025/13/02",
      "R-3,Kang C,05/06/1990")
table("columns.csv", "company,country", "Right Columns,KH", "Wrong,KH,x,y", "Short",
      "Right Again,TH")
lines("unknown.ftm.json", {"id": "no1", "schema": "Compny", "properties": {"name": ["x"]}},
      company("no2", nmae=["x"], name=["Known Company"]))
lines("cut.ftm.json", company("cut1", name=["Whole Line"]), after=b'{"id":"cut2","schema":"Company","prop')
lines("numbers.ftm.json", company("num1", name=["Numbered Company"], registrationNumber=[12345]),
      company(7, name=["x"]))
lines("circle.ftm.json", company("circle-a", name=["Circle A"], parent=["circle-b"]),
      company("circle-b", name=["Circle B"], parent=["circle-a"]))
