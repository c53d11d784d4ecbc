"""Where it happened: place words in, places with coordinates and an honest precision out."""

from harmledger.locate.door import locate
from harmledger.locate.doubt import doubts
from harmledger.locate.gazetteer.build import build
from harmledger.locate.gazetteer.default import add, added, default_gazetteer, remove
from harmledger.locate.gazetteer.entry import Entry
from harmledger.locate.gazetteer.index import Gazetteer

__all__ = [
    "Entry",
    "Gazetteer",
    "add",
    "added",
    "build",
    "default_gazetteer",
    "doubts",
    "locate",
    "remove",
]
