"""Input files for the tests of this room, and a reader that keeps originals in a dict."""

import gzip
import json
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from fpdf import FPDF

from harmledger.ingest import ingest
from harmledger.model import Report, SetAside

EN = "Five civilians were killed when shells fell on a bakery in the north of the town on Monday."
AR = "قُتل خمسة مدنيين في قصف طال مخبزاً شمالي البلدة يوم الاثنين، بحسب مصدر طبي."
Items = list[Report | SetAside]


class Store(dict[str, bytes]):
    """Originals by their SHA-256."""

    def keep(self, data: bytes) -> str:
        name = sha256(data).hexdigest()
        self[name] = data
        return name


def read(*paths: Path, store: Store | None = None) -> Items:
    """Everything that comes out for these paths."""
    return list(ingest(paths, keep=(Store() if store is None else store).keep))


def written(folder: Path, name: str, data: bytes | str) -> Path:
    """A file with these bytes, or this text in UTF-8."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def told(items: Items) -> list[str]:
    """Items in a word each: a report's text, or why something was set aside."""
    return [item.text if isinstance(item, Report) else f"- {item.reason}" for item in items]


def jsonl(*rows: dict[str, Any] | str) -> str:
    """Rows as lines; a string stands as it is."""
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    return "".join(f"{line}\n" for line in lines)


def page(body: str, head: str = "") -> str:
    """A web page."""
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )


def rss(*items: str, channel: str = "<title>Harbour Wire</title>") -> str:
    """An RSS feed of these items."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    head = '<?xml version="1.0" encoding="utf-8"?>'
    return f'{head}<rss version="2.0"><channel>{channel}{inside}</channel></rss>'


def pdf(draw: Callable[[FPDF], object] | str, **encryption: str) -> bytes:
    """A PDF of one page, drawn by a function or holding this text."""
    sheet = FPDF()
    if encryption:
        sheet.set_encryption(**encryption)
    sheet.add_page()
    sheet.set_font("helvetica", size=12)
    if isinstance(draw, str):
        sheet.multi_cell(0, 6, draw)
    else:
        draw(sheet)
    return bytes(sheet.output())


def record(
    body: bytes | str,
    *,
    media: str = "text/html",
    status: str = "200 OK",
    kind: str = "response",
    http: str = "",
    warc: str = "",
    url: str = "https://harbourwire.example/1",
) -> bytes:
    """A WARC record of an HTTP answer; `http` and `warc` are further header lines."""
    data = body.encode() if isinstance(body, str) else body
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{http}\r\n"
    block = head.encode() + data
    lines = (
        "WARC/1.0\r\n"
        f"WARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\n{warc}"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return lines.encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Records as archives pack them: each a gzip member of its own."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def shaped_pdf(*visual: str) -> bytes:
    """A PDF whose lines draw these characters from left to right, as browsers write them.

    Shapes of Arabic letters (U+FB50 and up) stand each in a span with the letter's plain name.
    No font file is needed: which character a glyph stands for is told by the font's ToUnicode
    map alone.
    """
    characters = sorted({character for line in visual for character in line})
    codes = {character: 0x41 + number for number, character in enumerate(characters)}
    maps = "".join(f"<{code:02X}> <{_utf16(one)}>\n" for one, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange {len(codes)} beginbfchar\n"
        f"{maps}endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    lines = "\n".join(
        f"1 0 0 1 50 {350 - 20 * number} Tm {''.join(_drawn(one, codes[one]) for one in line)}"
        for number, line in enumerate(visual)
    )
    return _pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        _stream(f"BT /F1 12 Tf\n{lines}\nET"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R >>",
        _stream(cmap),
    )


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _drawn(character: str, code: int) -> str:
    drawn = f"<{code:02X}> Tj 7.2 0 Td\n"
    if character < "\ufb50":
        return drawn
    plain = unicodedata.normalize("NFKC", character)
    return f"/Span<</ActualText <FEFF{_utf16(plain)}> >> BDC\n{drawn}EMC\n"


def _stream(inside: str) -> str:
    return f"<< /Length {len(inside)} >>\nstream\n{inside}\nendstream"


def _pdf_of(*objects: str) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return data + f"{tail}startxref\n{len(data)}\n%%EOF".encode()
