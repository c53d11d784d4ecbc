"""Accounts and judgements in, incidents out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from harmledger.link.assemble import LONGER, assemble, code
from harmledger.link.blocking import Pair, pairs
from harmledger.link.clusters import Rules, clusters
from harmledger.link.independence import Teller, origins
from harmledger.link.limits import beyond
from harmledger.link.sketch import Sketch, Told, sketches
from harmledger.link.spanning import spanning
from harmledger.link.verdicts import Verdicts, verdicts
from harmledger.link.weigh import link_of, weight
from harmledger.link.weights import Weights, load_weights
from harmledger.model import (
    Account,
    Claim,
    Incident,
    Judgement,
    Link,
    Reading,
    Reason,
    Report,
    SetAside,
)

Item = tuple[Report, Reading, Account]


def link(
    told: Sequence[Told],
    judgements: Sequence[Judgement] = (),
    *,
    weights: Weights | None = None,
) -> tuple[list[Incident], list[SetAside]]:
    """Join accounts of one happening into incidents, ungraded.

    Pure, and independent of the order of `told` and of `judgements`. Every account becomes part
    of exactly one incident or is set aside.

    Args:
        weights: None for vocab/linking/default.yml.

    Returns:
        Incidents by their ids; what was set aside, by item.
    """
    weights = weights or load_weights()
    sound, apart = _sound(told, weights)
    sketched = sketches(sound, weights.extent)
    numbers = {sketch.account_id: number for number, sketch in enumerate(sketched)}
    judged, more = verdicts(judgements, numbers.keys())
    bits = _weigh(sketched, judged, numbers, weights)
    together = [(numbers[one], numbers[other]) for one, other in judged.same]
    found = clusters(len(sketched), bits, together, _rules(weights))
    claims = {one.claim_id: one for _, reading in told for one in reading.claims}
    incidents = [_incident(group, sketched, bits, judged, claims, weights) for group in found]
    return _distinct(incidents), sorted(apart + more, key=lambda one: (one.item, one.reason))


def _sound(told: Sequence[Told], weights: Weights) -> tuple[list[Item], list[SetAside]]:
    """Accounts fit to be linked, each id once; the others with their reasons."""
    sound: dict[str, Item] = {}
    apart = []
    for report, reading in sorted(told, key=lambda pair: (pair[0].report_id, pair[0].sha256)):
        for account in reading.accounts:
            wrong = beyond(report, account, weights.settings)
            if wrong is None and account.account_id in sound:
                wrong = _again(report, account)
            if wrong is None:
                sound[account.account_id] = report, reading, account
            else:
                apart.append(wrong)
    return list(sound.values()), apart


def _again(report: Report, account: Account) -> SetAside:
    why = f"{account.account_id} was told before {report.origin}; give each report its own id"
    return SetAside(account.account_id, "link", "account_told_twice", why)


def _weigh(
    sketched: Sequence[Sketch], judged: Verdicts, numbers: Mapping[str, int], weights: Weights
) -> dict[Pair, float]:
    bits = {
        (one, other): weight(sketched[one], sketched[other], weights)
        for one, other in pairs(sketched, weights.settings)
    }
    for pairs_judged, judgement in (
        (judged.not_same, -weights.settings.judgement),
        (judged.same, weights.settings.judgement),
    ):
        for one, other in pairs_judged:
            # Account ids and numbers have one order, so the lesser stays first.
            bits[numbers[one], numbers[other]] = judgement
    return bits


def _rules(weights: Weights) -> Rules:
    settings = weights.settings
    return Rules(settings.join, settings.unseen, settings.against, settings.ceiling)


def _incident(
    group: Sequence[int],
    sketched: Sequence[Sketch],
    bits: Mapping[Pair, float],
    judged: Verdicts,
    claims: Mapping[str, Claim],
    weights: Weights,
) -> Incident:
    members = [sketched[number] for number in group]
    tellers = [
        Teller(one, [claims[claim] for claim in one.account.claims if claim in claims])
        for one in members
    ]
    links = [
        _link(sketched[one], sketched[other], judged, weights)
        for one, other in spanning(group, bits)
    ]
    independent = len(set(origins(tellers, weights.settings)))
    return assemble(members, links, independent)


def _link(left: Sketch, right: Sketch, judged: Verdicts, weights: Weights) -> Link:
    found = link_of(left, right, weights)
    verdict = judged.same.get((left.account_id, right.account_id))
    if verdict is None:
        return found
    bits = weights.settings.judgement
    says = f"{verdict.by} judged them the same on {verdict.at:%Y-%m-%d}: {verdict.because}"
    return replace(found, weight=bits, reasons=(Reason("judgement", bits, says), *found.reasons))


def _distinct(incidents: Iterable[Incident]) -> list[Incident]:
    """By id; where two codes are one, both take more of their ids."""
    ordered = sorted(incidents, key=lambda one: one.incident_id)
    seen = Counter(one.code for one in ordered)
    return [
        one
        if seen[one.code] == 1
        else replace(one, code=code(one.incident_id, one.start, one.place, LONGER))
        for one in ordered
    ]
