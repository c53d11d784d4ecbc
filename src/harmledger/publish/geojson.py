"""incidents.geojson: what is located, as RFC 7946 asks; what is not, said as a number."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from harmledger.model import Figure, Incident
from harmledger.publish.protect import policy_for, protect_incident
from harmledger.publish.release import Release
from harmledger.publish.sheet import Sheet


def incidents(release: Release) -> Sheet:
    """One feature a located incident, by incident_id.

    The foreign member `unlocated` counts the others and names them by their codes, so that no
    reader takes the map for the whole.
    """
    policy = policy_for(whole=release.whole)
    ordered = sorted(release.incidents, key=lambda one: one.incident_id)
    there = [one for one in ordered if located(one)]
    elsewhere = [one.code for one in ordered if not located(one)]
    unlocated = _json({"count": len(elsewhere), "codes": elsewhere})
    return Sheet(
        _features([protect_incident(one, policy) for one in there]),
        head='{"type": "FeatureCollection", "features": [\n',
        between=",\n",
        tail=f'\n], "unlocated": {unlocated}}}\n',
    )


def located(incident: Incident) -> bool:
    """The incident's place has coordinates."""
    place = incident.place
    return place is not None and place.lat is not None and place.lon is not None


def feature(incident: Incident) -> dict[str, Any]:
    """One located incident; coordinates are longitude, then latitude."""
    place = incident.place
    return {
        "type": "Feature",
        "id": incident.incident_id,
        "geometry": {
            "type": "Point",
            "coordinates": [place.lon, place.lat] if place else [],
        },
        "properties": {
            "code": incident.code,
            "former_codes": list(incident.former_codes),
            "start": incident.start and incident.start.isoformat(),
            "end": incident.end and incident.end.isoformat(),
            "place": place and (place.name or place.words),
            "place_precision": place and place.precision.value,
            "means": list(incident.means),
            "perpetrators": list(incident.perpetrators),
            "grade": incident.grade,
            "independent_sources": incident.independent_sources,
            "reports": len(incident.reports),
            "figures": [_figure(one) for one in incident.figures],
        },
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "measure": figure.measure.value,
        "group": figure.group,
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
    }


def _features(found: Sequence[Incident]) -> Iterator[str]:
    return (_json(feature(one)) for one in found)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
