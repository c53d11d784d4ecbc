"""The forms an incident has had in the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from harmledger.ledger import Entry
from harmledger.model import Figure, Incident
from harmledger.model.codec import load


@dataclass(frozen=True, slots=True)
class Then:
    """The incident as one entry has it.

    Attributes:
        incident: Without its links; None where the entry says that it is gone.
        because: Why it is gone, or None.
    """

    seq: int
    at: datetime
    incident: Incident | None
    because: str | None

    @property
    def headline(self) -> list[Figure]:
        """Its figures of all people."""
        figures = () if self.incident is None else self.incident.figures
        return [figure for figure in figures if figure.group == "all"]


def past(entries: Iterable[Entry]) -> list[Then]:
    """The newest first; empty where it has had one form alone.

    Weights of links shift a little with every report: that is no other form.
    """
    forms: list[Then] = []
    for entry in entries:
        found = None if entry.payload is None else load(Incident, entry.payload)
        then = found and replace(found, links=())
        if not forms or forms[-1].incident != then:
            forms.append(Then(entry.seq, entry.at, then, entry.because))
    return forms[::-1] if len(forms) > 1 else []
