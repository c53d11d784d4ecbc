"""A small gazetteer that the tests read at a glance."""

from harmledger.locate.gazetteer.entry import Entry, Row
from harmledger.model import PlacePrecision


def row(
    id: str,
    name: str,
    lat: float,
    lon: float,
    kind: str,
    area: str | None,
    *names: str,
    code: str | None = None,
    people: int | None = None,
    reach: float = 3.0,
) -> Row:
    """One place; its country is the first part of its area's path or of its own code."""
    entry = Entry(
        id=f"own:{id}",
        name=name,
        lat=lat,
        lon=lon,
        precision=PlacePrecision(kind),
        radius_km=reach,
        population=people,
        country=(area or code or "").split(".")[0] or None,
        area=area,
        code=code,
    )
    return Row(entry, names)


SMALL = [
    row("iraq", "Iraq", 33.0, 44.0, "country", None, "العراق", code="IQ", reach=570),
    row("syria", "Syria", 35.0, 38.0, "country", None, "سوريا", code="SY", reach=500),
    row("yemen", "Yemen", 15.5, 45.5, "country", None, "اليمن", code="YE", reach=900),
    row("nineveh", "Nineveh", 36.3, 42.9, "province", "IQ", "نينوى", code="IQ.15", reach=130),
    row("aleppo-p", "Aleppo", 36.3, 37.5, "province", "SY", "حلب", code="SY.09", reach=100),
    row("idlib-p", "Idlib", 35.8, 36.7, "province", "SY", "إدلب", code="SY.12", reach=60),
    row("taiz-p", "Taiz", 13.5, 43.9, "province", "YE", "تعز", code="YE.25", reach=90),
    row("mosul", "Mosul", 36.33, 43.12, "city", "IQ.15", "الموصل", people=1_700_000, reach=10),
    row("talafar", "Tel Afar", 36.38, 42.45, "city", "IQ.15", "تلعفر", people=200_000, reach=5),
    row("aleppo", "Aleppo", 36.2, 37.16, "city", "SY.09", "حلب", people=2_100_000, reach=12),
    row("idlib", "Idlib", 35.93, 36.63, "city", "SY.12", "إدلب", people=165_000, reach=5),
    row("taiz", "Ta‘izz", 13.58, 44.02, "city", "YE.25", "Taiz", "تعز", people=600_000, reach=8),
    row("bab-sy", "Al Bāb", 36.37, 37.52, "city", "SY.09", "الباب", people=130_000, reach=5),
    row("bab-iq", "Al Bāb", 36.15, 43.3, "village", "IQ.15", "الباب", people=700, reach=2),
    row("sayhan-ye", "Sayhan", 13.6, 44.1, "village", "YE.25", "صيحان", people=900, reach=2),
    row("sayhan-iq", "Sayhan", 31.0, 47.0, "village", "IQ.02", "صيحان", people=900, reach=2),
    row("karrada", "Karrada", 36.34, 43.14, "neighbourhood", "IQ.15", "الكرادة", reach=1.5),
    row("khirba", "Khirbat Shams", 36.4, 43.0, "village", "IQ.15", people=800, reach=2),
    row("iraq-town", "Iraq", 34.1, 49.7, "town", "IR.34", people=20_000),
]
