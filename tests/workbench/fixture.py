"""An invented ledger: three incidents, English and Arabic reports, and a hostile one."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from harmledger.ledger import Ledger
from harmledger.model import (
    Certainty,
    Claim,
    Count,
    Evidence,
    Incident,
    Link,
    Measure,
    Place,
    Polarity,
    Reading,
    Reason,
    Relay,
    Report,
    Scope,
    ScopeKind,
    SetAside,
    Source,
    SourceKind,
    Status,
    When,
)
from harmledger.model.codec import dump
from tests import make

MARKET = """MOSUL - An airstrike tore through a vegetable market on the west bank on Tuesday.

Residents said at least 12 civilians were killed and 30 to 40 people were injured. "We pulled \
three children out of the rubble," said Umm Yasin, who sells bread there.

A hospital doctor counted 18 dead by nightfall. The air command denied that 12 civilians had \
died. About 600 people left the quarter."""
SOUQ = """قال الدفاع المدني إن غارة جوية استهدفت سوق الخضار في الجانب الأيمن صباح الثلاثاء.

وأضاف أن 27 مدنياً قتلوا بينهم 5 أطفال وأصيب 44 آخرون. وقال شاهد عيان إن \
مئات القتلى ما زالوا تحت الأنقاض."""
COUNTED = """Our researchers put the toll of the 14 March market strike at between 15 and 31 \
people killed. Up to 50 were hurt."""
HOSTILE = """<script>document.title='owned'</script> Four <b onmouseover=alert(1)>people</b> were \
killed \u202eyltneconni\u202c, said "><img src=x onerror=alert(1)>. Nobody was hurt."""
KHERSON = Place("Kherson", "Kherson", "own:kherson", 46.64, 32.61, score=0.9, country="UA")


def report(report_id: str, lang: str, publisher: str, title: str | None, text: str) -> Report:
    """A report published on the day after the strike."""
    return make.report(
        text,
        report_id=report_id,
        sha256=sha256(text.encode()).hexdigest(),
        lang=lang,
        publisher=publisher,
        title=title,
        published=date(2017, 3, 15),
        url=f"https://example.org/{report_id}",
    )


REPORTS = {
    each.report_id: each
    for each in (
        report("wire/2017:114", "en", "Tigris Wire", "Market strike kills at least 12", MARKET),
        report("furat-88", "ar", "وكالة الفرات", "غارة على سوق الخضار في الموصل", SOUQ),
        report("counted-7", "en", "Count of Harm", "Toll of the market strike", COUNTED),
        replace(
            report("<i>r4</i>", "en", "<u>Nobody</u>", "\u202eeltit</title><script>", HOSTILE),
            url="javascript:alert(1)",
        ),
        report("quiet-1", "en", "Tigris Wire", None, "The bridge opened again on Friday."),
    )
}


def claim(report_id: str, quote: str, low: int | None, high: int | None, **other: Any) -> Claim:
    """A claim whose evidence is where its quote stands in its report."""
    found = REPORTS[report_id]
    at = found.text.index(quote)
    evidence = Evidence(at, at + len(quote), quote, found.lang)
    return make.claim(low, high, report_id=report_id, evidence=evidence, **other)


def said(name: str, kind: SourceKind, **other: Any) -> Source:
    return replace(make.source(name, kind), **other)


WIRE, FURAT, COUNT, BAD, _ = REPORTS
RESIDENTS = said("residents", SourceKind.WITNESS)
RESCUERS = said("الدفاع المدني", SourceKind.CIVIL_DEFENCE)
COMMAND = said("the air command", SourceKind.MILITARY, organisation="the Coalition")
CLAIMS = {
    WIRE: (
        claim(
            WIRE,
            "at least 12 civilians were killed",
            12,
            None,
            source=RESIDENTS,
            place=make.place("Mosul", words="a vegetable market on the west bank"),
            time=When("Tuesday", make.DAY, make.DAY, "day"),  # type: ignore[arg-type]
        ),
        claim(
            WIRE,
            "30 to 40 people were injured",
            30,
            40,
            measure=Measure.INJURED,
            status=Status.UNKNOWN,
            source=RESIDENTS,
        ),
        claim(
            WIRE,
            "counted 18 dead",
            18,
            18,
            status=Status.UNKNOWN,
            source=said("a hospital doctor", SourceKind.MEDICAL),
        ),
        claim(
            WIRE,
            "denied that 12 civilians had died",
            12,
            12,
            source=COMMAND,
            polarity=Polarity.DENIED,
        ),
        claim(
            WIRE,
            "About 600 people left the quarter",
            600,
            600,
            measure=Measure.DISPLACED,
            status=Status.UNKNOWN,
            source=None,
            certainty=Certainty.ESTIMATED,
            hedge="About",
        ),
    ),
    FURAT: (
        claim(FURAT, "27 مدنياً قتلوا", 27, 27, source=RESCUERS),
        claim(FURAT, "27 مدنياً قتلوا بينهم 5 أطفال", 5, 5, source=RESCUERS, people="children"),
        claim(
            FURAT,
            "أصيب 44 آخرون",
            44,
            44,
            measure=Measure.INJURED,
            status=Status.UNKNOWN,
            source=RESCUERS,
        ),
        claim(
            FURAT,
            "مئات القتلى",
            None,
            None,
            status=Status.UNKNOWN,
            source=said("شاهد عيان", SourceKind.WITNESS),
            count=Count(200, None, "vague", "مئات"),  # type: ignore[arg-type]
            scope=Scope(ScopeKind.CUMULATIVE),
        ),
    ),
    COUNT: (
        claim(COUNT, "between 15 and 31 people killed", 15, 31, source=None),
        claim(COUNT, "Up to 50 were hurt", None, 50, measure=Measure.INJURED, source=None),
    ),
    BAD: (
        claim(
            BAD,
            "Four <b onmouseover=alert(1)>people</b> were killed",
            4,
            4,
            source=said('"><img src=x onerror=alert(1)>', SourceKind.UNNAMED),
        ),
    ),
}


