"""How much each thing speaks for or against an entry, as vocab/gazetteer/weights.yml says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from harmledger.model import VocabularyError
from harmledger.vocab.load import document, entries

FILE = "gazetteer/weights.yml"
NEEDS = frozenset({"bits", "sentence", "reason"})
LIMITS = {
    "least_score",
    "least_lead",
    "near_named_km",
    "near_other_km",
    "one_place_km",
    "entries_kept",
    "candidates_shown",
}


@dataclass(frozen=True, slots=True)
class Weight:
    """What one thing weighs.

    Attributes:
        bits: Added where the thing holds; one bit more is twice as likely.
        sentence: What a person reads, with names in braces for what is filled in.
    """

    bits: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights by id, and the limits.

    Attributes:
        least_score: Share below which no entry is taken.
        least_lead: Bits by which it must lead the next other place, else none is taken.
        near_named_km: Beyond the reach of a place that the words name, still near it.
        near_other_km: Two places of a report this close speak for each other.
        one_place_km: Two entries of one name this close are one place to a reader.
        entries_kept: Entries weighed per name.
        candidates_shown: Candidates kept per place.
    """

    by_id: Mapping[str, Weight]
    least_score: float
    least_lead: float
    near_named_km: float
    near_other_km: float
    one_place_km: float
    entries_kept: int
    candidates_shown: int

    def bits(self, name: str) -> float:
        """What the thing of that id weighs."""
        return self.by_id[name].bits


@cache
def weights() -> Weights:
    """Load the weights.

    Raises:
        VocabularyError: A key is missing or unknown.
    """
    limits = document(FILE).get("limits") or {}
    if limits.keys() != LIMITS:
        raise VocabularyError(f"vocab/{FILE}: limits must be exactly {sorted(LIMITS)}")
    return Weights(
        by_id={
            entry.id: Weight(float(entry.body["bits"]), entry.body["sentence"])
            for entry in entries(FILE, knows=NEEDS, needs=NEEDS)
        },
        **limits,
    )
