"""An incident and its dossier from accounts, each of its own report and publisher."""

from dataclasses import replace

from harmledger.grade import Dossier, dossier
from harmledger.model import Account, Claim, Figure, Incident
from tests.make import account, incident, reading, report


def tells(*claims: Claim, figures: tuple[Figure, ...] | None = None, **other) -> tuple:
    """One report's claims; its figures are one for each claim unless given."""
    return claims, figures, other


def case(*told: tuple, **of_incident) -> tuple[Incident, Dossier]:
    """The incident that the reports tell of, published by A, B, C and so on."""
    rows, accounts = [], []
    for number, (claims, figures, other) in enumerate(told):
        ours = [replace(one, report_id=f"r{number}") for one in claims]
        made = _account(f"r{number}", ours, figures, other)
        accounts.append(made)
        who = report(report_id=f"r{number}", publisher="ABCDEFGH"[number])
        rows.append((who, reading(made, claims=tuple(ours), report_id=f"r{number}")))
    blamed = sorted({name for one in accounts for name in one.perpetrators})
    made = incident(
        accounts=tuple(sorted(one.account_id for one in accounts)),
        reports=tuple(f"r{number}" for number in range(len(told))),
        claims=tuple(sorted(one for row in accounts for one in row.claims)),
        perpetrators=tuple(blamed),
        means=tuple(sorted({weapon.code for one in accounts for weapon in one.means})),
        independent_sources=len(told),
    )
    made = replace(made, **of_incident)
    return made, dossier(made, rows)


def _account(report_id, claims, figures, other) -> Account:
    drawn = figures if figures is not None else tuple(_figure(one) for one in claims)
    blamed = tuple(one.perpetrator.name for one in claims if one.perpetrator)
    given = {"report_id": report_id, "claims": tuple(one.claim_id for one in claims)}
    return account(*drawn, **({"perpetrators": blamed} | given | other))


def _figure(claim: Claim) -> Figure:
    people, status = claim.group.people.value, claim.group.status.value
    group = people if people != "all" else "all" if status == "unknown" else status
    count = claim.count
    return Figure(claim.measure, group, count.low, count.high, (claim.claim_id,))
