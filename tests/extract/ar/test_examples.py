"""Every rule of the Arabic grammar proves itself by its own examples, as the English ones do."""

import pytest

from harmledger.vocab.load import document
from tests.vocab import test_grammar_examples as shared

LANG = "ar"


@pytest.fixture(autouse=True)
def arabic(monkeypatch):
    monkeypatch.setattr(shared, "LANG", LANG)


def rules():
    for key in shared.CHECKS:
        file, name = key.split(".")
        for body in document(f"grammars/{LANG}/{file}.yml").get(name) or ():
            yield key, body


def examples(kind):
    return [
        pytest.param(key, body, example, id=f"{body['id']}-{number}")
        for key, body in rules()
        for number, example in enumerate(body.get(kind) or ())
    ]


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
    assert shared.CHECKS[key](body, **told)


@pytest.mark.parametrize(("key", "body", "example"), examples("no_match"))
def test_a_rule_leaves_the_rest(key, body, example):
    assert not shared.CHECKS[key](body, str(example))
