"""Workbooks as programs write them that are neither Excel nor LibreOffice, and that both open: shapes from the bug reports
and test suites of other readers, made here. Each is NAME: bytes; its header is in a row of Email and Name."""
import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>')
STYLES = (f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
          '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="2"/></cellXfs></styleSheet>')


def text(value, reference="", more=""):
    where = f' r="{reference}"' if reference else ""
    return f'<c{where}{more} t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'


HEADER = f'<row r="1">{text("Email", "A1")}{text("Name", "B1")}</row>'


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def xlsx(rows, *, strings="", styles=STYLES, sheet_more="", before="", changed=(), dropped=()):
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{TYPES}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{TYPES}"><sheets><sheet name="Users" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{TYPES}/worksheet" Target="worksheets/sheet1.xml"/>'
                                      f'<Relationship Id="rId2" Type="{TYPES}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{TYPES}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'{DECLARATION}<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": styles,
        "xl/worksheets/sheet1.xml": f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{TYPES}">{before}<sheetData>{rows}</sheetData>{sheet_more}</worksheet>',
    }
    for name, content in dict(changed).items():
        parts[name] = content(parts[name]) if callable(content) else content
    for name in dropped:
        del parts[name]
    return zipped(parts)


def row(number, *cells, more=""):
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def moved(old, new):
    return lambda content: content.replace(old, new)


ANN = row(2, text("ann@x.example", "A2"), text("Ann", "B2"))
S = '<si><t>zero</t></si><si><t>Ann</t></si>'

