#!/usr/bin/env python3
"""What a person does to a workbook in a spreadsheet program, done with openpyxl.

spreadsheet.py fill TEMPLATE OUT ROWS   writes ROWS (JSON, in the order of the template's columns) below what is there
spreadsheet.py rows FILE                prints every sheet's rows as JSON
spreadsheet.py set FILE CELLS           writes CELLS (JSON, {"E3": "INV"}) into the first sheet
"""
import json
import sys

import openpyxl


def fill(template, out, rows):
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    for row in json.loads(rows):
        sheet.append(row)
    book.save(out)


def rows(file):
    book = openpyxl.load_workbook(file)
    values = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    print(json.dumps(values, default=str))


def set_cells(file, cells):
    book = openpyxl.load_workbook(file)
    for cell, value in json.loads(cells).items():
        book.worksheets[0][cell] = value
    book.save(file)


if __name__ == "__main__":
    {"fill": fill, "rows": rows, "set": set_cells}[sys.argv[1]](*sys.argv[2:])