def ids(*reports: str, measure: Measure | None = None) -> tuple[str, ...]:
    """The ids of the claims of some reports."""
    return tuple(
        sorted(
            each.claim_id
            for report_id in reports
            for each in CLAIMS[report_id]
            if measure in {None, each.measure}
        )
    )


STRIKE = make.incident(
    make.figure(12, 31, claims=ids(WIRE, COUNT), low_claims=(CLAIMS[WIRE][0].claim_id,)),
    make.figure(5, 5, group="children"),
    make.figure(30, 50, measure=Measure.INJURED),
    make.figure(600, 600, measure=Measure.DISPLACED),
    incident_id="aa11",
    code="2017-03-14-mosul-aa11",
    claims=ids(WIRE, FURAT, COUNT),
    reports=(WIRE, FURAT, COUNT),
    accounts=(f"{WIRE}:c1", f"{FURAT}:c2", f"{COUNT}:c3"),
    perpetrators=("the Coalition",),
    grade="fair",
    grade_reasons=("Two sources that stand on their own tell of it.", "An air raid is likely."),
    independent_sources=2,
    relays=(Relay(f"{FURAT}:c2", f"{COUNT}:c3", "both give الدفاع المدني's 27 killed"),),
    links=(
        Link(
            f"{FURAT}:c2",
            f"{WIRE}:c1",
            9.5,
            (
                Reason("same_day", 5.0, "Both tell of 14 March 2017."),
                Reason("place", 6.0, "Both tell of a market in Mosul."),
                Reason("counts", -1.5, "27 killed against at least 12."),
            ),
        ),
    ),
)
SHOT = make.incident(
    make.figure(4, 4, claims=ids(BAD)),
    incident_id="bb22",
    code="2022-11-02-kherson-bb22",
    claims=ids(BAD),
    reports=(BAD, "gone-1"),
    accounts=(f"{BAD}:c4", "gone-1:"),
    start=date(2022, 11, 2),
    end=date(2022, 11, 3),
    place=KHERSON,
    means=("small_arms",),
    grade="weak",
    grade_reasons=("One source alone tells of it.",),
)
UNPLACED = make.incident(
    make.figure(None, None),
    incident_id="cc33",
    code="undated-cc33",
    reports=("quiet-1",),
    start=None,
    end=None,
    place=None,
    means=(),
    grade="contested",
)
INCIDENTS = (STRIKE, SHOT, UNPLACED)
APART = (
    SetAside("scan.pdf", "ingest", "encrypted", "scan.pdf: needs a password; give a copy without"),
    SetAside("quiet-1", "extract", "no_claim", "quiet-1: <b>no</b> count of harm was found"),
    SetAside("feed.xml:3", "ingest", "no_text", "feed.xml:3: an entry without text"),
)


def fill(ledger: Ledger, *, incidents: tuple[Incident, ...] = INCIDENTS) -> None:
    """Write the invented reports, readings, incidents and set-asides."""
    for each in REPORTS.values():
        ledger.archive.keep(each.text.encode())
    ledger.append(("report", key, dump(each)) for key, each in REPORTS.items())
    ledger.append(
        ("reading", key, dump(Reading(key, claims, (), "v0"))) for key, claims in CLAIMS.items()
    )
    ledger.append(("incident", each.incident_id, dump(each)) for each in incidents)
    ledger.append(("set_aside", f"{each.stage}:{each.item}", dump(each)) for each in APART)
    ledger.append([("run", "2026-03-01", {"scheme": "airwars", "vocabulary": "abc123"})])
