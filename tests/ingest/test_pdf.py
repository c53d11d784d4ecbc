"""PDFs: paragraphs, Arabic, ruled tables."""

import pytest

from harmledger.ingest.glyphs import mirrored
from harmledger.ingest.paragraphs import paragraphs
from tests.ingest.inputs import pdf, read, shaped_pdf, told, written

ROWS = [("District", "Killed", "Injured"), ("North", "12", "30"), ("Old town", "5", "")]


def with_table(sheet):
    sheet.multi_cell(0, 6, "Casualties by district.")
    sheet.ln()
    with sheet.table() as table:
        for row in ROWS:
            cells = table.row()
            for cell in row:
                cells.cell(cell)


def test_rows_of_a_ruled_table_stand_below_the_text(tmp_path):
    (report,) = read(written(tmp_path, "a.pdf", pdf(with_table)))
    lines = report.text.splitlines()
    assert lines[0] == "Casualties by district."
    assert lines[-3:] == [" | ".join(row) for row in ROWS]


def test_lines_that_the_page_broke_are_joined(tmp_path):
    text = (
        "Families who were being moved out of the district by the civil defence said that they "
        "had waited for buses since the morning, and that evacu-\nation stopped at noon."
    )
    (report,) = read(written(tmp_path, "a.pdf", pdf(f"{text}\n\nIt went on at three.")))
    assert report.text == f"{text.replace('-' + chr(10), '')}\nIt went on at three."


def test_pages_follow_each_other(tmp_path):
    def two(sheet):
        sheet.multi_cell(0, 6, "Five died.")
        sheet.add_page()
        sheet.multi_cell(0, 6, "Six were hurt.")

    assert told(read(written(tmp_path, "a.pdf", pdf(two)))) == ["Five died.\nSix were hurt."]


def test_a_pdf_that_only_its_owner_may_change_is_read(tmp_path):
    locked = pdf("Five died.", owner_password="a", user_password="")
    assert told(read(written(tmp_path, "a.pdf", locked))) == ["Five died."]


def test_the_files_own_metadata_is_not_the_reports(tmp_path):
    def titled(sheet):
        sheet.set_title("Microsoft Word - template.doc")
        sheet.cell(text="Five died.")

    (report,) = read(written(tmp_path, "a.pdf", pdf(titled)))
    assert (report.title, report.published) == (None, None)


# glyphs as drawn from left to right, text as read
DRAWN = [
    ("ﻒﺼﻗ", "قصف"),
    ("قﻮﺴﻟا", "السوق"),
    ("ﻢﻬﻨﻴﺑ 12 ﻞﺘﻗ", "قتل 12 بينهم"),
    ("ﻡﻼﺳ", "سلام"),
    ("ﻼﻔﻃ", "طفلا"),
    ("Five dead, 12 hurt", "Five dead, 12 hurt"),
    (".(ﻞﻔﻃ 3 ﻢﻬﻨﻴﺑ) 12 ﻞﺘﻗ", "قتل 12 (بينهم 3 طفل)."),
]


@pytest.mark.parametrize(("drawn", "text"), DRAWN)
def test_words_are_read_from_the_right_side(tmp_path, drawn, text):
    assert told(read(written(tmp_path, "a.pdf", shaped_pdf(drawn)))) == [text]


# text, the same with its brackets put right
BRACKETS = [
    ("قتل) بينهم 300 طفل(.", "قتل (بينهم 300 طفل)."),
    ("قتل (بينهم 300 طفل).", "قتل (بينهم 300 طفل)."),
    ("1) قتل 2) جرح", "1) قتل 2) جرح"),
    ("لا أقواس", "لا أقواس"),
]


@pytest.mark.parametrize(("text", "right"), BRACKETS)
def test_brackets_open_before_they_close(text, right):
    assert mirrored(text) == right


FULL = "x" * 60
# lines, paragraphs
LINES = [
    ([f"{FULL} on", "they went."], [f"{FULL} on they went."]),
    ([f"{FULL}.", "They went."], [f"{FULL}.", "They went."]),
    ([f"{FULL} U.N.", "troops went."], [f"{FULL} U.N. troops went."]),
    (["Headline", f"{FULL} on", "they", "Table 1"], ["Headline", f"{FULL} on they", "Table 1"]),
    ([FULL, "- first", "- second"], [FULL, "- first", "- second"]),
    (["North 12 30", "South 5"], ["North 12 30", "South 5"]),
    (["", "  ", " a  b "], ["a b"]),
    ([], []),
]


@pytest.mark.parametrize(("lines", "joined"), LINES)
def test_paragraphs(lines, joined):
    assert list(paragraphs(lines)) == joined
