"""Incidents and a scheme -> graded incidents with ranges and reasons, and totals over them."""

from harmledger.grade.door import grade
from harmledger.grade.dossier import Dossier, dossier, dossiers
from harmledger.grade.scheme import Scheme, load_scheme, scheme_names
from harmledger.grade.totals import Total, totals

__all__ = [
    "Dossier",
    "Scheme",
    "Total",
    "dossier",
    "dossiers",
    "grade",
    "load_scheme",
    "scheme_names",
    "totals",
]
