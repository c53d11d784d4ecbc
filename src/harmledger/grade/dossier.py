"""Dossier: what the accounts of one incident say, with the claims and reports behind them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from harmledger.model import Account, Claim, Incident, Reading, Report

Told = tuple[Report, Reading]
UNNAMED = "an unnamed publisher"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What grading an incident rests on.

    Attributes:
        accounts: In the order of their ids.
        claims: The accounts' claims, by id, accounts in order and claims as in the text.
        reports: By id.
        aside: What the same reports claim besides, of this incident or of others.
    """

    accounts: tuple[Account, ...]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    aside: tuple[Claim, ...] = ()

    def publisher(self, report_id: str) -> str | None:
        """Who carries a report; None where that is not known."""
        report = self.reports.get(report_id)
        return None if report is None else report.publisher

    def teller(self, report_id: str) -> str:
        """Who carries a report, in words."""
        return self.publisher(report_id) or UNNAMED


def dossiers(incidents: Sequence[Incident], told: Sequence[Told]) -> Iterator[Dossier]:
    """Gather the dossier of each incident, in the order of the incidents."""
    by_report = {report.report_id: (report, reading) for report, reading in told}
    for incident in incidents:
        ours = [by_report[report_id] for report_id in incident.reports if report_id in by_report]
        yield dossier(incident, ours)


def dossier(incident: Incident, told: Sequence[Told]) -> Dossier:
    """Gather what the incident's accounts say; what else the reports tell stays out."""
    wanted = set(incident.accounts)
    accounts = {
        one.account_id: one
        for _, reading in told
        for one in reading.accounts
        if one.account_id in wanted
    }
    claims = {one.claim_id: one for _, reading in told for one in reading.claims}
    ordered = tuple(accounts[account_id] for account_id in sorted(accounts))
    ours = {claim_id for account in ordered for claim_id in account.claims}
    return Dossier(
        accounts=ordered,
        claims={
            claim_id: claims[claim_id]
            for account in ordered
            for claim_id in account.claims
            if claim_id in claims
        },
        reports={report.report_id: report for report, _ in told},
        aside=tuple(claim for claim in claims.values() if claim.claim_id not in ours),
    )
