"""Bytes to text: which encoding, and what in it is broken."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from harmledger.ingest.draft import Payload
from harmledger.ingest.held import held
from harmledger.model import SetAside

# Scripts that text in each code page is written in. Of two that fit a text alike the first
# is taken: Western text also fits the Latin letters that Windows-1256 has for French.
CODE_PAGES = {
    "cp1252": ("LATIN",),
    "cp1256": ("ARABIC", "LATIN"),
    "cp1251": ("CYRILLIC", "LATIN"),
}
# What pages declare to be these is Windows-1252 (WHATWG Encoding Standard, labels).
WESTERN = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# A word with a letter beyond ASCII, and the marks that stand above Arabic ones.
LETTER = r"[^\W\d_]|[\u064b-\u0652\u0670]"
WORD = re.compile(rf"(?<![a-zA-Z])[a-zA-Z]*+(?:{LETTER})+")
# Words of one letter that Western languages write with an accent.
LONE = frozenset("àèéÀÈÉ")
# So many of the words beyond ASCII are looked at; a text keeps to one encoding.
SAMPLE = 2_000
# Of the letters beyond ASCII, so many must stand in words before a code page is believed.
FITS = 0.8
# So many letters it takes to tell another script from two stray bytes.
ENOUGH = 4
# Above these shares of all characters it is no text: a photograph has 10 % controls, and half
# of its characters broken.
MOST_CONTROLS = 0.01
MOST_BROKEN = 0.1
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1a\x1b")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, with how it was read.

    Attributes:
        broken: How many stretches of bytes are no character; each became U+FFFD.
        broken_at: Offset of the first of them in bytes, or None where there is none.
    """

    text: str
    broken: int = 0
    broken_at: int | None = None


def decode(data: bytes, *, declared: str | None = None) -> Decoded | None:
    """Read bytes as UTF-8 if they are, else as declared, else as `mend` does.

    Args:
        declared: Name of an encoding, right or wrong; None where nothing is declared.

    Returns:
        None where what comes out is no text.
    """
    if declared is None:
        found = mend(data)
    else:
        text = _strict(data, "utf-8-sig") or _strict(data, WESTERN.get(declared.lower(), declared))
        found = mend(data) if text is None else Decoded(text)
    return found if _is_text(found) else None


def mend(data: bytes) -> Decoded:
    """Read bytes as UTF-8, as a byte order mark says, or as the code page that fits.

    UTF-8 with single broken bytes is read with U+FFFD in their place, and so is what no code
    page makes words of.
    """
    encoding = next((MARKS[mark] for mark in MARKS if data.startswith(mark)), "utf-8")
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        marred = Decoded(text, text.count("\ufffd"), error.start)
    if encoding != "utf-8" or _mostly_utf8(marred):
        return marred
    return _code_page(data) or marred


def text_or_held(payload: Payload, *, declared: str | None = None) -> Iterator[str | SetAside]:
    """Yield the payload's text, and what stands in its way or was wrong with it."""
    found = decode(payload.data, declared=declared)
    if found is None:
        yield held(payload.origin, "binary")
        return
    yield found.text
    if found.broken_at is not None:
        yield broken(payload.origin, found)


def broken(origin: str, found: Decoded) -> SetAside:
    """The note that says where in the input bytes are broken."""
    what = f"Broken bytes in {found.broken} places, the first at byte {found.broken_at}"
    return held(origin, "broken_encoding", f"{what}; each became U+FFFD and the text was read.")


def _mostly_utf8(found: Decoded) -> bool:
    """More characters of several bytes are whole than broken: chance makes few of them whole."""
    beyond = len(found.text) - len(found.text.encode("ascii", "ignore"))
    return beyond - found.broken > found.broken


def _code_page(data: bytes) -> Decoded | None:
    readings = [(_strict(data, name), scripts) for name, scripts in CODE_PAGES.items()]
    fits = [(_fit(text, scripts), text) for text, scripts in readings if text]
    fit, text = max(fits, key=lambda found: found[0], default=(0.0, ""))
    return Decoded(text) if fit >= FITS else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):  # no such encoding; or not the encoding of this
        return None


def _fit(text: str, scripts: tuple[str, ...]) -> float:
    """The share of letters beyond ASCII that stand in a word of one of the scripts.

    Where there are none to judge by, marks of punctuation fit and control characters don't.
    """
    letters = fitting = 0
    for match in islice(WORD.finditer(text), SAMPLE):
        beyond = sum(letter > "\x7f" and letter.isalpha() for letter in match[0])
        letters += beyond
        fitting += beyond if _is_word(match[0], scripts) else 0
    if letters == 0:
        return 0.0 if re.search(r"[\x80-\x9f]", text) else 1.0
    return 0.0 if letters < ENOUGH and scripts != ("LATIN",) else fitting / letters


def _is_word(word: str, scripts: tuple[str, ...]) -> bool:
    """Letters of one script, with capitals in front or throughout; Latin ones mostly plain."""
    script = {_script(letter) for letter in set(word) if letter.isalpha()}
    if len(script) != 1 or not script <= {*scripts}:
        return False
    if script == {"LATIN"}:
        return word in LONE or (_regular(word) and any(letter < "\x7f" for letter in word))
    return _regular(word)


def _regular(word: str) -> bool:
    return word in (word.lower(), word.upper()) or word[1:] == word[1:].lower()


def _script(letter: str) -> str:
    return unicodedata.name(letter, "NONE").split()[0]


def _is_text(found: Decoded) -> bool:
    size = len(found.text)
    controls = sum(found.text.count(control) for control in CONTROLS)
    return "\0" not in found.text and (
        controls <= MOST_CONTROLS * size and found.broken <= max(1, MOST_BROKEN * size)
    )
