"""The cells of ruled tables on a page of a PDF."""

import logging
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
from pdfplumber.table import Table

from harmledger.ingest.glyphs import Glyph, from_right

Box = tuple[float, float, float, float]

# What it would say on standard error becomes a `SetAside` here.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def ruled_rows(document: Any, number: int, placed: list[Glyph], height: float) -> Iterator[str]:
    """Yield the rows of a page's ruled tables as lines "a | b | c", empty cells as "".

    Rows of Arabic begin at the right, as they are read.

    Args:
        document: As PDFium opened it.
        number: The page, from 0.
        placed: The page's characters, which say what stands in a cell.
        height: Of the page, in points; cells are measured from its top, characters from its
            foot.

    Raises:
        PdfminerException: The page can't be read.
    """
    with pdfplumber.open(_alone(document, number)) as sheet:
        tables = sheet.pages[0].find_tables()
    for table in tables:
        yield from filter(None, _rows(table, placed, height))


def _alone(document: Any, number: int) -> BytesIO:
    """The page as a file of its own, written anew: damage that PDFium bears is mended in it."""
    sheet, file = pypdfium2.PdfDocument.new(), BytesIO()
    with closing(sheet):
        sheet.import_pages(document, [number])
        with closing(sheet[0]) as page:
            page.set_mediabox(*page.get_mediabox())
            page.set_cropbox(*page.get_cropbox())
            page.set_rotation(page.get_rotation())
        sheet.save(file)
    return file


def _rows(table: Table, placed: list[Glyph], height: float) -> Iterator[str]:
    for row in table.rows:
        cells = [_inside(box, placed, height) for box in row.cells if box is not None]
        words = "".join(cells)
        if words and sum(map(from_right, words)) * 2 > sum(map(str.isalpha, words)):
            cells.reverse()
        yield " | ".join(cells) if words else ""


def _inside(box: Box, placed: list[Glyph], height: float) -> str:
    left, top, right, bottom = box
    inside = (
        glyph.text
        for glyph in placed
        if left <= glyph.x <= right and top <= height - glyph.y <= bottom
    )
    return " ".join("".join(inside).split())
