"""Accounts and judgements in, incidents out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

import numpy as np

from harmledger.link.assemble import LONGER, assemble, code
from harmledger.link.comparison.kind import Side, sides
from harmledger.link.independence import Independence, Teller, independence
from harmledger.link.limits import beyond
from harmledger.link.sketch import Item, Told
from harmledger.link.spanning import spanning
from harmledger.link.spread import spread, uncollected
from harmledger.link.supersede import supersessions
from harmledger.link.table import Table
from harmledger.link.verdicts import Verdicts, verdicts
from harmledger.link.weigh import links_of
from harmledger.link.weights import Weights, load_weights
from harmledger.link.world import Group, Judged, Parts, groups_of, judged, parts, world
from harmledger.model import (
    Account,
    Incident,
    Judgement,
    Link,
    Reading,
    Reason,
    SetAside,
)

CHUNK = 5_000  # accounts whose incidents are made at a time


@uncollected()
def link(
    told: Sequence[Told],
    judgements: Sequence[Judgement] = (),
    *,
    weights: Weights | None = None,
    jobs: int = 1,
) -> tuple[list[Incident], list[SetAside]]:
    """Join accounts of one happening into incidents, ungraded.

    Pure, and independent of the order of `told` and of `judgements`. Every account becomes part
    of exactly one incident or is set aside. A report that counts no harm joins the incident that
    it tells of, and makes none of its own.

    Args:
        weights: None for those of vocab/linking.
        jobs: Processes; the result is the same with any number. Where `spread` can't fork, one.

    Returns:
        Incidents by their ids; what was set aside, by item.
    """
    weights = weights or load_weights()
    items, apart = sound(told, weights)
    rows = judged_rows(judgements, items)
    settled, more = verdicts(judgements, rows.keys())
    known = world(items, weights, jobs=jobs)
    made, compared = parts(known, weights, in_rows(settled, rows)), known.table
    del known  # most of what was compared lies between parts: gone, before workers share the rest
    found = made_of(made, compared, items, settled, weights, jobs=jobs)
    return distinct(found), sorted(apart + more, key=lambda one: (one.item, one.reason))


def made_of(
    made: Parts,
    compared: Table,
    items: Mapping[int, Item] | Sequence[Item],
    settled: Verdicts,
    weights: Weights,
    *,
    jobs: int,
) -> Iterator[Incident]:
    """The incidents of parts; `spread` over so many processes."""

    def incidents(piece: range) -> list[Incident]:
        return incidents_of(groups_of(made, weights, piece), compared, items, settled, weights)

    return chain.from_iterable(spread(incidents, made.pieces(CHUNK), jobs=jobs))


def sound(told: Sequence[Told], weights: Weights) -> tuple[list[Item], list[SetAside]]:
    """Accounts fit to be linked, each id once, those of one report together; the others with their
    reasons.
    """
    found: dict[str, Item] = {}
    apart = []
    for report, reading in _in_order(told):
        for account in reading.accounts or (_bare(reading),):
            item = Item(report, reading, account, bare=not reading.accounts)
            wrong = beyond(report, account, weights.settings)
            if wrong is None and account.account_id in found:
                wrong = _again(item)
            if wrong is None:
                found[account.account_id] = item
            elif not item.bare:
                apart.append(wrong)
    return list(found.values()), apart


def _in_order(told: Sequence[Told]) -> Sequence[Told]:
    """Sorted where that decides which of two tellings counts: of reports under one id."""
    if len({report.report_id for report, _ in told}) == len(told):
        return told
    return sorted(told, key=lambda pair: (pair[0].report_id, pair[0].sha256))


def _bare(reading: Reading) -> Account:
    """What a report that counts no harm tells: when and where."""
    time = reading.time
    start, end = (None, None) if time is None else (time.start, time.end)
    return Account(reading.report_id, (), start, end, reading.place, (), (), ())


def _again(item: Item) -> SetAside:
    account_id = item.account.account_id
    why = f"{account_id} was told before {item.report.origin}; give each report its own id"
    return SetAside(account_id, "link", "account_told_twice", why)


def judged_rows(judgements: Iterable[Judgement], items: Iterable[Item]) -> dict[str, int]:
    """The rows of those accounts that are judged."""
    asked = {account for one in judgements for account in (one.left, one.right)}
    ids = (item.account.account_id for item in items)
    return {account: row for row, account in enumerate(ids) if account in asked}


def in_rows(settled: Verdicts, rows: Mapping[str, int]) -> Judged:
    """Verdicts on pairs of accounts as verdicts on pairs of rows."""
    return judged(
        [(rows[one], rows[other]) for one, other in settled.same],
        [(rows[one], rows[other]) for one, other in settled.not_same],
    )


def incidents_of(
    found: Iterable[Group],
    compared: Table,
    items: Mapping[int, Item] | Sequence[Item],
    settled: Verdicts,
    weights: Weights,
) -> list[Incident]:
    """An incident for each group that counts harm, with its links in sentences."""
    kept = [one for one in found if not all(items[row].bare for row in one.rows)]
    rows = [row for one in kept for row in one.rows]
    small = compared.some(np.array(rows, dtype=np.int64))
    side = dict(zip(rows, sides([items[row] for row in rows], small), strict=True))
    chosen = [spanning(one.rows, one.bits) for one in kept]
    every = [(side[one], side[other]) for pairs in chosen for one, other in pairs]
    links = iter([_judged(one, settled, weights) for one in links_of(every, weights)])
    return [
        _incident([side[row] for row in group.rows], list(islice(links, len(pairs))), weights)
        for group, pairs in zip(kept, chosen, strict=True)
    ]


def _incident(sides: Sequence[Side], links: Sequence[Link], weights: Weights) -> Incident:
    members = [side.item for side in sides]
    if len(members) == 1:
        return assemble(members, links, Independence(1, ()), ())
    # A report that counts no harm is no source of the counts.
    telling = [one for one in sides if not one.item.bare]
    tellers = [
        Teller(one.item, weights.extent, frozenset(one.tokens("shingles"))) for one in telling
    ]
    return assemble(members, links, independence(tellers, weights.settings), supersessions(tellers))


def _judged(made: Link, settled: Verdicts, weights: Weights) -> Link:
    """The link, led by the verdict that a person gave on its pair."""
    verdict = settled.same.get((made.left, made.right))
    if verdict is None:
        return made
    bits = weights.settings.judgement
    says = f"{verdict.by} judged them the same on {verdict.at:%Y-%m-%d}: {verdict.because}"
    return replace(made, weight=bits, reasons=(Reason("judgement", bits, says), *made.reasons))


def distinct(incidents: Iterable[Incident]) -> list[Incident]:
    """By id; where two codes are one, both take more of their ids."""
    ordered = sorted(incidents, key=lambda one: one.incident_id)
    seen = Counter(one.code for one in ordered)
    return [
        one
        if seen[one.code] == 1
        else replace(one, code=code(one.incident_id, one.start, one.place, LONGER))
        for one in ordered
    ]
