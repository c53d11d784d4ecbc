"""Weigh the entries of one name against each other and against none of them being meant."""

from dataclasses import dataclass

from harmledger.locate.context import Context, of_context
from harmledger.locate.evidence import Finding, distance, total
from harmledger.locate.gazetteer.entry import Entry
from harmledger.locate.survey import Option
from harmledger.locate.weights import weights


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry with all that speaks for and against it.

    Attributes:
        score: Its share among the entries of the name and "none of these", 0 to 1.
    """

    entry: Entry
    score: float
    evidence: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a phrase was taken to mean.

    Attributes:
        option: The name of the phrase that was taken.
        ranked: The name's entries, the likeliest first.
        score: The first one's score and those of entries that are the same place to a reader,
            such as a city and the district of its name.
        taken: Whether the first of them is sure enough to be taken.
    """

    option: Option
    ranked: tuple[Ranked, ...]
    score: float
    taken: bool

    @property
    def entry(self) -> Entry:
        """The likeliest entry."""
        return self.ranked[0].entry


def weigh(option: Option, around: Context) -> Choice:
    """Rank the entries of one name, with what the rest of the report says."""
    rules = weights()
    heard = [(hit, tuple(of_context(hit.entry, around, rules))) for hit in option.hits]
    bits = [hit.bits + total(more) for hit, more in heard]
    shares = [2.0**one for one in bits]
    everything = sum(shares) + 2.0 ** rules.bits("nothing")
    ranked = sorted(
        (
            Ranked(hit.entry, share / everything, (*hit.evidence, *more))
            for (hit, more), share in zip(heard, shares, strict=True)
        ),
        key=lambda one: (-one.score, one.entry.id),
    )
    best = ranked[0].entry
    here = {one.entry.id for one in ranked if _one_place(one.entry, best, rules.one_place_km)}
    score = sum(one.score for one in ranked if one.entry.id in here)
    rival = max((one.score for one in ranked if one.entry.id not in here), default=0.0)
    taken = score >= max(rules.least_score, rival * 2.0**rules.least_lead)
    return Choice(option, tuple(ranked), score, taken)


def _one_place(entry: Entry, best: Entry, km: float) -> bool:
    """Whether two entries of one name are one place to a reader: a city and its district."""
    if entry.inside(best) or best.inside(entry):
        return True
    return distance(entry, best, limit=km) is not None
