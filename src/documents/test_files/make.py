#!/usr/bin/python3
"""Makes the files here with the real programs: openpyxl and LibreOffice. Run in this folder to make them afresh."""

import subprocess

import openpyxl

ROWS = [
    ["Email*", "First name*", "Last name*", "Password*", "Role*", "Note"],
    ["sian@school.example", "Siân", "O'Neil", "00123 tulip harbour", "INV", "=1+1"],
    ["lukasz@school.example", "Łukasz", "李", "copper & <kettle> moon", "SLT", True],
    [None, None, None, None, None, None],
    ["  spaced@school.example\u00a0", "Mary  Ann", "D’Arcy", "line\nbreak", "EO", 12.5],
]


def workbook():
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Instructions"
    notes["A1"] = "How to fill this in"
    sheet = book.create_sheet("Users")
    for row in ROWS:
        sheet.append(row)
    return book


def convert(source, to, *more):
    subprocess.run(["soffice", "--headless", "--convert-to", to, source, *more], check=True)


workbook().save("openpyxl.xlsx")
convert("openpyxl.xlsx", "ods")
subprocess.run(["mv", "openpyxl.ods", "libreoffice.ods"], check=True)
convert("libreoffice.ods", "xlsx")
convert("libreoffice.ods", "xls")
# The second sheet, in UTF-8.
convert("libreoffice.ods", 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2')
subprocess.run(["mv", "libreoffice-Users.csv", "libreoffice.csv"], check=True)
