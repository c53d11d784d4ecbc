"""A sketch: what linking looks at of one account, made once so that pairs are cheap to compare."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, reduce
from math import log, sqrt
from operator import add

from harmledger.link.words import plain_words, signature, telling_words
from harmledger.model import Account, Claim, Measure, PlacePrecision, Range, Reading, Report
from harmledger.vocab.load import entries

Told = tuple[Report, Reading]
PLACES = "codes/place_precisions.yml"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the texts is looked at; the defaults' reasons stand in vocab/linking/*.yml.

    Attributes:
        text_words: Telling words read from the start of a text.
        around: Characters read on either side of a claim, where a report tells of several
            incidents.
        title_weight: How many times a word of the title counts.
        vector_words: Words kept of one account, the most telling ones.
        common_share: A word in this share of the accounts or more tells nothing.
        background: Reports that the collection is taken to stand among, so that words of a
            small collection are not all rare.
        shingle_words: Words of one shingle.
        signature_size: Shingles kept of one account.
    """

    text_words: int
    around: int
    title_weight: int
    vector_words: int
    common_share: float
    background: int
    shingle_words: int
    signature_size: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """What linking looks at of one account.

    Attributes:
        start: First day of the incident, or None where not said.
        end: Last day, or None exactly where `start` is.
        radius_km: How far from its point the place may reach; None where not located.
        place_share: Share of all accounts, the background included, that tell of the same place.
        place_words: Folded words of the place's name; empty where not said.
        means: Codes.
        killed: None where no count was given.
        injured: None where no count was given.
        perpetrators: Folded words of each name, in the order of the text.
        vector: Weight of each telling word, most telling first; its length is 1.
        signature: Of the text's shingles.
    """

    account_id: str
    account: Account
    report: Report
    start: date | None
    end: date | None
    radius_km: float | None
    place_share: float
    place_words: frozenset[str]
    means: frozenset[str]
    killed: Range | None
    injured: Range | None
    perpetrators: tuple[frozenset[str], ...]
    vector: dict[str, float]
    signature: tuple[int, ...]

    @property
    def day(self) -> date | None:
        """The first day told, else the day of publication, else None."""
        return self.start or self.report.published


def sketches(told: Iterable[tuple[Report, Reading, Account]], extent: Extent) -> list[Sketch]:
    """Sketch every account, in the order of their ids.

    How telling a word is depends on all accounts together, never on their order.
    """
    items = sorted(told, key=lambda item: item[2].account_id)
    texts = [_text(report, reading, account, extent) for report, reading, account in items]
    counts = [
        _counts(report, text, extent) for (report, _, _), text in zip(items, texts, strict=True)
    ]
    size = len(items) + extent.background
    rarity = _rarity(Counter(word for words in counts for word in words), size, extent)
    places = Counter(_place_key(account) for _, _, account in items)
    return [
        _sketch(
            report,
            account,
            text,
            vector=_vector(words, rarity, extent.vector_words),
            place_share=places[_place_key(account)] / size,
            extent=extent,
        )
        for (report, _, account), text, words in zip(items, texts, counts, strict=True)
    ]


def headline(account: Account, measure: Measure) -> Range | None:
    """How many people in all, whatever their status; None where no count was given."""
    found = {one.group: one.range for one in account.figures if one.measure is measure}
    whole = found.get("all")
    if whole is None:
        parts = [found[group] for group in ("civilian", "combatant") if group in found]
        whole = reduce(add, parts) if parts else None
    return None if whole is None or whole == Range(None, None) else whole


@cache
def reach() -> dict[PlacePrecision, float | None]:
    """How far in km a place of each precision commonly reaches; None where it means nothing.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    knows = frozenset({"ucdp_where_prec", "acled_geo_precision", "radius_km"})
    found = entries(PLACES, knows=knows, needs=knows)
    return {PlacePrecision(entry.id): entry.body["radius_km"] for entry in found}


def _sketch(
    report: Report,
    account: Account,
    text: str,
    *,
    vector: dict[str, float],
    place_share: float,
    extent: Extent,
) -> Sketch:
    place = account.place
    located = place is not None and place.lat is not None
    radius = (place.radius_km or reach()[place.precision]) if place and located else None
    return Sketch(
        account_id=account.account_id,
        account=account,
        report=report,
        start=account.start,
        end=account.end or account.start,
        radius_km=(radius or 0.0) if located else None,
        place_share=place_share,
        place_words=frozenset(plain_words(place.name or place.words)) if place else frozenset(),
        means=frozenset(weapon.code for weapon in account.means),
        killed=headline(account, Measure.KILLED),
        injured=headline(account, Measure.INJURED),
        perpetrators=tuple(frozenset(plain_words(name)) for name in account.perpetrators),
        vector=vector,
        signature=signature(text, length=extent.shingle_words, size=extent.signature_size),
    )


def _text(report: Report, reading: Reading, account: Account, extent: Extent) -> str:
    """The text that tells of this account: all of it where the report tells of nothing else."""
    if len(reading.accounts) < 2 or not account.claims:
        return report.text
    ours = set(account.claims)
    spans = _joined([_window(one, extent.around) for one in reading.claims if one.claim_id in ours])
    return "\n".join(report.text[start:end] for start, end in spans)


def _window(claim: Claim, around: int) -> tuple[int, int]:
    return max(0, claim.evidence.start - around), claim.evidence.end + around


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _counts(report: Report, text: str, extent: Extent) -> Counter[str]:
    counts = Counter(telling_words(text)[: extent.text_words])
    for word in telling_words(report.title or ""):
        counts[word] += extent.title_weight
    return counts


def _rarity(spread: Counter[str], size: int, extent: Extent) -> dict[str, float]:
    """How telling each word is: 0 from `common_share` of the accounts on, more the rarer it is."""
    most = extent.common_share * size
    return {word: max(0.0, log(most / (seen + 1))) for word, seen in spread.items()}


def _place_key(account: Account) -> str | None:
    place = account.place
    return None if place is None else place.id or place.words


def _vector(counts: Counter[str], rarity: dict[str, float], keep: int) -> dict[str, float]:
    weights = {
        word: (1 + log(seen)) * rarity[word] for word, seen in counts.items() if rarity[word] > 0
    }
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:keep]
    length = sqrt(sum(weight * weight for _, weight in kept))
    return {word: weight / length for word, weight in kept} if length > 0 else {}
