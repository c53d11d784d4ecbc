"""Arabic number words: gender, case, units before tens, duals, and any number read back."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from harmledger.extract.context import sentence
from harmledger.extract.grammar import grammar
from harmledger.extract.tokens import Stretch
from harmledger.model import Bound
from tests.extract.made import claims

ONES = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
STEMS = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"]
TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]


def below_hundred(number):
    if number <= 10:
        return ONES[number]
    if number < 20:
        return {11: "أحد عشر", 12: "اثنا عشر"}.get(number, f"{ONES[number - 10]} عشر")
    tens, ones = divmod(number, 10)
    return f"{ONES[ones]} و{TENS[tens]}" if ones else TENS[tens]


def below_thousand(number):
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_hundred(rest)
    head = {1: "مئة", 2: "مئتان"}.get(hundreds, f"{STEMS[hundreds]}مئة")
    return f"{head} و{below_hundred(rest)}" if rest else head


def scaled(count, one, two, few, many):
    if count <= 2:
        return ("", one, two)[count]
    head = below_thousand(count).replace("مئتان", "مئتا") if count == 200 else below_thousand(count)
    return f"{head} {few if count <= 10 else many}"


def spelled(number):
    if number == 0:
        return "صفر"
    millions, rest = divmod(number, 1_000_000)
    thousands, rest = divmod(rest, 1_000)
    parts = [
        scaled(millions, "مليون", "مليونان", "ملايين", "مليونا"),
        scaled(thousands, "ألف", "ألفان", "آلاف", "ألفا"),
        below_thousand(rest),
    ]
    return " و".join(part for part in parts if part)


def counts(text):
    read = sentence(text, Stretch(0, len(text)), 0, grammar("ar"), None)
    return [item.data for item in read.flat if item.of("N")]


@given(st.integers(min_value=0, max_value=9_999_999))
@settings(deadline=None, max_examples=300)
@example(2_002_202)
@example(200_000)
@example(101_011)
def test_any_number_in_words_is_read_back(number):
    assert [count.low for count in counts(spelled(number))] == [number]


CASES = [
    # words                             low      high     bound
    ("خمسا وعشرين", 25, 25, Bound.EXACT),
    ("ثلاث عشرة", 13, 13, Bound.EXACT),
    ("إحدى عشرة", 11, 11, Bound.EXACT),
    ("مئة وسبعة وأربعين", 147, 147, Bound.EXACT),
    ("مئتي ألف", 200_000, 200_000, Bound.EXACT),
    ("مائة ألف", 100_000, 100_000, Bound.EXACT),
    ("٣٥", 35, 35, Bound.EXACT),
    ("۱۲", 12, 12, Bound.EXACT),
    ("1,200", 1_200, 1_200, Bound.EXACT),
    ("٣٠٠ ألف", 300_000, 300_000, Bound.EXACT),
    ("9 آلاف", 9_000, 9_000, Bound.EXACT),
    ("1.5 مليون", 1_500_000, 1_500_000, Bound.EXACT),
    ("ما لا يقل عن 12", 12, None, Bound.AT_LEAST),
    ("أكثر من ثلاثين", 30, None, Bound.AT_LEAST),
    ("نحو ألفي", 2_000, 2_000, Bound.ABOUT),
    ("حوالي 40", 40, 40, Bound.ABOUT),
    ("قرابة مئة", 100, 100, Bound.ABOUT),
    ("أقل من عشرين", None, 20, Bound.AT_MOST),
    ("ما بين خمسة وسبعة", 5, 7, Bound.RANGE),
    ("بين 18 و22", 18, 22, Bound.RANGE),
    ("عشرات", 20, None, Bound.VAGUE),
    ("مئات", 200, None, Bound.VAGUE),
    ("آلاف", 2_000, None, Bound.VAGUE),
    ("عشرات الآلاف", 20_000, None, Bound.VAGUE),
    ("عدد من", None, None, Bound.VAGUE),
]


@pytest.mark.parametrize(("words", "low", "high", "bound"), CASES)
def test_counts(words, low, high, bound):
    assert [(one.low, one.high, one.bound) for one in counts(words)] == [(low, high, bound)]


NOT_COUNTS = ["12 كيلومترا", "ثلاثة أيام", "الساعة 11:10", "عام 2014", "سنة 2020", "7 أعوام"]


@pytest.mark.parametrize("words", NOT_COUNTS)
def test_numbers_of_other_things_are_no_counts(words):
    assert counts(words) == []


PORTIONS = [
    # sentence, least, most, bound
    ("قتل ثلث الركاب الـ300.", 100, 100, Bound.ABOUT),
    ("أصيب ربع المزارعين الـ200.", 50, 50, Bound.ABOUT),
    ("قتل جميع الركاب الـ14 باستثناء اثنين.", 12, 12, Bound.EXACT),
    ("قتل كل العمال الـ20 عدا ثلاثة.", 17, 17, Bound.EXACT),
    ("قتل ما لا يقل عن 12 وما لا يزيد عن 20 شخصا.", 12, 20, Bound.RANGE),
    ("وصل 33 نازحا على الأقل إلى البلدة.", 33, None, Bound.AT_LEAST),
    ("سقط 7 جرحى على الأقل.", 7, None, Bound.AT_LEAST),
    ("قتل 1\u200b2 شخصا في برزان.", 12, 12, Bound.EXACT),
]


@pytest.mark.parametrize(("text", "low", "high", "bound"), PORTIONS)
def test_parts_of_a_whole_and_bounds_behind_the_noun(text, low, high, bound):
    [claim] = claims(text, lang="ar")
    assert (claim.count.low, claim.count.high, claim.count.bound) == (low, high, bound)
