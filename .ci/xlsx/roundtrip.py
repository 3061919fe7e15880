"""roundtrip.py edit|check|foreign GLOSSARY.xlsx - plays the user of a
workbook: writes into it, or looks for what was written."""

import datetime
import sys

import openpyxl

DATE = datetime.datetime(2026, 11, 23)


def columns(sheet):
    return {cell.value: cell.column for cell in sheet[1]}


def find(sheet, term):
    at = columns(sheet)
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, at["용어"]).value == term:
            return row
    return None


def edit(name):
    book = openpyxl.load_workbook(name)
    sheet = book["용어집"]
    at = columns(sheet)
    extra = sheet.max_column + 1
    sheet.cell(1, extra).value = "복습한 날"
    for term, state, note in [("라우터", "알고 있음", "시험에 나옴"), ("허브", "학습 중", "=요즘은 안 씀")]:
        row = find(sheet, term)
        sheet.cell(row, at["학습 상태"]).value = state
        sheet.cell(row, at["비고"]).value = note
        sheet.cell(row, at["비고"]).data_type = "s"
        sheet.cell(row, extra).value = DATE
    own = sheet.max_row + 1
    sheet.cell(own, at["용어"]).value = "리피터"
    sheet.cell(own, at["정의"]).value = "신호를 키워 멀리 보내는 장치"
    book.create_sheet("시험 범위")["A1"] = "1장부터 3장까지"
    book.save(name)


def check(name):
    book = openpyxl.load_workbook(name)
    sheet = book["용어집"]
    at = columns(sheet)

    def row(sheet, term):
        found = find(sheet, term)
        assert found, f"{sheet.title}: no {term}"
        return [sheet.cell(found, at[t]).value for t in ("학습 상태", "비고", "복습한 날")]

    assert row(sheet, "라우터") == ["알고 있음", "시험에 나옴", DATE], row(sheet, "라우터")
    assert row(sheet, "스위치") == ["새 용어", None, None], row(sheet, "스위치")
    assert row(sheet, "방화벽") == ["새 용어", None, None], row(sheet, "방화벽")
    assert find(sheet, "리피터"), "the user's own row is gone"
    assert find(sheet, "허브") is None, "a term that left the notes is still there"
    assert row(book["보관"], "허브") == ["학습 중", "=요즘은 안 씀", DATE], row(book["보관"], "허브")
    assert book["시험 범위"]["A1"].value == "1장부터 3장까지"
    print("roundtrip: state, notes, own column, row and sheet are kept; the lost term is archived")


def foreign(name):
    book = openpyxl.Workbook()
    book.active["A1"] = "가계부"
    book.save(name)


{"edit": edit, "check": check, "foreign": foreign}[sys.argv[1]](sys.argv[2])
