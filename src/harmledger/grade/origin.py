"""Origin: whose count an account carries, where it passes another's on."""

from harmledger.grade.dossier import Dossier
from harmledger.model import Account, Incident, report_of


def origin(account: Account, incident: Incident, dossier: Dossier) -> str:
    """The publisher at the root of the account's relays; its report where that has none.

    An account that relays nothing is its own root.
    """
    of = {relay.account: relay.of for relay in incident.relays}
    here, seen = account.account_id, {account.account_id}
    while (above := of.get(here)) is not None and above not in seen:
        seen.add(above)
        here = above
    report_id = report_of(here)
    return dossier.publisher(report_id) or report_id
