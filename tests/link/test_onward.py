"""Linking in steps is linking at once, to the last letter, whatever came when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.link import link, link_on, load_weights, pack, unpack
from harmledger.model import Judgement, Verdict
from harmledger.naming import Named, named
from tests.link.made import tell
from tests.make import DAY, account, figure, place, reading, report

WEIGHTS = load_weights()
# Keys that three share are too common, and parts of three too large, so that growth often makes
# them so.
FEW = replace(WEIGHTS, settings=replace(WEIGHTS.settings, block_size=3, part_size=3))
NAMES = ("Kasra", "Durnan", "Telbra")
STAMP = "the incidents"


def told_of(number, day, toll, name, word):
    """A report of one account; of none where the toll is 0, and of two where it is 4 or 5. Of 4 the
    first can't be true."""
    text = f"shells fell on the mill of {NAMES[name]} kowal{word}"
    when = DAY + timedelta(days=day)
    other = {"text": text, "publisher": f"Wire {number}", "published": when}
    if toll == 0:
        return report(report_id=f"r{number}", **other), reading(report_id=f"r{number}")
    both = [
        account(
            figure(10**12 if toll == 4 and turn == 0 else toll),
            claims=(f"c{turn}",),
            start=when,
            end=when,
            place=place(NAMES[(name + turn) % 3]),
        )
        for turn in range(1 + (toll > 3))
    ]
    return tell(f"r{number}", *both, **other)


def marks(told):
    return {one.report_id: repr((one, read)) for one, read in told}


def on(told, judgements=(), before=None, lasting=(), weights=WEIGHTS):
    """A linking that goes on from another, of which a file was written in between.

    Args:
        lasting: The incidents of the other as they stand since, graded and named.
    """
    if before is None:
        return link_on(told, judgements, marks(told), weights=weights)
    whole = memoryview(b"".join(pack(before.memory, STAMP, weights=weights)))
    memory = unpack(whole, STAMP, weights=weights)
    assert memory is not None
    return link_on(told, judgements, marks(told), memory=memory, before=lasting, weights=weights)


def ungraded(found):
    return [replace(one, grade=None) for one in found.incidents], found.tombstones


REPORTS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 5), st.integers(0, 2), st.integers(0, 3)),
    min_size=1,
    max_size=9,
)
JUDGEMENTS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from(list(Verdict))), max_size=3
)


def judged(rows):
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return [
        Judgement(
            f"r{left}:c0",
            f"r{right}:c0",
            verdict,
            "Amal",
            at + timedelta(days=turn),
            f"seen {turn}",
        )
        for turn, (left, right, verdict) in enumerate(rows)
    ]


@settings(max_examples=30, deadline=None)
@given(
    REPORTS,
    st.lists(JUDGEMENTS, min_size=3, max_size=3),
    st.sampled_from([WEIGHTS, FEW]),
    st.randoms(use_true_random=False),
)
def test_linking_in_steps_is_linking_at_once(made, said, weights, shuffle):
    every = [told_of(number, *one) for number, one in enumerate(made)]
    shuffle.shuffle(every)
    cuts = sorted(shuffle.randrange(len(every) + 1) for _ in range(2))
    found, held = None, Named([], [])
    for cut, rows in zip([*cuts, len(every)], said, strict=True):
        judgements = judged(rows)
        found = on(every[:cut], judgements, found, held.incidents, weights)
        assert found.anew is None
        at_once, apart = link(every[:cut], judgements, weights=weights)
        assert found.set_aside == apart
        # What was left alone bears the names that it had; they are those that it would get.
        before = [replace(one, grade=None) for one in held.incidents], held.tombstones, judgements
        expected = named(at_once, *before)
        held = named(found.incidents, held.incidents, held.tombstones, judgements)
        assert ungraded(held) == ungraded(expected)
        held = replace(held, incidents=[replace(one, grade="fair") for one in held.incidents])


EVERY = [told_of(n, *one) for n, one in enumerate([(0, 3, 0, 0), (0, 3, 0, 0), (4, 1, 1, 2)])]


def changed(told, **of_report):
    (one, read), *others = told
    return [(replace(one, **of_report), read), *others]


# What is told now; how the reason begins
ANEW = {
    "a report less": (EVERY[1:], "1 of 3 reports"),
    "another text": (changed(EVERY, text="nobody was hurt"), "1 of 3 reports"),
    "less and more": ([*EVERY[1:], told_of(9, 0, 2, 0, 0)], "1 of 3 reports"),
    "others": ([told_of(9, 0, 2, 0, 0)], "3 of 3 reports"),
    "a report twice": ([*EVERY, EVERY[0]], "twice"),
}


@pytest.mark.parametrize(("told", "why"), ANEW.values(), ids=ANEW)
def test_what_no_longer_stands_as_it_did_is_compared_anew(told, why):
    found = on(told, (), on(EVERY))
    assert found.anew is not None
    assert why in found.anew
    assert (found.incidents, found.set_aside) == link(told)


def test_where_nothing_was_told_since_nothing_is_compared():
    before = on(EVERY)
    found = link_on(EVERY, (), marks(EVERY), memory=before.memory, before=before.incidents)
    assert found.memory.kept is before.memory.kept
    assert found.incidents == before.incidents


def test_incidents_that_nothing_touches_are_taken_as_they_are():
    before = on(EVERY[:2])
    seen = [replace(one, means=("seen",)) for one in before.incidents]
    found = link_on(EVERY, (), marks(EVERY), memory=before.memory, before=seen)
    assert sorted(one.means for one in found.incidents) == [("airstrike",), ("seen",)]


WHOLE = b"".join(pack(on(EVERY, judged([(0, 1, Verdict.SAME)])).memory, STAMP))
HURT = {
    "cut in its head": WHOLE[:40],
    "cut": WHOLE[:-64],
    "longer": WHOLE + b"\0",
    "flipped at its start": bytes([WHOLE[0] ^ 1]) + WHOLE[1:],
    "flipped in its head": WHOLE[:20] + bytes([WHOLE[20] ^ 1]) + WHOLE[21:],
    "flipped": WHOLE[:-70] + bytes([WHOLE[-70] ^ 1]) + WHOLE[-69:],
}


@pytest.mark.parametrize("hurt", HURT.values(), ids=HURT)
def test_a_file_that_is_not_as_it_was_written_is_not_opened(hurt):
    assert unpack(memoryview(WHOLE), STAMP) is not None
    assert unpack(memoryview(hurt), STAMP) is None


def test_other_incidents_or_weights_open_nothing():
    assert unpack(memoryview(WHOLE), "others") is None
    assert unpack(memoryview(WHOLE), STAMP, weights=replace(WEIGHTS, prior=0.5)) is None


@pytest.mark.parametrize("name", ["digest", "code", "version"])
def test_what_other_words_or_other_code_made_is_not_opened(monkeypatch, name):
    monkeypatch.setattr(f"harmledger.link.keep.{name}", lambda *_: "another")
    assert unpack(memoryview(WHOLE), STAMP) is None


def test_the_file_holds_no_word_of_a_report():
    assert not any(word in WHOLE.lower() for word in (b"kasra", b"durnan", b"shells", b"wire"))
