"""The nouns. Standard library only; no input or output, no clock."""

from harmledger.model.claim import (
    Actor,
    Change,
    Claim,
    Evidence,
    Group,
    Scope,
    Source,
    Weapon,
)
from harmledger.model.codes import (
    Bound,
    Certainty,
    Held,
    Measure,
    People,
    PlacePrecision,
    Polarity,
    ScopeKind,
    SourceKind,
    Status,
    TimePrecision,
    Unit,
)
from harmledger.model.count import Count, Range
from harmledger.model.decision import Gone, Override, Retraction
from harmledger.model.errors import HarmledgerError, LedgerError, VocabularyError
from harmledger.model.figure import HOUSEHOLDS, Figure
from harmledger.model.incident import Incident, Link, Reason, Relay, Supersession, Tombstone
from harmledger.model.judgement import Judgement, Verdict
from harmledger.model.place import Candidate, Place
from harmledger.model.reading import Account, Reading, report_of
from harmledger.model.report import Report
from harmledger.model.set_aside import SetAside
from harmledger.model.when import When

__all__ = [
    "HOUSEHOLDS",
    "Account",
    "Actor",
    "Bound",
    "Candidate",
    "Certainty",
    "Change",
    "Claim",
    "Count",
    "Evidence",
    "Figure",
    "Gone",
    "Group",
    "HarmledgerError",
    "Held",
    "Incident",
    "Judgement",
    "LedgerError",
    "Link",
    "Measure",
    "Override",
    "People",
    "Place",
    "PlacePrecision",
    "Polarity",
    "Range",
    "Reading",
    "Reason",
    "Relay",
    "Report",
    "Retraction",
    "Scope",
    "ScopeKind",
    "SetAside",
    "Source",
    "SourceKind",
    "Status",
    "Supersession",
    "TimePrecision",
    "Tombstone",
    "Unit",
    "Verdict",
    "VocabularyError",
    "Weapon",
    "When",
    "report_of",
]
