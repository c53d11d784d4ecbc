"""The day of a publication date, in the forms that rows, pages and feeds write it."""

import unicodedata
from datetime import date, datetime
from email.utils import parsedate_to_datetime

# Only forms that can mean one day: 03/04/2017 is left out, as it means two.
FORMS = (
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%A, %d %B %Y",
    "%A, %B %d, %Y",
    "%Y/%m/%d",
    "%Y.%m.%d",
)
# Content systems write 0001-01-01 or 1601-01-01 where no date was set.
EARLIEST = 1800
# No form is longer; a field that holds a whole text is not searched for one.
LONGEST = 80


def day(text: str) -> date | None:
    """Read a date of publication: ISO 8601, RFC 2822, or day, English month and year.

    A moment gives the day at its own offset from UTC, which is the publisher's day.

    Returns:
        None where the text is not exactly one day.
    """
    if len(text) > LONGEST:
        return None
    plain = " ".join("".join(map(_digit, text)).split())
    found = _iso(plain) or _mail(plain) or _form(plain)
    return found if found is not None and found.year >= EARLIEST else None


def _digit(character: str) -> str:
    """Digits of any script as ASCII; Arabic reports date with ٢٠١٧ as with 2017."""
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def _iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _mail(text: str) -> date | None:
    if ":" not in text:
        return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, OverflowError):
        return None


def _form(text: str) -> date | None:
    for form in FORMS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None
