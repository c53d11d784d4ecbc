"""A release of a few reports, one of them in Arabic and one that was not read."""

from dataclasses import replace
from datetime import date
from typing import Any

from harmledger.model import (
    Actor,
    Held,
    Measure,
    Place,
    PlacePrecision,
    Range,
    Scope,
    ScopeKind,
    SetAside,
    SourceKind,
    TimePrecision,
    Weapon,
    When,
)
from harmledger.publish import Release, TotalRow
from tests.make import DAY, account, claim, figure, incident, place, reading, report, source

HOUSE = place("Umm Salma's house", lat=36.3456789, lon=43.1298765, precision=PlacePrecision.EXACT)
STRIKE = claim(
    at=0,
    means=Weapon("airstrike", "strike"),
    place=HOUSE,
    source=source("Umm Salma", SourceKind.WITNESS),
    time=When("on Tuesday", DAY, DAY, TimePrecision.DAY),
)
SINCE = claim(
    900,
    at=50,
    scope=Scope(ScopeKind.CUMULATIVE),
    time=When("since October", date(2016, 10, 17), DAY, TimePrecision.SEASON),
    source=source("=1+1", SourceKind.NGO),
    perpetrator=Actor("the army", "the army", Held.SUSPECTED),
)
TOLD = account(
    figure(12, claims=(STRIKE.claim_id,)),
    claims=(STRIKE.claim_id,),
    place=HOUSE,
    means=(Weapon("airstrike", "strike"), Weapon("airstrike", "bombed")),
)
LOCATED = incident(
    replace(figure(10, 12), low_claims=("c1",), high_claims=("c2",)),
    figure(3, measure=Measure.INJURED, group="children"),
    place=HOUSE,
    grade="weak",
    grade_reasons=("One independent source, carried by Tigris Wire.",),
)
ELSEWHERE = incident(
    incident_id="0a00000000000000",
    code="unknown-the-old-mill-0a00",
    place=Place("the old mill"),
    grade="fair",
    perpetrators=("@army",),
)


TOTAL = TotalRow(
    by="month",
    row="2017-03",
    part="headline",
    measure=Measure.KILLED,
    group="all",
    low=10,
    best=None,
    high=12,
    incidents=3,
    uncounted=1,
    conceded=Range(0, 4),
    conceding=1,
)


def release(**other: Any) -> Release:
    """A working record: three reports, two claims, two incidents, one thing set aside."""
    made = Release(
        reports=(
            report(),
            report("قتل ثلاثة مدنيين", report_id="r3", lang="ar", publisher="وكالة النهر"),
            report(report_id="r2", published=None),
        ),
        readings=(reading(TOLD, claims=(STRIKE, SINCE)),),
        incidents=(LOCATED, ELSEWHERE),
        set_aside=(SetAside("r2", "extract", "no_claim", "no claim in r2"),),
        scheme="airwars",
        scheme_version="1",
        vocabulary="0123456789ab",
        totals=(TOTAL,),
        record=True,
    )
    return replace(made, **other)
