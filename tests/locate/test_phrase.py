"""The words of a place are taken apart, innermost first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.locate.phrase.parts import parts

NAMES = [
    # words                                         last form of each part, innermost first
    ("Mosul", ["Mosul"]),
    ("western Mosul", ["Mosul"]),
    ("the Makhmur area", ["Makhmur"]),
    ("Karrada, Mosul", ["Karrada", "Mosul"]),
    ("Karrada (Mosul)", ["Karrada", "Mosul"]),
    ("Mosul's airport", ["Mosul"]),
    ("Mosul's Karrada neighbourhood", ["Karrada", "Mosul"]),
    ("the old quarter of Taiz", ["Taiz"]),
    ("Idlib’s southern countryside", ["Idlib"]),
    ("3 km north of Taiz", ["Taiz"]),
    ("on the outskirts of Taiz", ["Taiz"]),
    ("the home of teacher Amal Darwish", ["Amal Darwish"]),
    ("Sayhan near Taiz, Yemen", ["Sayhan near Taiz", "Sayhan", "Taiz", "Yemen"]),
    ("Northern State, Sudan", ["Northern State", "Sudan"]),
    ("mosul", ["mosul"]),
    ("ريف إدلب الجنوبي", ["إدلب"]),
    ("حي الكرادة، الموصل", ["الكرادة", "الموصل"]),
    ("3 كم شمال تعز", ["تعز"]),
]


@pytest.mark.parametrize(("words", "expected"), NAMES)
def test_names_are_found_innermost_first(words, expected):
    assert [part.forms[-1] for part in parts(words)] == expected


@pytest.mark.parametrize("words", ["", "  ", "the north", "a house", "Iraqi", "12", "near", ",,("])
def test_words_that_name_no_place_have_no_part(words):
    assert parts(words) == ()


def test_a_stretch_is_tried_as_one_name_first():
    assert [part.forms[0] for part in parts("Trinidad and Tobago")] == [
        "Trinidad and Tobago",
        "Trinidad",
        "Tobago",
    ]


def test_what_stands_side_by_side_holds_nothing():
    whole, taiz, ibb, yemen = parts("Taiz and Ibb, Yemen")
    assert (whole.outer, taiz.outer, ibb.outer, yemen.outer) == ((3,), (3,), (3,), ())


def test_of_tells_what_the_name_is_but_in_does_not():
    assert [kind.id for kind in parts("the village of Sayhan")[0].types] == ["type.village"]
    assert parts("a village in Sayhan")[0].types == ()


def test_an_arabic_word_glued_to_the_name_may_be_left_off():
    assert "الموصل" in parts("بالموصل")[0].forms


@given(st.text(max_size=60))
def test_any_words_can_be_read(words):
    for number, part in enumerate(parts(words)):
        assert part.forms
        assert all(number < outer < len(parts(words)) for outer in part.outer)


LISTED = ["Mosul", ",", "of", "near", "the", "western", "and", "3", "km", "'s", "(", "حي", "في"]


@given(st.lists(st.sampled_from(LISTED)))
def test_any_order_of_listed_words_can_be_read(words):
    assert all(form.strip() for part in parts(" ".join(words)) for form in part.forms)
