"""A report: one published text as retrieved."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, with where it came from.

    Attributes:
        report_id: As the input's row gave it, else derived from the content.
        sha256: Of the original bytes (of the row, for a row of a file of many).
        lang: ISO 639-1 code, or "und" where it could not be told.
        title: None where the input gives none.
        publisher: Who carries the text; None where the input does not say.
        published: None where the input gives none or gives no date.
        url: None where the input gives none.
        text: Plain text; offsets of evidence count its Unicode code points.
        origin: The input it came from, "path" or "path:line", for messages only.
    """

    report_id: str
    sha256: str
    lang: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    text: str
    origin: str
