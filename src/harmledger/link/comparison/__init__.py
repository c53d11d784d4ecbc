"""Everything that two accounts are compared by."""

from harmledger.link.comparison.carrier import COPY, PUBLISHER, REPORT, SITE
from harmledger.link.comparison.day import PUBLISHED, REPORTED, TIME
from harmledger.link.comparison.kind import Comparison
from harmledger.link.comparison.text import NAMES, NUMBERS, OPENING, PHRASES, SOUNDS, WORDS
from harmledger.link.comparison.what import INJURED, KILLED, MEANS, PERPETRATOR
from harmledger.link.comparison.where import PLACE, PLACE_TOLD, PLACE_WORDS

COMPARISONS: dict[str, Comparison] = {
    "report": REPORT,
    "copy": COPY,
    "words": WORDS,
    "opening": OPENING,
    "names": NAMES,
    "phrases": PHRASES,
    "numbers": NUMBERS,
    "sounds": SOUNDS,
    "time": TIME,
    "published": PUBLISHED,
    "reported": REPORTED,
    "place": PLACE,
    "place_words": PLACE_WORDS,
    "place_told": PLACE_TOLD,
    "means": MEANS,
    "killed": KILLED,
    "injured": INJURED,
    "perpetrator": PERPETRATOR,
    "publisher": PUBLISHER,
    "site": SITE,
}

__all__ = ["COMPARISONS", "Comparison"]
