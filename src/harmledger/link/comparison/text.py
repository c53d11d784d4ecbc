"""Comparing the texts: rare words in common, copies, and who carries them."""

from harmledger.link.comparison.kind import Comparison, Cuts
from harmledger.link.sketch import Sketch
from harmledger.link.words import likeness, spelled

LIKE = ("alike", "very_close", "close", "some", "few", "hardly")
SHOWN = 5


def cosine(left: Sketch, right: Sketch) -> float:
    """How far the telling words agree, 0 to 1, rare ones weighing most."""
    ours, theirs = left.vector, right.vector
    if len(theirs) < len(ours):
        ours, theirs = theirs, ours
    # Sorted: sums of the same numbers in another order differ in their last digits.
    return sum(ours[word] * theirs[word] for word in sorted(ours.keys() & theirs.keys()))


def _words_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    if not left.vector or not right.vector:
        return None
    agreed = cosine(left, right)
    return next((level for level in LIKE if agreed >= cuts[level]), "none")


def _words_says(left: Sketch, right: Sketch, level: str) -> str:
    shared = left.vector.keys() & right.vector.keys()
    if not shared:
        return "no telling word in common"
    weight = {word: left.vector[word] * right.vector[word] for word in shared}
    first = sorted(shared, key=lambda word: (-weight[word], word))[:SHOWN]
    report = min((left.report, right.report), key=lambda one: one.report_id)
    words = spelled(f"{report.title or ''} {report.text}", first)
    return f"words in common: {', '.join(words.get(stem, stem) for stem in first)}"


def _copy_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    """Only a copy says something here: that two texts are no copies, nearly all pairs share."""
    return "copy" if likeness(left.signature, right.signature) >= cuts["copy"] else None


def _copy_says(left: Sketch, right: Sketch, level: str) -> str:
    return "nearly the same text"


def _report_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    return "same" if left.report.report_id == right.report.report_id else None


def _report_says(left: Sketch, right: Sketch, level: str) -> str:
    return "one report tells them apart"


def _publisher_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    ours, theirs = left.report.publisher, right.report.publisher
    return "same" if ours is not None and ours == theirs else None


def _publisher_says(left: Sketch, right: Sketch, level: str) -> str:
    return f"both published by {left.report.publisher}"


WORDS = Comparison((*LIKE, "none"), LIKE, _words_level, _words_says)
COPY = Comparison(("copy",), ("copy",), _copy_level, _copy_says)
REPORT = Comparison(("same",), (), _report_level, _report_says)
PUBLISHER = Comparison(("same",), (), _publisher_level, _publisher_says)
