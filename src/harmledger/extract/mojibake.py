"""Text whose signs were read in a wrong encoding, mended for reading; no character moves."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from harmledger.extract.after import rewritten
from harmledger.extract.reader import Found
from harmledger.model import Claim, Report
from harmledger.vocab.load import document

HIDDEN = "\u200b"
"""Stands where a sign was written with more characters than it has."""


@cache
def _signs() -> tuple[frozenset[str], re.Pattern[str], Mapping[str, str]]:
    """The characters that mistaken signs begin with, what finds them, and what to read in place
    of each, as long.
    """
    known = document("mojibake.yml")
    meant: dict[str, str] = {
        _mistaken(sign, encoding): sign
        for encoding in known["encodings"]
        for sign in known["signs"]
    } | known["odd"]
    read = {written: _as_long(sign, len(written)) for written, sign in meant.items()}
    longest = sorted(read, key=len, reverse=True)
    return frozenset(one[0] for one in read), re.compile("|".join(map(re.escape, longest))), read


def _mistaken(sign: str, encoding: str) -> str:
    """A sign's UTF-8 bytes, each as a wrong encoding has it; Latin-1 where that has none."""
    return "".join(
        bytes([byte]).decode(encoding, errors="ignore") or chr(byte) for byte in sign.encode()
    )


def _as_long(sign: str, size: int) -> str:
    """A sign with what is not shown: behind a space, which parts digits, before any other sign."""
    hidden = HIDDEN * (size - len(sign))
    return sign + hidden if sign.isspace() else hidden + sign


def mended(report: Report) -> Report:
    """A report whose mistaken signs are read as they were meant; itself where it has none."""
    if report.text.isascii():
        return report
    firsts, pattern, read = _signs()
    if not any(first in report.text for first in firsts):
        return report
    text = pattern.sub(lambda match: read[match[0]], report.text)
    return report if text == report.text else replace(report, text=text)


def requoted(found: Found, report: Report) -> Found:
    """What was read in a mended report, with the words that the report itself has."""

    def change(claim: Claim) -> Claim:
        told, count = claim.evidence, claim.count
        quote = report.text[told.start : told.end]
        if quote == told.quote:
            return claim
        if count is not None and (at := told.quote.find(count.words)) >= 0:
            count = replace(count, words=quote[at : at + len(count.words)])
        doer = claim.perpetrator
        return replace(
            claim,
            evidence=replace(told, quote=quote),
            count=count,
            source=claim.source and replace(claim.source, name=_shown(claim.source.name)),
            place=claim.place and replace(claim.place, words=_shown(claim.place.words)),
            time=claim.time and replace(claim.time, words=_shown(claim.time.words)),
            hedge=claim.hedge and _shown(claim.hedge),
            perpetrator=doer and replace(doer, name=_shown(doer.name), words=_shown(doer.words)),
        )

    claims = rewritten(found.claims, change)
    new = {
        (old.evidence, old.count): (one.evidence, one.count)
        for old, one in zip(found.claims, claims, strict=True)
        if old.count is not None and one.count is not None
    }
    marks = replace(
        found.marks,
        open=frozenset(new.get(one, one) for one in found.marks.open),
        bare=frozenset(new.get(one, one) for one in found.marks.bare),
    )
    place = found.place and replace(found.place, words=_shown(found.place.words))
    return replace(found, claims=tuple(claims), marks=marks, place=place)


def _shown(words: str) -> str:
    return words.replace(HIDDEN, "")
