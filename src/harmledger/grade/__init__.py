"""Incidents and a scheme -> graded incidents with ranges and reasons, and totals over them."""

from harmledger.grade.concession import Concession, concessions
from harmledger.grade.door import grade
from harmledger.grade.dossier import Dossier, dossier, dossiers
from harmledger.grade.override import figure_of, overridden, subject_of
from harmledger.grade.scheme import Scheme, load_scheme, read_scheme, scheme_names
from harmledger.grade.totals import BY, HEADLINE, Total, adding, part_of, totals

__all__ = [
    "BY",
    "HEADLINE",
    "Concession",
    "Dossier",
    "Scheme",
    "Total",
    "adding",
    "concessions",
    "dossier",
    "dossiers",
    "figure_of",
    "grade",
    "load_scheme",
    "overridden",
    "part_of",
    "read_scheme",
    "scheme_names",
    "subject_of",
    "totals",
]
