"""The gazetteer's nouns: a place it knows, and the name by which it was found."""

from dataclasses import dataclass

from harmledger.model import PlacePrecision


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that the gazetteer knows.

    Attributes:
        id: Namespaced: "geonames:99072", "pcode:IQG15", "own:12".
        name: For people to read.
        lat: Degrees north, WGS 84; for an area its people's mean point where no other is known.
        lon: Degrees east, WGS 84.
        precision: What kind of place it is.
        radius_km: All of it lies within this of the point, as far as is known.
        population: None where not known; 0 is never written for unknown.
        country: ISO 3166-1 alpha-2, or None.
        area: Path of the smallest known area that it lies in, GeoNames' codes from the country
            down ("IQ.15.90392"); None where not known.
        code: The path that it is itself, for an area, else None.
    """

    id: str
    name: str
    lat: float
    lon: float
    precision: PlacePrecision
    radius_km: float
    population: int | None = None
    country: str | None = None
    area: str | None = None
    code: str | None = None

    def inside(self, other: "Entry") -> bool:
        """Whether the other is an area whose path begins this one's."""
        if other.code is None or self.area is None:
            return False
        return self.area == other.code or self.area.startswith(other.code + ".")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and the name by which it was found.

    Attributes:
        name: As the gazetteer writes it.
        main: Whether it is the entry's main name, not an alternate one.
        exact: Whether the name folds alike, not only sounds alike.
    """

    entry: Entry
    name: str
    main: bool
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on its way into the index, with every name it goes by.

    Attributes:
        names: Alternate names; the entry's own name need not be among them.
    """

    entry: Entry
    names: tuple[str, ...] = ()
