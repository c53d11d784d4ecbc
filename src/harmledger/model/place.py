"""Where: the words of a place, and what a gazetteer makes of them."""

from dataclasses import dataclass

from harmledger.model.codes import PlacePrecision


@dataclass(frozen=True, slots=True)
class Candidate:
    """One gazetteer entry that the words of a place could mean.

    Attributes:
        id: Namespaced ("geonames:99072", "own:12").
        lat: Degrees north, WGS 84.
        lon: Degrees east, WGS 84.
        score: 0 to 1; the candidates of one place are in falling order of it.
        reasons: What spoke for and against, as sentences, weightiest first.
    """

    id: str
    name: str
    lat: float
    lon: float
    precision: PlacePrecision
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text words it, located or not.

    Attributes:
        words: As written.
        name: The gazetteer's name, or None where nothing matched.
        id: The gazetteer's id with its namespace, or None where nothing matched.
        lat: Degrees north, or None where nothing matched.
        lon: Degrees east, or None where nothing matched.
        precision: `none` where nothing matched or `locate` has not run.
        score: 0 to 1, how surely the words mean this entry; None where not located.
        radius_km: The place lies within this of the point; None where not known.
        country: ISO 3166-1 alpha-2 of the entry, or None.
        candidates: What else was weighed, the chosen one first.
    """

    words: str
    name: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = PlacePrecision.NONE
    score: float | None = None
    radius_km: float | None = None
    country: str | None = None
    candidates: tuple[Candidate, ...] = ()
