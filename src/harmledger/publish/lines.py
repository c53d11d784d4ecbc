"""The JSON Lines files of MODEL.md: ids first, sorted by id.

Of the working record they hold everything that is known; of a release they withhold what every
other file of it does.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from harmledger.model import (
    HOUSEHOLDS,
    Account,
    Change,
    Claim,
    Figure,
    Incident,
    Reading,
    Report,
    ScopeKind,
    Unit,
)
from harmledger.model.codec import dump
from harmledger.publish.protect import (
    NOTHING,
    Policy,
    policy_for,
    protect_account,
    protect_claim,
    protect_incident,
    protect_place,
    protect_report,
    protect_set_aside,
    protect_tombstone,
)
from harmledger.publish.release import Release
from harmledger.publish.sheet import Sheet

Row = dict[str, Any]
WHOLE = ("all", HOUSEHOLDS)
BOUNDED = frozenset({ScopeKind.PERIOD, ScopeKind.CUMULATIVE})


def reports(release: Release) -> Sheet:
    """One row a report, read or not, by report_id."""
    policy = _policy(release)
    readings = {one.report_id: _protected(one, policy) for one in release.readings}
    ordered = sorted(release.reports, key=lambda one: (one.report_id, one.sha256))
    return _sheet(
        report_row(protect_report(one, policy), readings.get(one.report_id)) for one in ordered
    )


def claims(release: Release) -> Sheet:
    """One row a claim, background claims included, by claim_id."""
    found = {one.claim_id: one for reading in release.readings for one in reading.claims}
    policy = _policy(release)
    # The id is made of what may be withheld: it stays what incidents know it by.
    return _sheet(
        claim_row(protect_claim(found[claim_id], policy)) | {"claim_id": claim_id}
        for claim_id in sorted(found)
    )


def incidents(release: Release) -> Sheet:
    """One row an incident, by incident_id."""
    policy = _policy(release)
    ordered = _by_id(release.incidents)
    return _sheet(incident_row(protect_incident(one, policy)) for one in ordered)


def tombstones(release: Release) -> Sheet:
    """One row for each code that is gone or was parted, by code."""
    policy = _policy(release)
    found = [protect_tombstone(one, policy) for one in release.tombstones if one.leads_on]
    return _sheet(map(dump, sorted(found, key=lambda one: one.code)))


def set_aside(release: Release) -> Sheet:
    """One row for everything set aside, by item, stage, reason."""
    ordered = sorted(
        release.set_aside, key=lambda one: (one.item, one.stage, one.reason, one.detail)
    )
    policy = _policy(release)
    return _sheet(dump(protect_set_aside(one, policy)) for one in ordered)


def report_row(report: Report, reading: Reading | None) -> Row:
    """The report without its text, with what its main incident's account tells.

    A report that counts no harm still has the place and days of what it tells.
    """
    main = reading.accounts[0] if reading is not None and reading.accounts else None
    return {
        "report_id": report.report_id,
        "sha256": report.sha256,
        "lang": report.lang,
        "title": report.title,
        "publisher": report.publisher,
        "published": dump(report.published),
        "url": report.url,
        **_account_cells(main, reading),
    }


def claim_row(claim: Claim) -> Row:
    """One claim; `scope` has the time's ends where the count runs over a stretch of time."""
    bounded = claim.scope.kind in BOUNDED and claim.time is not None
    return {
        "claim_id": claim.claim_id,
        "report_id": claim.report_id,
        "measure": dump(claim.measure),
        "group": dump(claim.group),
        "count": dump(claim.count),
        "scope": {
            "kind": dump(claim.scope.kind),
            "per": claim.scope.per,
            "start": dump(claim.time.start) if bounded and claim.time else None,
            "end": dump(claim.time.end) if bounded and claim.time else None,
        },
        "polarity": dump(claim.polarity),
        "certainty": dump(claim.certainty),
        "hedge": claim.hedge,
        "source": dump(claim.source),
        "means": dump(claim.means),
        "perpetrator": dump(claim.perpetrator),
        "target": dump(claim.target),
        "change": None if claim.change is None else _change_row(claim.change),
        "place": dump(claim.place),
        "time": dump(claim.time),
        "evidence": dump(claim.evidence),
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def incident_row(incident: Incident) -> Row:
    """One incident with its links and the claims at each end of its figures."""
    return dict(dump(incident))


def figure_rows(figures: Sequence[Figure], claims: Sequence[Claim]) -> list[Row]:
    """A report's figures; which claim sets which end matters only for an incident's.

    Households are all that were counted, in their own unit. Of people and their households the
    one told first comes first.
    """
    order = {claim.claim_id: at for at, claim in enumerate(claims)}
    measures = list(dict.fromkeys(one.measure for one in figures))

    def place(figure: Figure) -> tuple[int, int]:
        first = min((order.get(one, 0) for one in figure.claims), default=0)
        return measures.index(figure.measure), first if figure.group in WHOLE else len(order)

    units = {claim.claim_id: claim.group.unit for claim in claims}
    return [_figure_row(one, units) for one in sorted(figures, key=place)]


def _figure_row(figure: Figure, units: Mapping[str, Unit | None]) -> Row:
    homes = figure.group == HOUSEHOLDS
    # Attacks are counted in no unit; "all" of a count of households is as many people at least.
    # Of a claim that is not at hand the unit is not known.
    people = any(units.get(one) for one in figure.claims)
    unit = Unit.HOUSEHOLDS if homes else Unit.PEOPLE if people else None
    return {
        "measure": dump(figure.measure),
        "group": "all" if homes else figure.group,
        "unit": dump(unit),
        "low": figure.low,
        "high": figure.high,
        "claims": list(figure.claims),
    }


def _account_cells(account: Account | None, reading: Reading | None) -> Row:
    if account is None:
        time = reading.time if reading is not None else None
        return {
            "place": dump(reading.place) if reading is not None else None,
            "start": dump(time.start) if time is not None else None,
            "end": dump(time.end) if time is not None else None,
            "means": None,
            "figures": [],
        }
    return {
        "place": dump(account.place),
        "start": dump(account.start),
        "end": dump(account.end),
        "means": list(dict.fromkeys(weapon.code for weapon in account.means)) or None,
        "figures": figure_rows(account.figures, reading.claims if reading is not None else ()),
    }


def _change_row(change: Change) -> Row:
    return {
        "kind": change.kind,
        "by": change.by,
        "from": change.taken_from,
        "share": {"low": change.share_low, "high": change.share_high},
    }


def _policy(release: Release) -> Policy:
    return NOTHING if release.record else policy_for(whole=release.whole)


def _protected(reading: Reading, policy: Policy) -> Reading:
    accounts = tuple(protect_account(one, policy) for one in reading.accounts)
    return replace(reading, accounts=accounts, place=protect_place(reading.place, policy))


def _by_id(found: Iterable[Incident]) -> list[Incident]:
    return sorted(found, key=lambda one: one.incident_id)


def _sheet(rows: Iterable[Row]) -> Sheet:
    return Sheet(_lines(rows))


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n"
