"""What a comparison weighs, and the settings of linking, read from vocab/linking."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from harmledger.link.comparison import COMPARISONS
from harmledger.link.sketch import Extent
from harmledger.model import VocabularyError
from harmledger.vocab.load import Entry, document, entries

SETTINGS, TRAINED = "linking/default.yml", "linking/trained.yml"
KNOWS = frozenset({"cuts", "value", "unit", "reason", "at_least", "at_most"})
NEEDS = frozenset({"unit", "reason"})
TRAINED_KNOWS = frozenset({"bits", "pairs", "by_hand"})


@dataclass(frozen=True, slots=True)
class Weight:
    """What one comparison weighs.

    Attributes:
        bits: For each level that the comparison can find, in its order.
        cuts: The limits between its levels, in the comparison's own unit.
        limits: The least and the most bits that training may give each level; None where it is
            free. Agreement never speaks against, nor contradiction for, whatever goes with it
            in the collections learned from.
        by_hand: Set by a person; training leaves it.
    """

    bits: tuple[float, ...]
    cuts: Mapping[str, float]
    limits: tuple[tuple[float | None, float | None], ...]
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of linking; vocab/linking/default.yml gives each its unit and its reason."""

    join: float
    tie: float
    tie_step: float
    sure_tie: float
    part_size: int
    unseen: float
    against: float
    ceiling: float
    judgement: float
    worth_saying: float
    copy_share: float
    near_days: int
    block_days: int
    block_degrees: float
    block_words: int
    block_sounds: int
    block_names: int
    block_pair_words: int
    block_shingles: int
    longest_days: int
    block_size: int
    block_size_any_day: int
    most_people: int
    days_ahead: int
    no_place_degrees: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How linking weighs, under a version that a release can state.

    Attributes:
        version: Of the trained weights.
        prior: Bits where every sum starts, before anything is compared.
        comparisons: In the order of `COMPARISONS`.
    """

    version: str
    prior: float
    comparisons: Mapping[str, Weight]
    settings: Settings
    extent: Extent


@cache
def load_weights() -> Weights:
    """Read the settings and the trained weights.

    Raises:
        VocabularyError: A comparison, level, cut or setting is missing or not known.
    """
    return weights_of(
        entries(SETTINGS, knows=KNOWS, needs=NEEDS),
        entries(TRAINED, knows=TRAINED_KNOWS, needs=frozenset({"bits"})),
        version=str(document(TRAINED).get("version", "")),
    )


def weights_of(given: list[Entry], trained: list[Entry], *, version: str) -> Weights:
    """Check and sort the settings and what training made.

    Raises:
        VocabularyError: A comparison, level, cut or setting is missing or not known.
    """
    _check(given, COMPARISONS.keys() | _names(Settings) | _names(Extent), SETTINGS)
    _check(trained, COMPARISONS.keys() | {"prior"}, TRAINED)
    values = {entry.id: _value(entry) for entry in given if entry.id not in COMPARISONS}
    given_for = {entry.id: entry for entry in given}
    made = {entry.id: entry for entry in trained}
    return Weights(
        version=version,
        prior=_bits(made["prior"], ("prior",))[0],
        comparisons={
            name: Weight(
                _bits(made[name], comparison.levels),
                _cuts(given_for[name]),
                _limits(given_for[name], comparison.levels),
                bool(made[name].body.get("by_hand", False)),
            )
            for name, comparison in COMPARISONS.items()
        },
        settings=Settings(**{key: values[key] for key in _names(Settings)}),
        extent=Extent(**{key: values[key] for key in _names(Extent)}),
    )


def _value(entry: Entry) -> Any:
    value = entry.body.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise entry.wrong(f"its value is {value!r}; make it a number")
    return value


def _cuts(entry: Entry) -> Mapping[str, float]:
    cuts = entry.body.get("cuts", {})
    known = set(COMPARISONS[entry.id].cuts)
    if cuts.keys() != known:
        raise entry.wrong(f"its cuts are {sorted(cuts)}; make them {sorted(known)}")
    return dict(cuts)


def _limits(entry: Entry, levels: tuple[str, ...]) -> tuple[tuple[float | None, float | None], ...]:
    least, most = entry.body.get("at_least", {}), entry.body.get("at_most", {})
    unknown = (least.keys() | most.keys()) - set(levels)
    if unknown:
        raise entry.wrong(f"it has no levels {sorted(unknown)}; known are {sorted(levels)}")
    return tuple((least.get(level), most.get(level)) for level in levels)


def _bits(entry: Entry, levels: tuple[str, ...]) -> tuple[float, ...]:
    bits = entry.body["bits"]
    if bits.keys() != set(levels):
        raise entry.wrong(f"its levels are {sorted(bits)}; make them {sorted(levels)}")
    return tuple(float(bits[level]) for level in levels)


def _check(found: list[Entry], wanted: set[str], file: str) -> None:
    for entry in found:
        if entry.id not in wanted:
            raise entry.wrong(f"no such comparison or setting; known are {sorted(wanted)}")
    missing = wanted - {entry.id for entry in found}
    if missing:
        raise VocabularyError(f"vocab/{file}: {sorted(missing)} not given; add an entry for each")


def _names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}