XLSX = {
    "plain": xlsx(HEADER + ANN),
    "a-row-element-for-each-cell": xlsx(f'<row r="1">{text("Email", "A1")}</row><row r="1">{text("Name", "B1")}</row>'
                                        f'<row r="2">{text("a@x.example", "A2")}</row><row r="2">{text("Ann", "B2")}</row>'),
    "rows-out-of-order": xlsx(HEADER + row(4, text("d@x.example", "A4")) + row(2, text("b@x.example", "A2")) + row(3, text("c@x.example", "A3"))),
    "cells-out-of-order": xlsx(HEADER + row(2, text("Ann", "B2"), text("a@x.example", "A2"))),
    "empty-style": xlsx(HEADER + row(2, text("a@x.example", "A2", ' s=""'))),
    "style-beyond-the-table": xlsx(HEADER + row(2, text("a@x.example", "A2", ' s="99"'))),
    "row-with-empty-style": xlsx(HEADER + row(2, text("a@x.example", "A2"), more=' s="" customFormat=""')),
    "no-row-numbers": xlsx(HEADER.replace(' r="1"', "") + f'<row>{text("a@x.example")}{text("Ann")}</row><row/><row>{text("c@x.example")}</row>'),
    "no-cell-references": xlsx(row(1, text("Email"), text("Name")) + row(5, text("a@x.example"), text("Ann"))),
    "rows-without-numbers-cells-with": xlsx(HEADER + f'<row>{text("z", "A5")}</row>'),
    "a-cell-of-another-row": xlsx(HEADER + row(2, text("z", "A7"))),
    "references-on-some-cells": xlsx(HEADER + row(2, text("a@x.example", "A2"), text("Ann"), text("x", "E2"), text("y"))),
    "lower-case-references": xlsx(HEADER + row(2, text("a@x.example", "a2"), text("Ann", "b2"))),
    "string-type-without-formula": xlsx(HEADER + row(2, '<c r="A2" t="str"><v>a@x.example</v></c>')),
    "string-type-with-inline-text": xlsx(HEADER + row(2, '<c r="A2" t="inlineStr"><is><r><t>a@x</t></r><r><rPr><b/></rPr><t>.example</t></r></is></c>')),
    "inline-text-without-its-type": xlsx(HEADER + row(2, '<c r="A2"><is><t>a@x.example</t></is></c>')),
    "text-as-a-number": xlsx(HEADER + row(2, '<c r="A2"><v>Ann</v></c>', text("b", "B2"))),
    "absolute-references": xlsx(HEADER + row(2, text("a@x.example", "$A$2"), text("Ann", "$B$2"))),
    "row-without-cells-then-its-cells": xlsx(HEADER + '<row r="2"/>' + ANN),
    "row-told-twice-with-blank-between": xlsx(HEADER + row(2, text("a", "A2")) + row(2, '<c r="B2"/>') + row(2, text("c", "C2"))),
    "sheet-without-its-part": xlsx(HEADER + ANN, changed={"xl/workbook.xml": moved("<sheets>", '<sheets><sheet name="Gone" sheetId="7" r:id="rId9"/>')}),
    "chart-sheet-first": xlsx(HEADER + ANN, changed={
        "xl/workbook.xml": moved("<sheets>", '<sheets><sheet name="Chart" sheetId="7" r:id="rId9"/>'),
        "xl/_rels/workbook.xml.rels": moved("</Relationships>", f'<Relationship Id="rId9" Type="{TYPES}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>'),
        "xl/chartsheets/sheet1.xml": f'{DECLARATION}<chartsheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>'}),
    "empty-value-elements": xlsx(HEADER + row(2, '<c r="A2"><v></v></c><c r="B2"><v/></c><c r="C2" t="s"><v/></c><c r="D2"/>', text("x", "E2"))),
    "numbers": xlsx(HEADER + row(2, *(f'<c r="{c}2"><v>{v}</v></c>' for c, v in zip("ABCDEFGHI", ("5", "5.0", "1E3", "0.5", "-7", "734912.85061700002", "1e-3", "123456789012345", "0.1"))))),
    "number-with-spaces": xlsx(HEADER + row(2, '<c r="A2"><v> 5 </v></c>')),
    "number-type-told": xlsx(HEADER + row(2, '<c r="A2" t="n"><v>5</v></c>')),
    "booleans": xlsx(HEADER + row(2, '<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c>')),
    "shared-string-with-spaces-round-its-number": xlsx(HEADER + row(2, '<c r="A2" t="s"><v> 1 </v></c>'), strings=S),
    "shared-strings-by-usual-name": xlsx(HEADER + row(2, '<c r="A2" t="s"><v>1</v></c>'), strings=S),
    "shared-strings-without-count": xlsx(HEADER + row(2, '<c r="A2" t="s"><v>0</v></c>'), strings="<si><t/></si>" + S),
    "shared-string-empty": xlsx(HEADER + row(2, '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>'), strings="<si/><si><t>Ann</t></si>"),
    "shared-string-runs-and-phonetics": xlsx(HEADER + row(2, '<c r="A2" t="s"><v>0</v></c>'), strings='<si><r><t>Ann</t></r><r><t xml:space="preserve"> Lee</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si>'),
    "no-shared-strings-part": xlsx(HEADER + ANN, dropped=("xl/sharedStrings.xml",)),
    "no-styles-part": xlsx(HEADER + ANN, dropped=("xl/styles.xml",)),
    "styles-with-empty-format": xlsx(HEADER + row(2, '<c r="A2" s="1"><v>5</v></c>'), styles=STYLES.replace('numFmtId="2"', 'numFmtId=""')),
    "absolute-targets": xlsx(HEADER + ANN, changed={"xl/_rels/workbook.xml.rels": moved('Target="', 'Target="/xl/')}),
    "targets-with-a-dot": xlsx(HEADER + ANN, changed={"xl/_rels/workbook.xml.rels": moved('Target="', 'Target="./')}),
    "targets-from-above": xlsx(HEADER + ANN, changed={"xl/_rels/workbook.xml.rels": moved('Target="', 'Target="../xl/')}),
    "root-target-absolute": xlsx(HEADER + ANN, changed={"_rels/.rels": moved('"xl/', '"/xl/')}),
    "comment-and-instruction-in-the-sheet": xlsx("<!-- x --><?x y?>" + HEADER + ANN),
    "byte-order-mark": xlsx(HEADER + ANN, changed={"xl/worksheets/sheet1.xml": lambda c: ("\ufeff" + c).encode()}),
    "utf-16-part": xlsx(HEADER + ANN, changed={"xl/worksheets/sheet1.xml": lambda c: c.replace("UTF-8", "UTF-16").encode("utf-16")}),
    "latin-1-part": xlsx(HEADER + row(2, text("Siân", "A2")), changed={"xl/worksheets/sheet1.xml": lambda c: c.replace("UTF-8", "ISO-8859-1").encode("latin-1")}),
    "no-declaration": xlsx(HEADER + ANN, changed={"xl/worksheets/sheet1.xml": moved(DECLARATION, "")}),
    "pretty-printed": xlsx((HEADER + ANN).replace("><", ">\n  <")),
    "character-references": xlsx(HEADER + row(2, text("&#83;i&#xE2;n &amp; &lt;x&gt;", "A2"))),
    "cdata": xlsx(HEADER + row(2, text("<![CDATA[a & b]]>", "A2"))),
    "line-break-in-a-cell": xlsx(HEADER + row(2, text("a&#10;b", "A2"))),
    "extension-elements": xlsx(HEADER + row(2, text("a@x.example", "A2"), '<extLst><ext uri="x"><c r="Z9"><v>1</v></c></ext></extLst>'.replace("c r", "y r").replace("</c>", "</y>"))),
    "spans-and-heights": xlsx(HEADER + row(2, text("a@x.example", "A2"), more=' spans="1:2" ht="15" customHeight="1" x14ac:dyDescent="0.25" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"')),
    "cell-metadata": xlsx(HEADER + row(2, '<c r="A2" cm="1" vm="1" ph="1" t="str"><f t="array" ref="A2">"a@x.example"</f><v>a@x.example</v></c>')),
    "shared-formula": xlsx(HEADER + row(2, '<c r="A2" t="str"><f t="shared" ref="A2:A3" si="0">"a"</f><v>a</v></c>') + row(3, '<c r="A3" t="str"><f t="shared" si="0"/><v>a</v></c>')),
    "merged-cells": xlsx(HEADER + row(2, text("a", "A2"), '<c r="B2"/>', text("c", "C2")), sheet_more='<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>'),
    "no-dimension-but-a-wrong-one": xlsx(HEADER + ANN, before='<dimension ref="A1"/>'),
    "stored-not-deflated": None,
    "directories-in-the-zip": None,
    "letter-case-of-part-names": xlsx(HEADER + ANN, changed={"xl/_rels/workbook.xml.rels": moved("worksheets/sheet1.xml", "Worksheets/Sheet1.XML")}),
}
XLSX["stored-not-deflated"] = zipped({n: zipfile.ZipFile(io.BytesIO(XLSX["plain"])).read(n) for n in zipfile.ZipFile(io.BytesIO(XLSX["plain"])).namelist()}, zipfile.ZIP_STORED)
XLSX["directories-in-the-zip"] = zipped({"xl/": "", "xl/worksheets/": "", **{n: zipfile.ZipFile(io.BytesIO(XLSX["plain"])).read(n) for n in zipfile.ZipFile(io.BytesIO(XLSX["plain"])).namelist()}})


