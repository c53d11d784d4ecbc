"""The relay tree of an incident: which account copies or credits which, so that many are few."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from harmledger.model import Incident, Report, report_of

DEEPEST = 12  # levels that are indented in plain text; what lies deeper says whom it relays anyway
LINE = 100


@dataclass(frozen=True, slots=True)
class Branch:
    """One account in its place of the tree.

    Attributes:
        level: 0 for an origin, 1 for what passes it on, and so on.
        ends: The levels that end behind it, for a page that nests them.
        report: None where the ledger no longer has it.
        of: Who is passed on, in words; None for an origin.
        says: Why it is held to pass something on, or which agency outside it credits; None where
            neither is said.
        carriers: How many accounts stand below it.
    """

    account: str
    level: int
    ends: tuple[int, ...]
    report: Report | None
    of: str | None
    says: str | None
    carriers: int

    @property
    def parent(self) -> bool:
        """Whether something passes it on."""
        return self.carriers > 0


@dataclass(frozen=True, slots=True)
class Tree:
    """An incident's accounts as a tree.

    Attributes:
        branches: Each followed by those that pass it on; origins and siblings earliest first.
        origins: How many pass nothing on that is in the ledger.
        sources: How many stand on their own: fewer than the origins where some account passes
            several of them on.
    """

    branches: tuple[Branch, ...]
    origins: int
    sources: int


def tree(incident: Incident, reports: Mapping[str, Report]) -> Tree:
    """Hang each account on the one that it relays.

    Args:
        reports: By id, those of the incident that are at hand.
    """
    relays = {one.account: one for one in incident.relays}
    known = set(incident.accounts)
    below: dict[str | None, list[str]] = defaultdict(list)
    for account in sorted(incident.accounts, key=lambda one: _age(one, reports)):
        of = relays[account].of if account in relays else None
        below[of if of in known else None].append(account)
    order = list(_walk(below))
    carriers = _carriers(order)
    branches = []
    for at, (account, level) in enumerate(order):
        after = order[at + 1][1] if at + 1 < len(order) else 0
        relay = relays.get(account)
        of = relay.of if relay is not None and relay.of in known else None
        branches.append(
            Branch(
                account=account,
                level=level,
                ends=tuple(range(level, after, -1)),
                report=reports.get(report_of(account)),
                of=None if of is None else teller(of, reports),
                says=None if relay is None else relay.says,
                carriers=carriers[at],
            )
        )
    return Tree(tuple(branches), len(below[None]), incident.independent_sources)


def as_text(incident: Incident, found: Tree) -> str:
    """The tree in plain lines, an origin to each number."""
    accounts = _many(len(found.branches), "account")
    lines = [f"{incident.code}: {accounts}, {_many(found.sources, 'independent source')}"]
    number = 0
    for one in found.branches:
        number += one.level == 0
        indent = "  " * min(one.level, DEEPEST)
        lines.append(f"{indent}{f'{number}.' if one.level == 0 else '-'} {_told(one)}")
    if found.sources < found.origins:
        many = f"{found.origins} origins"
        lines.append(f"One report passes on several of these {many}, which count as one source.")
    return "\n".join(lines) + "\n"


def teller(account: str, reports: Mapping[str, Report]) -> str:
    """Who carries an account: its publisher, else its report's id."""
    report = reports.get(report_of(account))
    return (None if report is None else report.publisher) or report_of(account)


def _told(one: Branch) -> str:
    report = one.report
    if report is None:
        return f"{report_of(one.account)} (no longer in the ledger)"
    day = "no day" if report.published is None else report.published.isoformat()
    title = f", {_short(report.title)!r}" if report.title else ""
    of = "" if one.of is None else f" relays {one.of}"
    why = "" if one.says is None else f": {one.says}"
    return f"{report.publisher or 'unknown publisher'}, {day}{title} ({report.report_id}){of}{why}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _short(title: str) -> str:
    words = " ".join(title.split())
    return words if len(words) <= LINE else f"{words[: LINE - 1]}…"


def _walk(below: Mapping[str | None, list[str]]) -> Iterator[tuple[str, int]]:
    """Every account with its level, each before those below it."""
    waiting = [(account, 0) for account in reversed(below.get(None, []))]
    while waiting:
        account, level = waiting.pop()
        yield account, level
        waiting += [(one, level + 1) for one in reversed(below.get(account, []))]


def _carriers(order: list[tuple[str, int]]) -> list[int]:
    """How many stand below each: those that follow it at a deeper level."""
    counts = [0] * len(order)
    above: list[int] = []
    for at, (_, level) in enumerate(order):
        del above[level:]
        for one in above:
            counts[one] += 1
        above.append(at)
    return counts


def _age(account: str, reports: Mapping[str, Report]) -> tuple[date, str]:
    report = reports.get(report_of(account))
    published = None if report is None else report.published
    return published or date.max, account
