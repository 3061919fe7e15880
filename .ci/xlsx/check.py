"""check.py GLOSSARY.xlsx SHEET1.csv - reads a workbook with openpyxl, whole
and as a stream, and compares the sheet of terms with what LibreOffice made of
it."""

import csv
import sys

import openpyxl


def rows(book):
    return {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def trimmed(table):
    """The cells of a table without the empty ones to the right and below."""
    out = []
    for row in table:
        while row and row[-1] is None:
            row = row[:-1]
        out.append(row)
    while out and not out[-1]:
        out.pop()
    return out


def shown(value):
    return "" if value is None else str(value)


def main(name, csv_name):
    whole = rows(openpyxl.load_workbook(name))
    stream = rows(openpyxl.load_workbook(name, read_only=True))
    assert list(whole) == list(stream), (list(whole), list(stream))
    for title in whole:
        assert trimmed(whole[title]) == trimmed(stream[title]), f"{title}: the two modes of openpyxl differ"
    print("openpyxl:", ", ".join(f"{title} {len(table)}" for title, table in whole.items()))

    with open(csv_name, encoding="utf-8", newline="") as f:
        office = [row for row in csv.reader(f)]
    terms = next(iter(whole.values()))
    assert len(office) == len(terms), (len(office), len(terms))
    # Number, term, original, abbreviation, definition; the rest may hold
    # formulas, which openpyxl shows as such.
    for ours, theirs in zip(terms, office):
        ours = [shown(v) for v in ours[:5]]
        assert ours == theirs[:5], f"openpyxl reads {ours}, LibreOffice {theirs[:5]}"
    print("LibreOffice:", len(office), "rows, as openpyxl reads them")


main(*sys.argv[1:])
