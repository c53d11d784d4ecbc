"""Web archives: the pages, documents and feeds that servers sent."""

import zlib
from contextlib import closing
from dataclasses import dataclass
from io import SEEK_CUR, SEEK_SET, BufferedIOBase, UnsupportedOperation
from itertools import count
from pathlib import Path
from typing import Literal

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from harmledger.ingest import limits
from harmledger.ingest.draft import Found, Payload, Read
from harmledger.ingest.feed import feed
from harmledger.ingest.files import name_of
from harmledger.ingest.held import held
from harmledger.ingest.lines import fault, unpacked
from harmledger.ingest.pdf import pdf
from harmledger.ingest.plain import plain
from harmledger.ingest.web import web
from harmledger.model import SetAside

# Media type to the reader of such a payload, and the most bytes it may have.
MEDIA: dict[str, tuple[Read, int]] = {
    "text/html": (web, limits.PAGE),
    "application/xhtml+xml": (web, limits.PAGE),
    "text/plain": (plain, limits.TEXT),
    "application/pdf": (pdf, limits.PDF),
    "application/rss+xml": (feed, limits.TEXT),
    "application/atom+xml": (feed, limits.TEXT),
    "application/xml": (feed, limits.TEXT),
    "text/xml": (feed, limits.TEXT),
}
# What holds a document; the others are the crawler's notes on how it came by them.
DOCUMENTS = (
    WarcRecordType.response
    | WarcRecordType.resource
    | WarcRecordType.conversion
    | WarcRecordType.revisit
)
# How to unpack a payload. Some archives keep the header of a packing that they undid.
UNPACKING: tuple[Literal["all", "content", "none"], ...] = ("all", "content", "none")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent.

    Attributes:
        status: HTTP status code, or None where the record is no HTTP.
        media: Media type in lower case; "" where none is given.
        charset: As the answer declares it, or None.
        body: Unpacked, as far as it could be; one byte more than the limit if it is above it.
    """

    status: int | None
    media: str
    charset: str | None
    body: bytes


def archive(path: Path) -> Found:
    """Read the documents of a .warc or .warc.gz in their order.

    Items are named "path:number", counted from 1 over all records. The address is the
    record's; the day of the visit is no day of publication and is not used.
    """
    name = name_of(path)
    try:
        stream = _Stream(path, unpacked(path))
    except OSError as error:
        yield fault(path, name, error)
        return
    with closing(stream):
        yield from _records(stream, name)


def _records(stream: "_Stream", name: str) -> Found:
    records = iter(ArchiveIterator(stream, parse_http=False))
    for number in count(1):
        item = f"{name}:{number}"
        try:
            record = next(records, None)
            block = record.reader.read(limits.PDF) if record else b""
        except OSError as error:
            what = f"No web archive from here on: {error}."
            yield stream.fault(item) or held(item, "broken_archive", what)
            return
        if record is None:
            break
        if len(block) < min(record.content_length, limits.PDF):
            yield stream.fault(item) or held(item, "truncated")
            return
        if record.record_type & DOCUMENTS:
            yield from _document(record, block, item)
    if (broken := stream.fault(item)) is not None:
        yield broken


def _document(record: WarcRecord, block: bytes, item: str) -> Found:
    if record.record_type == WarcRecordType.revisit:
        yield held(item, "revisit")
        return
    answer = _answer(record, block)
    if answer.status is not None and not 200 <= answer.status < 300:
        what = f"The server answered {answer.status}." if answer.status else "No HTTP answer."
        yield held(item, "http_status", what)
    elif answer.media not in MEDIA:
        yield held(item, "unknown_format", f"The media type is {answer.media or 'not said'}.")
    else:
        yield from _read(answer, record, item)


def _read(answer: Answer, record: WarcRecord, item: str) -> Found:
    read, limit = MEDIA[answer.media]
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    if not answer.body:
        yield held(item, "empty", "The record holds no byte.")
    elif len(answer.body) > limit or record.content_length > limits.PDF:
        yield held(item, "too_large", f"The limit is {limit // limits.MB} MB.")
    else:
        yield from read(Payload(answer.body, item, url, answer.charset))
        if record.headers.get("WARC-Truncated") is not None:
            yield held(item, "truncated", "The crawler cut this off; what it kept was read.")


def _answer(record: WarcRecord, block: bytes) -> Answer:
    if not record.is_http:
        return Answer(None, _media(record.headers.get("Content-Type")), None, block)
    for unpacking in UNPACKING:
        http = WarcRecord()
        http.init_headers(record_type=WarcRecordType.response)
        http.set_bytes_content(block)
        http.is_http = True
        try:
            http.parse_http(auto_decode=unpacking)
            body = http.reader.read(limits.PDF + 1)
        except OSError:  # not packed like this after all
            continue
        headers = http.http_headers
        media = _media(headers.get("Content-Type"))
        return Answer(headers.status_code or 0, media, http.http_charset, body)
    return Answer(0, "", None, b"")


def _media(content_type: str | None) -> str:
    return (content_type or "").split(";")[0].strip().lower()


class _Stream:
    """A file's bytes, unpacked, that ends where they can't be had instead of raising.

    The archive reader has no way to tell a break in the file from one in the archive.
    """

    def __init__(self, path: Path, inner: BufferedIOBase) -> None:
        self._path = path
        self._inner = inner
        self._error: EOFError | OSError | zlib.error | None = None
        self._at = 0

    def read(self, size: int = -1, /) -> bytes:
        try:
            data = self._inner.read1(size)
        except (EOFError, OSError, zlib.error) as error:
            self._error = error
            return b""
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = SEEK_SET, /) -> int:
        # The archive reader asks where it is like this, and never moves.
        if (offset, whence) != (0, SEEK_CUR):
            raise UnsupportedOperation("seek")
        return self._at

    def close(self) -> None:
        self._inner.close()

    def fault(self, item: str) -> SetAside | None:
        """Why the bytes ended before the file did, or None where they did not."""
        return None if self._error is None else fault(self._path, item, self._error)
