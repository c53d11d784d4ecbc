"""Where: the words of a place, and what a gazetteer makes of them."""

from dataclasses import dataclass

from harmledger.model.codes import PlacePrecision

# Namespaces of gazetteers that anybody can read.
PUBLIC = frozenset({"geonames", "iso3166-2", "pcode"})
SPOTS = frozenset({PlacePrecision.EXACT, PlacePrecision.STREET})


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

    @property
    def own_spot(self) -> bool:
        """Whether only the project's own gazetteer names it, and it is a house or a street.

        Such a name can be whose house it is. What stands in for an unknown place is called a
        district, but bears the name of the spot.
        """
        if self.id is None or self.id.partition(":")[0] in PUBLIC:
            return False
        closest = {one.precision for one in self.candidates if one.id == self.id}
        return not SPOTS.isdisjoint({self.precision, *closest})
