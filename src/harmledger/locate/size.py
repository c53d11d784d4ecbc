"""How big a settlement must be for its name, and how far a place reaches from its point."""

from dataclasses import dataclass
from functools import cache
from math import sqrt

from harmledger.model import PlacePrecision
from harmledger.vocab.load import entries

FILE = "gazetteer/sizes.yml"
AREAS = frozenset(
    {
        PlacePrecision.SUBDISTRICT,
        PlacePrecision.DISTRICT,
        PlacePrecision.PROVINCE,
        PlacePrecision.COUNTRY,
    }
)
PARTS = frozenset(
    {
        PlacePrecision.EXACT,
        PlacePrecision.STREET,
        PlacePrecision.LANDMARK,
        PlacePrecision.NEIGHBOURHOOD,
    }
)
KNOWS = frozenset({"least_population", "precision", "least_km", "km_per_root_person"})


@dataclass(frozen=True, slots=True)
class Sizes:
    """What vocab/gazetteer/sizes.yml says.

    Attributes:
        settlements: Least population and what such a settlement is, biggest first.
        least_km: Reach of each kind of place, in kilometres.
        km_per_root_person: What a settlement's radius grows by with the root of its people.
    """

    settlements: tuple[tuple[int, PlacePrecision], ...]
    least_km: dict[PlacePrecision, float]
    km_per_root_person: float


@cache
def sizes() -> Sizes:
    """Load the sizes.

    Raises:
        VocabularyError: The file has an unknown or missing key.
    """
    bodies = [entry.body for entry in entries(FILE, knows=KNOWS, needs=frozenset())]
    settlements = [
        (int(body["least_population"]), PlacePrecision(body["precision"]))
        for body in bodies
        if "least_population" in body
    ]
    return Sizes(
        settlements=tuple(sorted(settlements, reverse=True)),
        least_km={
            PlacePrecision(body["precision"]): float(body["least_km"])
            for body in bodies
            if "least_km" in body
        },
        km_per_root_person=next(
            float(body["km_per_root_person"]) for body in bodies if "km_per_root_person" in body
        ),
    )


def settlement(population: int) -> PlacePrecision:
    """What a settlement of so many people is; 0 stands for a listed one of unknown size."""
    return next(kind for least, kind in sizes().settlements if population >= least)


def reach(precision: PlacePrecision, population: int | None = None) -> float:
    """Kilometres from a place's point within which all of it lies, where no border is known."""
    least = sizes().least_km[precision]
    if not population or precision in AREAS:
        return least
    return max(least, sizes().km_per_root_person * sqrt(population))
