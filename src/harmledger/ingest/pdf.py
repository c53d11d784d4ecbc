"""PDFs: the text of their pages, and the cells of their ruled tables."""

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pypdfium2
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import raw

from harmledger.ingest.cells import ruled_rows
from harmledger.ingest.draft import Draft, Found, Payload
from harmledger.ingest.glyphs import Glyph, glyphs, mirrored
from harmledger.ingest.header import split_lines
from harmledger.ingest.held import held
from harmledger.ingest.paragraphs import paragraphs
from harmledger.model import SetAside

FROM_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# A table of two rows has at least so many lines or boxes; maps and charts have thousands, and
# no cells.
FEWEST_PATHS, MOST_PATHS = 4, 2_000


def pdf(payload: Payload) -> Found:
    """Read a PDF: its pages' paragraphs in order, each page's ruled tables below its text.

    Rows of tables become lines "a | b | c". A header block in the first lines gives title,
    publisher, date and the rest; the file's own metadata gives none of them, as its title is
    most often a template's and its dates are those of the file.
    """
    try:
        document = pypdfium2.PdfDocument(payload.data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        yield held(payload.origin, "encrypted" if locked else "not_a_pdf")
        return
    lines: list[str] = []
    with closing(document):
        for number in range(len(document)):
            for found in _page(document, number, payload):
                if isinstance(found, SetAside):
                    yield found
                else:
                    lines.append(found)
    fields, body = split_lines(lines)
    text = "\n".join(body)
    yield Draft(payload.data, text, payload.origin, **payload.fields(fields))


def _page(document: Any, number: int, payload: Payload) -> Iterator[str | SetAside]:
    try:
        page = document[number]
        sheet = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        yield held(payload.origin, "unread_page", f"Page {number + 1} can't be read: {error}.")
        return
    with closing(page), closing(sheet):
        text = sheet.get_text_range()
        ruled = any(character.isdecimal() for character in text) and _is_ruled(page)
        placed = glyphs(sheet) if ruled or FROM_RIGHT.search(text) else []
        height = page.get_height()
    yield from paragraphs(_text(placed, text).splitlines())
    if ruled:
        try:
            yield from ruled_rows(document, number, placed, height)
        except PdfminerException as error:
            what = f"The tables of page {number + 1} can't be read: {error}."
            yield held(payload.origin, "unread_page", what)


def _text(placed: list[Glyph], text: str) -> str:
    whole = "".join(glyph.text for glyph in placed) or text.replace("\ufffe", "")
    return mirrored(whole) if FROM_RIGHT.search(whole) else whole


def _is_ruled(page: Any) -> bool:
    paths = sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2))
    return FEWEST_PATHS <= paths <= MOST_PATHS
