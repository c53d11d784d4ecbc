"""Counts that the scheme leaves out of an incident's range, each with a sentence that says why."""

from collections.abc import Iterator, Set

from harmledger.grade.dossier import Dossier
from harmledger.grade.replaced import replaced
from harmledger.grade.rules import Rules, Worth, counts_somebody, own_word, worth
from harmledger.model import Claim, Incident, Measure, ScopeKind, Unit


def left_out(incident: Incident, dossier: Dossier, rules: Rules) -> Iterator[str]:
    """A sentence for each count of this incident that sets no end by a choice of the scheme.

    What never is a count of one incident (a denial, a running total, a rate) is not told here: its
    claim says so itself.
    """
    gone = replaced(incident, dossier, rules)
    counted = {
        claim.measure
        for claim in dossier.claims.values()
        if worth(claim, incident.perpetrators, rules) is Worth.COUNTS and claim.claim_id not in gone
    }
    for claim in dossier.claims.values():
        if claim.claim_id in gone:
            new = dossier.claims[gone[claim.claim_id]]
            yield f"Left out: {_told(claim, dossier)}; replaced by {_told(new, dossier)}."
        elif (why := _why(claim, incident, rules, counted)) is not None:
            yield f"Left out: {_told(claim, dossier)}; {why}."


def _why(claim: Claim, incident: Incident, rules: Rules, counted: Set[Measure]) -> str | None:
    """Why a count of one incident sets no end; None where it may."""
    mine = claim.scope.kind is ScopeKind.INCIDENT and claim.group.unit is not Unit.HOUSEHOLDS
    if not mine or claim.count is None or claim.polarity == "denied":
        return None
    good = worth(claim, incident.perpetrators, rules)
    if good is Worth.ALONE and claim.measure in counted:
        return "who says so counts only where nobody else does"
    if good is not Worth.NEVER:
        return None
    if rules.own_word != "all" and own_word(claim, incident.perpetrators):
        conceding = ", and concedes nothing" if counts_somebody(claim) else ""
        return f"a perpetrator's word about itself{conceding}"
    return "the scheme takes no count of this kind of source"


def _told(claim: Claim, dossier: Dossier) -> str:
    source = f"{claim.source.name} in " if claim.source else ""
    report = dossier.reports.get(claim.report_id)
    day = f", {report.published}" if report is not None and report.published else ""
    count = claim.count.range if claim.count else ""
    measure = claim.measure.replace("_", " ")
    return f"{count} {measure} ({source}{dossier.teller(claim.report_id)}{day})"
