"""The codes that code branches on and the codes that people read are the same."""

from enum import StrEnum

import pytest

from harmledger.model import codes
from harmledger.model.judgement import Verdict
from harmledger.vocab.load import document, entries

KNOWS = frozenset(
    {
        "examples",
        "adds",
        "kind",
        "broader",
        "generic",
        "ucdp_where_prec",
        "acled_geo_precision",
        "ucdp_date_prec",
        "acled_time_precision",
        "radius_km",
    }
)
# file, enumeration
CLOSED: list[tuple[str, type[StrEnum]]] = [
    ("measures", codes.Measure),
    ("statuses", codes.Status),
    ("people", codes.People),
    ("units", codes.Unit),
    ("bounds", codes.Bound),
    ("scopes", codes.ScopeKind),
    ("polarity", codes.Polarity),
    ("certainty", codes.Certainty),
    ("source_kinds", codes.SourceKind),
    ("held", codes.Held),
    ("place_precisions", codes.PlacePrecision),
    ("time_precisions", codes.TimePrecision),
    ("verdicts", Verdict),
]
OPEN = ["means", "roles", "grades"]


def test_every_enumeration_has_a_file():
    told = {kind for _, kind in CLOSED}
    assert {kind for kind in vars(codes).values() if _closed(kind)} <= told


@pytest.mark.parametrize(("name", "kind"), CLOSED, ids=[name for name, _ in CLOSED])
def test_file_and_enumeration_agree_in_order(name, kind):
    found = [entry.id for entry in entries(f"codes/{name}.yml", knows=KNOWS, needs=frozenset())]
    assert found == [member.value for member in kind]


@pytest.mark.parametrize("name", [*(name for name, _ in CLOSED), *OPEN])
def test_every_code_is_defined_and_sourced(name):
    needs = frozenset({"source"})
    for entry in entries(f"codes/{name}.yml", knows=KNOWS, needs=needs):
        assert entry.says.endswith(".")
        assert len(entry.body["source"]) > 0


def test_broader_means_are_means_and_lead_in_no_circle():
    found = entries("codes/means.yml", knows=KNOWS, needs=frozenset())
    broader = {entry.id: entry.body.get("broader") for entry in found}
    for code in broader:
        walk = [code]
        while (above := broader[walk[-1]]) is not None:
            assert above not in walk
            walk.append(above)


def test_precisions_map_onto_the_scales_of_ucdp_and_acled():
    scales = {"ucdp_where_prec": 7, "acled_geo_precision": 3}
    scales |= {"ucdp_date_prec": 5, "acled_time_precision": 3}
    for name in ("place_precisions", "time_precisions"):
        reached = {
            f"{scale} {value}"
            for entry in entries(f"codes/{name}.yml", knows=KNOWS, needs=frozenset())
            for scale in scales
            if (value := entry.body.get(scale)) is not None
        }
        unmapped = {row["code"] for row in document(f"codes/{name}.yml")["unmapped"]}
        used = {code.split()[0] for code in reached}
        whole = {f"{scale} {n}" for scale in used for n in range(1, scales[scale] + 1)}
        assert reached | unmapped == whole
        assert not reached & unmapped


def test_coarser_places_reach_further():
    found = entries("codes/place_precisions.yml", knows=KNOWS, needs=frozenset())
    radii = [entry.body["radius_km"] for entry in found if entry.body["radius_km"] is not None]
    assert radii == sorted(radii)


def _closed(kind):
    return isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
