"""Everything that two accounts are compared by."""

from harmledger.link.comparison.day import PUBLISHED, TIME
from harmledger.link.comparison.kind import Comparison
from harmledger.link.comparison.text import COPY, PUBLISHER, REPORT, WORDS
from harmledger.link.comparison.what import INJURED, KILLED, MEANS, PERPETRATOR
from harmledger.link.comparison.where import PLACE, PLACE_WORDS

COMPARISONS: dict[str, Comparison] = {
    "report": REPORT,
    "copy": COPY,
    "words": WORDS,
    "time": TIME,
    "published": PUBLISHED,
    "place": PLACE,
    "place_words": PLACE_WORDS,
    "means": MEANS,
    "killed": KILLED,
    "injured": INJURED,
    "perpetrator": PERPETRATOR,
    "publisher": PUBLISHER,
}

__all__ = ["COMPARISONS", "Comparison"]
