"""Decisions of people on incidents, claims and reports; like judgements beside the data."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

GRADE = "grade"


@dataclass(frozen=True, slots=True)
class Override:
    """A person's own grade or figure for an incident, in place of what the scheme gives.

    Attributes:
        incident_id: The incident as it stood when it was decided.
        subject: "grade", or a figure as "killed:civilian" (measure and group).
        grade: The grade, where the subject is one; else None.
        low: Lower end of the figure, or None where none is stated.
        high: Upper end, or None where none is stated.
        by: Who decided.
        at: When, aware and in UTC.
        because: Why, in the person's words.
    """

    incident_id: str
    subject: str
    grade: str | None
    low: int | None
    high: int | None
    by: str
    at: datetime
    because: str


class Gone(StrEnum):
    """What is taken out of the count."""

    CLAIM = "claim"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Retraction:
    """A claim withdrawn or a whole report retracted: it stays readable and counts for nothing.

    Attributes:
        what: Whether `item` is a claim's id or a report's.
        by: Who decided.
        at: When, aware and in UTC.
        because: Why, in the person's words.
    """

    what: Gone
    item: str
    by: str
    at: datetime
    because: str
