"""Every rule of the English grammar proves itself by its own examples.

A rule with a `match` that it does not read, or a `no_match` that it does, fails here by its id:
adding a rule adds its tests.
"""

from datetime import date

import pytest

from harmledger.extract import extract, readers
from harmledger.extract.context import sentence
from harmledger.extract.grammar import FILES, grammar
from harmledger.extract.people import Crowd
from harmledger.extract.tokens import Stretch
from harmledger.extract.when import Moment
from harmledger.extract.where import spots
from harmledger.model import Measure, Polarity
from harmledger.vocab.load import document
from tests.make import report

LANG = "en"
PUBLISHED = date(2017, 3, 14)


def claims(text):
    found = extract(report(text, published=PUBLISHED, lang=LANG), readers())
    return list(found.claims)


def read(text):
    return sentence(text, Stretch(0, len(text)), 0, grammar(LANG), PUBLISHED)


def pattern(body):
    lists = grammar(LANG).rules.values()
    return next(rule.pattern for rules in lists for rule in rules if rule.id == body["id"])


# What each list of rules must read in its examples, and must not read in the others. An example
# is a phrase, or a mapping with the phrase as `text` and what is read in it.


def counts_harm(body, text, **told):
    """The rule's own claims, each with everything the example tells of it."""
    found = [claim for claim in claims(text) if claim.rule == body["id"]]
    return [claim for claim in found if _told(claim) | told == _told(claim)]


def _told(claim):
    """What an example may tell of a claim, by the example's own keys."""
    told = {"measure": claim.measure, "scope": claim.scope.kind, "polarity": claim.polarity}
    told |= {"status": claim.group.status, "people": claim.group.people}
    told |= {"certainty": claim.certainty, "source": claim.source and claim.source.name}
    if claim.count is not None:
        count = claim.count
        told |= {"low": count.low, "high": count.high, "bound": count.bound}
    if claim.change is not None:
        told |= {"change": claim.change.kind, "by": claim.change.by}
    return told


def holds_a_place(body, text, **told):
    found = counts_harm(body, text, **told)
    return [claim for claim in found if claim.measure is Measure.CONTROL]


def dates(body, text, **told):
    """Dates told in the rule's way over all of a phrase, from `start` to `end`."""
    items = [item for item in read(text).flat if isinstance(item.data, Moment)]
    whole = [
        item for item in items if item.data.kind == body["kind"] and (not told or item.text == text)
    ]
    found = [item.data.when for item in whole]
    return [
        when for when in found if {"start": when.start, "end": when.end} | told == told or not told
    ]


def measures_no_one(body, text):
    return [item for item in read(text).items if item.of("X")]


def counts_people(body, text, **told):
    return [crowd for crowd in _crowds(text, **told) if crowd.rule == body["id"]]


def counts_parts(body, text, **told):
    """People with parts inside them, as no other rule makes them."""
    return [crowd for crowd in _crowds(text, **told) if pattern(body) and crowd.parts]


def _crowds(text, **told):
    """The people counted in a phrase who are everything that is told of them."""
    found = [item.data for item in read(text).items if isinstance(item.data, Crowd)]
    seen = [(one, {"low": one.count.low, "high": one.count.high}) for one in found]
    return [one for one, ends in seen if (has := ends | {"status": one.group.status}) | told == has]


def counts_things(body, text):
    return [item for item in read(text).items if item.of(body["yields"])]


def names_a_source(body, text, **told):
    if not told:
        return pattern(body).search(read(text).flat_string)
    found = [claim.source.name for claim in claims(text) if claim.source is not None]
    return [name for name in found if name == told["source"]]


def hedges(body, text):
    return [one for one in claims(text) if one.certainty == body["certainty"] and one.hedge]


def denies(body, text):
    return [claim for claim in claims(text) if claim.polarity is Polarity.DENIED]


def names_a_place(body, text, **told):
    one = read(text)
    found = [spot.words for spot in spots(one, text, grammar(LANG))]
    if not told:
        return pattern(body).search(one.flat_string)
    return pattern(body).search(one.flat_string) and found == [told["words"]]


CHECKS = {
    "measures.rules": counts_harm,
    "measures.control": holds_a_place,
    "dates.entries": dates,
    "dates.joined": dates,
    "counts.quantities": measures_no_one,
    "people.parts": counts_parts,
    "people.entries": counts_people,
    "things.entries": counts_things,
    "attribution.rules": names_a_source,
    "attribution.next": names_a_source,
    "hold.hedges": hedges,
    "hold.rules": denies,
    "where.rules": names_a_place,
}


def rules():
    """Every rule of the grammar with the list it stands in, as "file.key"."""
    for key in CHECKS:
        file, name = key.split(".")
        for body in document(f"grammars/{LANG}/{file}.yml").get(name) or ():
            yield key, body


def examples(kind):
    return [
        pytest.param(key, body, example, id=f"{body['id']}-{number}")
        for key, body in rules()
        for number, example in enumerate(body.get(kind) or ())
    ]


def test_every_list_of_rules_is_checked():
    assert {f"{file}.{key}" for file, (_, lists) in FILES.items() for key in lists} <= set(CHECKS)


@pytest.mark.parametrize("body", [pytest.param(body, id=body["id"]) for _, body in rules()])
def test_a_rule_says_what_it_reads_and_shows_what_it_does_not(body):
    assert body["says"].endswith(".")
    assert len(body["match"]) > 0
    assert len(body["no_match"]) > 0


def test_no_rule_id_stands_twice():
    ids = [body["id"] for _, body in rules()]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize(("key", "body", "example"), examples("match"))
def test_a_rule_reads_its_matches(key, body, example):
    told = dict(example) if isinstance(example, dict) else {"text": str(example)}
    assert CHECKS[key](body, **told)


@pytest.mark.parametrize(("key", "body", "example"), examples("no_match"))
def test_a_rule_leaves_the_rest(key, body, example):
    assert not CHECKS[key](body, str(example))
