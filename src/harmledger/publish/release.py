"""A release: one dataset to be published, with what made it."""

from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.model import Incident, Reading, Report, SetAside


@dataclass(frozen=True, slots=True)
class Release:
    """Everything that goes out together; the order of each part means nothing.

    Attributes:
        reports: Every report that was ingested.
        readings: Of those reports, the ones that were read.
        incidents: Graded.
        vocabulary: Digest of the vocabulary that all of it was made with.
    """

    reports: Sequence[Report]
    readings: Sequence[Reading]
    incidents: Sequence[Incident]
    set_aside: Sequence[SetAside]
    scheme: str
    scheme_version: str
    vocabulary: str
