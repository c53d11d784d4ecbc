"""Counts that their own source has replaced by newer ones, and that set no end any more."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from harmledger.grade.dossier import Dossier
from harmledger.grade.rules import Rules
from harmledger.model import Claim, Incident, Polarity, ScopeKind
from harmledger.vocab.load import document, entries

FILE = "schemes/replacing/default.yml"
DIGITS = r"\d[\d,]*"
Kind = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words by which a count names the one it replaces."""

    id: str
    pattern: re.Pattern[str]
    numbers: Mapping[str, int]

    def replaces(self, text: str) -> Iterator[tuple[int, int]]:
        """Each old number with the new one that the text puts in its place."""
        for found in self.pattern.finditer(text):
            yield self._value(found["old"]), self._value(found["new"])

    def _value(self, word: str) -> int:
        word = word.casefold()
        return self.numbers[word] if word in self.numbers else int(word.replace(",", ""))


def replaced(incident: Incident, dossier: Dossier, rules: Rules) -> dict[str, str]:
    """For each claim that no longer holds, the id of the claim in its place; mostly empty.

    A count gives way where its own teller gave it anew (`Incident.superseded`), or where a report
    that is no older names it as what it replaces.
    """
    if rules.replaced == "all":
        return {}
    alike: dict[Kind, list[Claim]] = defaultdict(list)
    for claim in dossier.claims.values():
        if _counts(claim):
            alike[_kind(claim)].append(claim)
    found = _by_teller(incident, dossier)
    for claims in alike.values():
        found |= _by_words(claims, dossier)
    return {old: _last(old, found) for old in found if not _circle(old, found)}


def _by_teller(incident: Incident, dossier: Dossier) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in incident.superseded:
        new = next((claim for claim in one.new if claim in dossier.claims), None)
        if new is not None:
            found |= {old: new for old in one.old if old in dossier.claims}
    return found


def _counts(claim: Claim) -> bool:
    count = claim.count
    return (
        count is not None
        and (count.low is not None or count.high is not None)
        and claim.polarity is Polarity.AFFIRMED
        and claim.scope.kind is ScopeKind.INCIDENT
        and claim.group.part_of is None
    )


def _kind(claim: Claim) -> Kind:
    return claim.measure, claim.group.people, claim.group.status, claim.group.unit


def _by_words(claims: Sequence[Claim], dossier: Dossier) -> dict[str, str]:
    found: dict[str, str] = {}
    for new in claims:
        named = {old for old, now in _named(new.evidence.quote) if now in _ends(new)} - {None}
        for old in claims if named else ():
            if old is not new and set(_ends(old)) & named and _may_replace(old, new, dossier):
                found[old.claim_id] = new.claim_id
    return found


def _may_replace(old: Claim, new: Claim, dossier: Dossier) -> bool:
    """Told no later, and not by another kind of source, which counts for itself."""
    before, after = _day(old, dossier), _day(new, dossier)
    if before is not None and after is not None and before > after:
        return False
    kinds = {claim.source.kind for claim in (old, new) if claim.source is not None}
    return len(kinds - {None}) < 2


def _named(quote: str) -> Iterator[tuple[int, int]]:
    for pattern in load_patterns():
        yield from pattern.replaces(quote)


def _ends(claim: Claim) -> tuple[int | None, int | None]:
    return (None, None) if claim.count is None else (claim.count.low, claim.count.high)


def _day(claim: Claim, dossier: Dossier) -> date | None:
    report = dossier.reports.get(claim.report_id)
    return None if report is None else report.published


def _circle(start: str, found: Mapping[str, str]) -> bool:
    """Whether a claim is replaced by one that it replaces itself: then neither gives way."""
    seen, here = {start}, found[start]
    while here in found and here not in seen:
        seen.add(here)
        here = found[here]
    return here == start


def _last(old: str, found: Mapping[str, str]) -> str:
    """What stands at the end of a chain; where the chain ends in a circle, what comes first."""
    here = found[old]
    while here in found and not _circle(here, found):
        here = found[here]
    return here


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """Read vocab/schemes/replacing/default.yml.

    Raises:
        VocabularyError: An entry lacks its pattern or an example, or the pattern is none.
    """
    numbers = {str(word).casefold(): int(n) for word, n in document(FILE)["numbers"].items()}
    needs = frozenset({"pattern", "match", "no_match"})
    made = []
    for entry in entries(FILE, knows=needs, needs=needs):
        words = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
        number = rf"(?<!\w)(?P<%s>{DIGITS}|{words})(?!\w)"
        written = str(entry.body["pattern"])
        for end in ("old", "new"):
            written = written.replace(f"{{{end}}}", number % end)
        try:
            made.append(Pattern(entry.id, re.compile(written, re.IGNORECASE), numbers))
        except re.error as error:
            raise entry.wrong(f"its pattern is none: {error}") from error
    return tuple(made)
