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
    "named_vote",
    "named_votes",
    "people_vote",
    "people_votes",
    "support_km",
    "least_support",
    "sentence_km",
    "report_km",
    "between_km",
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
        named_vote: What each naming of a country counts beside a place of score 1.
        named_votes: What all of them count at most.
        people_vote: As `named_vote`, for a word for those who belong to it.
        people_votes: As `named_votes`.
        support_km: Two places of a report this close agree on where it tells of.
        least_support: Scores of places that agree with one for it to stand in for another.
        sentence_km: What a place of the same sentence is wider by where it stands in.
        report_km: As `sentence_km`, for one from elsewhere in the report.
        between_km: Two places further apart bound no stretch.
    """

    by_id: Mapping[str, Weight]
    least_score: float
    least_lead: float
    near_named_km: float
    near_other_km: float
    one_place_km: float
    entries_kept: int
    candidates_shown: int
    named_vote: float
    named_votes: float
    people_vote: float
    people_votes: float
    support_km: float
    least_support: float
    sentence_km: float
    report_km: float
    between_km: float

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