def ods(rows, *, table='table:name="Users"', styles="", before="", after=""):
    names = {"office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
             "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
             "xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/",
             "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
             "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"}
    spaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in names.items())
    content = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:automatic-styles>{styles}</office:automatic-styles>'
               f'<office:body><office:spreadsheet>{before}<table:table {table}>{rows}</table:table>{after}</office:spreadsheet></office:body></office:document-content>')
    manifest = ('<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content, "META-INF/manifest.xml": manifest}, zipfile.ZIP_STORED)


def cell(inside, attributes='office:value-type="string"'):
    return f"<table:table-cell {attributes}>{inside}</table:table-cell>"


def p(value):
    return f"<text:p>{value}</text:p>"


def line(*cells, more=""):
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


TOP = line(cell(p("Email")), cell(p("Name")))

ODS = {
    "plain": ods(TOP + line(cell(p("a@x.example")), cell(p("Ann")))),
    "string-value-alone": ods(TOP + line(cell("", 'office:value-type="string" office:string-value="Ann"'))),
    "string-value-and-text": ods(TOP + line(cell(p("shown"), 'office:value-type="string" office:string-value="kept"'))),
    "no-value-type": ods(TOP + line(cell(p("Ann"), ""))),
    "float-without-value": ods(TOP + line(cell(p("5"), 'office:value-type="float"'))),
    "boolean-without-value": ods(TOP + line(cell(p("TRUE"), 'office:value-type="boolean"'))),
    "float": ods(TOP + line(cell(p("734912.85"), 'office:value-type="float" office:value="734912.850617"'))),
    "repeats-of-nothing": ods(TOP + line(cell(p("a"), 'office:value-type="string" table:number-columns-repeated="0"'), cell(p("b")), more='table:number-rows-repeated="0"') + line(cell(p("c")))),
    "repeats-empty": ods(TOP + line(cell(p("a"), 'office:value-type="string" table:number-columns-repeated=""'), cell(p("b")), more='table:number-rows-repeated=""')),
    "repeats-negative": ods(TOP + line(cell(p("a"), 'office:value-type="string" table:number-columns-repeated="-3"'), cell(p("b")))),
    "repeated": ods(TOP + line(cell(p("a"), 'office:value-type="string" table:number-columns-repeated="3"'), more='table:number-rows-repeated="2"') + line(cell(p("z")))),
    "covered-cells": ods(TOP + line(cell(p("a"), 'office:value-type="string" table:number-columns-spanned="2"'), "<table:covered-table-cell/>", cell(p("c")))),
    "covered-cell-with-text": ods(TOP + line(cell(p("a"), 'office:value-type="string" table:number-columns-spanned="2"'), f"<table:covered-table-cell>{p('b')}</table:covered-table-cell>", cell(p("c")))),
    "several-paragraphs": ods(TOP + line(cell(p("a") + p("") + p("b")))),
    "spans-links-spaces-tabs": ods(TOP + line(cell(p('Ann<text:span>-Marie</text:span><text:s text:c="2"/>Jo <text:a xlink:href="mailto:x@x">x@x</text:a><text:tab/>y<text:line-break/>z')))),
    "space-without-count": ods(TOP + line(cell(p("a<text:s/>b")))),
    "pretty-printed-paragraph": ods(TOP + line(cell("\n  " + p("\n    Ann\n    Lee\n  ") + "\n"))),
    "double-spaces": ods(TOP + line(cell(p("Ann  Lee")))),
    "comment": ods(TOP + line(cell(f"<office:annotation><dc:creator>x</dc:creator>{p('ask her')}</office:annotation>" + p("Ann")))),
    "note": ods(TOP + line(cell(p(f'a<text:note><text:note-body>{p("n")}</text:note-body></text:note>')))),
    "header-rows": ods(f"<table:table-header-rows>{TOP}</table:table-header-rows>" + line(cell(p("a")))),
    "row-groups": ods(TOP + f'<table:table-row-group table:display="false">{line(cell(p("a")))}</table:table-row-group>' + line(cell(p("b")))),
    "row-blocks": ods(f"<table:table-rows>{TOP}{line(cell(p('a')))}</table:table-rows>"),
    "columns-told": ods('<table:table-column table:number-columns-repeated="1024"/>' + TOP + line(cell(p("a")))),
    "filtered-rows": ods(TOP + line(cell(p("a")), more='table:visibility="filter"') + line(cell(p("b")))),
    "no-table-name": ods(TOP + line(cell(p("a"))), table=""),
    "settings-before-the-table": ods(TOP + line(cell(p("a"))), before='<table:calculation-settings/><table:content-validations/>'),
    "named-ranges-after-it": ods(TOP + line(cell(p("a"))), after="<table:named-expressions/>"),
    "percentage-and-currency": ods(TOP + line(cell(p("50%"), 'office:value-type="percentage" office:value="0.5"'), cell(p("£5.00"), 'office:value-type="currency" office:value="5"'))),
    "formula-with-text": ods(TOP + line(cell(p("ab"), 'table:formula="of:=&quot;a&quot;&amp;&quot;b&quot;" office:value-type="string" office:string-value="ab"'))),
}
