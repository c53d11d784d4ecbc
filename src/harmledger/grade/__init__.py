"""Incidents and a scheme -> graded incidents with ranges and reasons, and totals over them."""

from harmledger.grade.concession import Concession, concessions
from harmledger.grade.door import grade
from harmledger.grade.dossier import Dossier, dossier, dossiers
from harmledger.grade.override import figure_of, overridden, subject_of
from harmledger.grade.ranges import GROUPS
from harmledger.grade.reconcile import Daily, Parting, daily, reconcile
from harmledger.grade.running import Point
from harmledger.grade.scheme import HEADLINE, Scheme, load_scheme, read_scheme, scheme_names
from harmledger.grade.series import Phase, Series, Step, series
from harmledger.grade.totals import BY, Total, adding, part_of, totals

__all__ = [
    "BY",
    "GROUPS",
    "HEADLINE",
    "Concession",
    "Daily",
    "Dossier",
    "Parting",
    "Phase",
    "Point",
    "Scheme",
    "Series",
    "Step",
    "Total",
    "adding",
    "concessions",
    "daily",
    "dossier",
    "dossiers",
    "figure_of",
    "grade",
    "load_scheme",
    "overridden",
    "part_of",
    "read_scheme",
    "reconcile",
    "scheme_names",
    "series",
    "subject_of",
    "totals",
]
