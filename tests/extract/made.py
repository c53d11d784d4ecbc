"""Short English reports, read."""

from datetime import date
from functools import cache

from harmledger.extract import extract, readers
from tests.make import report

PUBLISHED = date(2017, 3, 14)
"""A Tuesday."""


@cache
def reader():
    """The default reader, its grammars loaded once."""
    return readers()


def reading(text, **other):
    """What is read in a report published on `PUBLISHED` unless given otherwise."""
    return extract(report(text, **({"published": PUBLISHED} | other)), reader())


def claims(text, **other):
    """The claims of a report, in the order of the text."""
    return list(reading(text, **other).claims)


def figures(text, **other):
    """Headline counts by "measure group", of the report's main incident."""
    told = reading(text, **other).accounts
    found = told[0].figures if told else ()
    return {f"{one.measure} {one.group}": (one.low, one.high) for one in found}
