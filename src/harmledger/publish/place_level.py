"""How other datasets write a place's precision: UCDP's, ACLED's and Airwars' levels."""

from dataclasses import dataclass
from functools import cache

from harmledger.model import PlacePrecision
from harmledger.vocab.load import entries

FILE = "codes/place_precisions.yml"
AIRWARS = "airwars_levels.yml"
KNOWS = frozenset({"source", "ucdp_where_prec", "acled_geo_precision", "radius_km"})


@dataclass(frozen=True, slots=True)
class Level:
    """One precision in the words of others; None where a dataset has no such level.

    Attributes:
        ucdp: `where_prec`, 1 (exact) to 7 (UCDP GED codebook).
        acled: `geo_precision`, 1 (exact) to 3 (ACLED codebook).
        airwars: The level of its "geolocation accuracy".
    """

    ucdp: int | None
    acled: int | None
    airwars: str | None


@cache
def levels() -> dict[PlacePrecision, Level]:
    """Load what vocab/codes/place_precisions.yml and vocab/airwars_levels.yml say.

    Raises:
        VocabularyError: A key is missing or unknown.
    """
    airwars = {
        entry.id: entry.body["airwars"]
        for entry in entries(AIRWARS, knows=frozenset({"airwars"}), needs=frozenset({"airwars"}))
    }
    return {
        PlacePrecision(entry.id): Level(
            entry.body["ucdp_where_prec"], entry.body["acled_geo_precision"], airwars.get(entry.id)
        )
        for entry in entries(FILE, knows=KNOWS, needs=KNOWS - {"source"})
    }
