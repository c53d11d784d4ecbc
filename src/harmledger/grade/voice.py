"""Voice: whose word a claim is, as far as that can be told."""

from harmledger.grade.dossier import Dossier
from harmledger.grade.name import words_of
from harmledger.model import Claim, SourceKind

# "Residents" twice are two groups of residents as often as one.
ANYBODY = frozenset({SourceKind.WITNESS, SourceKind.UNNAMED})
Voice = tuple[str, ...]


def voice(claim: Claim, dossier: Dossier) -> Voice | None:
    """The source that a claim names, else its publisher; None where it could be anybody."""
    report = dossier.reports.get(claim.report_id)
    publisher = words_of(report.publisher if report is not None else None)
    if claim.source is None:
        return ("publisher", *publisher) if publisher else None
    if claim.source.kind in ANYBODY:
        return None
    name = words_of(claim.source.organisation or claim.source.name)
    # "A doctor" of one paper is not the doctor of another.
    where = publisher if claim.source.kind is SourceKind.MEDICAL else ()
    return ("source", *name, *where) if name else None
