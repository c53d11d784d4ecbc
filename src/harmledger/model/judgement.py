"""A judgement: a person's verdict, beside the data and never in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person says of two accounts; `unsure` undoes an earlier verdict."""

    SAME = "same"
    NOT_SAME = "not_same"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a pair of accounts. A change of mind is a new judgement.

    Attributes:
        left: `account_id`.
        right: `account_id`; the order of the two means nothing.
        by: Who judged.
        at: When, aware and in UTC.
        because: Why, in the person's words.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    at: datetime
    because: str
