"""claims.csv: one row a claim, with its report's publisher, day and address."""

from harmledger.model import Actor, Claim, Count, Report, Source, When
from harmledger.publish.protect import policy_for, protect_claim
from harmledger.publish.release import Release
from harmledger.publish.sheet import Sheet
from harmledger.publish.spreadsheet import PLACE, Columns, part, spreadsheet, text

# A claim under its id, which is made of what may be withheld; None where the claim's report is not
# in the release.
Told = tuple[str, Claim, Report | None]

REPORT: Columns[Report] = {
    "publisher": lambda report: report.publisher,
    "published": lambda report: text(report.published),
    "url": lambda report: report.url,
}
COUNT: Columns[Count] = {
    "low": lambda count: count.low,
    "high": lambda count: count.high,
    "bound": lambda count: count.bound.value,
    "words": lambda count: count.words,
}
SOURCE: Columns[Source] = {
    "source_name": lambda source: source.name,
    "source_role": lambda source: source.role,
    "source_organisation": lambda source: source.organisation,
    "source_kind": lambda source: text(source.kind),
}
PERPETRATOR: Columns[Actor] = {
    "perpetrator": lambda actor: actor.name,
    "perpetrator_held": lambda actor: actor.held.value,
}
TIME: Columns[When] = {
    "start": lambda time: text(time.start),
    "end": lambda time: text(time.end),
    "time_precision": lambda time: time.precision.value,
}


def claims(release: Release) -> Sheet:
    """By claim_id, background claims included."""
    policy = policy_for(whole=release.whole)
    reports = {report.report_id: report for report in release.reports}
    found = {one.claim_id: one for reading in release.readings for one in reading.claims}
    told = (
        (claim_id, protect_claim(found[claim_id], policy), reports.get(found[claim_id].report_id))
        for claim_id in sorted(found)
    )
    return spreadsheet(told, COLUMNS, policy)


CLAIM: Columns[Claim] = {
    "measure": lambda claim: claim.measure.value,
    "status": lambda claim: claim.group.status.value,
    "people": lambda claim: claim.group.people.value,
    "role": lambda claim: claim.group.role,
    "unit": lambda claim: text(claim.group.unit),
    "part_of": lambda claim: claim.group.part_of,
    **part(lambda claim: claim.count, COUNT),
    "scope": lambda claim: claim.scope.kind.value,
    "per": lambda claim: claim.scope.per,
    "polarity": lambda claim: claim.polarity.value,
    "certainty": lambda claim: claim.certainty.value,
    "hedge": lambda claim: claim.hedge,
    **part(lambda claim: claim.source, SOURCE),
    **part(lambda claim: claim.means, {"means": lambda means: means.code}),
    **part(lambda claim: claim.perpetrator, PERPETRATOR),
    **part(lambda claim: claim.place, PLACE),
    **part(lambda claim: claim.time, TIME),
    "evidence_start": lambda claim: claim.evidence.start,
    "evidence_end": lambda claim: claim.evidence.end,
    "evidence_lang": lambda claim: claim.evidence.lang,
    "quote": lambda claim: claim.evidence.quote,
    "rule": lambda claim: claim.rule,
    "confidence": lambda claim: claim.confidence,
}
COLUMNS: Columns[Told] = {
    "claim_id": lambda told: told[0],
    "report_id": lambda told: told[1].report_id,
    **part(lambda told: told[2], REPORT),
    **part(lambda told: told[1], CLAIM),
}
