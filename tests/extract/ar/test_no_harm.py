"""What only looks like harm in Arabic; what is false; days, places and kin by their endings."""

from datetime import date

import pytest

from harmledger.extract import extract, readers
from tests.make import report

PUBLISHED = date(2017, 3, 14)
"""A Tuesday."""


def claims(text):
    return list(extract(report(text, published=PUBLISHED, lang="ar"), readers()).claims)


NOTHING = [
    "في الفيلم قتل 300 جندي.",
    "خلال التمرين قتل 40 شخصا.",
    "ذبح 300 خروف للعيد.",
    "أسقطت الدفاعات الجوية 12 طائرة مسيرة.",
    "إسقاط 12 مسيرة فوق المدينة.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_claim(text):
    assert claims(text) == []


FALSE = [
    "لا صحة للأنباء عن مقتل 30 شخصا.",
    "الأنباء عن مقتل 30 شخصا عارية عن الصحة.",
    "الخبر المتداول عن مقتل 30 شخصا كاذب.",
    "إشاعة مقتل 30 شخصا غير صحيحة.",
    "ليس صحيحا أن 30 شخصا قتلوا.",
    "ما يتداول عن مقتل 30 شخصا لا أساس له من الصحة.",
    "أنباء كاذبة عن مقتل 30 شخصا.",
]


@pytest.mark.parametrize("text", FALSE)
def test_what_is_said_to_be_false_is_denied(text):
    [claim] = claims(text)
    assert (claim.polarity, claim.count.low) == ("denied", 30)


def test_a_rumour_is_unconfirmed():
    [claim] = claims("شائعات عن مقتل 30 شخصا في المدينة.")
    assert (claim.polarity, claim.certainty) == ("affirmed", "unconfirmed")


COUNTED = [
    # sentence, measure and least of each claim
    ("أصيب 100 شخص ومات 60 منهم في المستشفى.", [("injured", 100), ("killed", 60)]),
    ("قتلت امرأة وطفلاها في غارة جوية على القرية.", [("killed", 3)]),
    ("مقتل أم وطفليها بقصف على المنزل.", [("killed", 3)]),
    ("قتل رجل وولداه برصاص قناص.", [("killed", 3)]),
    ("قتل المزارع وأخواه في انفجار لغم.", [("killed", 3)]),
    ("مقتل 12 500 مدني في المدينة.", [("killed", 12500)]),
]


@pytest.mark.parametrize(("text", "told"), COUNTED)
def test_pronouns_at_the_end_of_words_count_no_one_and_hide_no_one(text, told):
    assert [(claim.measure, claim.count.low) for claim in claims(text)] == told


PLACES = [
    # sentence, place of its claim
    ("عثر على جثة امرأة وهي في ملابسها قرب النهر.", None),
    ("قتل شاب بطلق ناري في صدره.", None),
    ("قتل تاجر قرب متجره في برزان.", "برزان"),
    ("قتل ثلاثة شبان في رحلتهم إلى برزان.", "برزان"),
    ("قتلت طفلة في حضن أمها بقصف على قرية برزان.", "قرية برزان"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_what_is_someones_is_no_place(text, place):
    [claim] = claims(text)
    assert (claim.place and claim.place.words) == place


DAYS = [
    # sentence, first day, last day
    ("قبل عشر سنوات قتل 300 شخص.", "2007-01-01", "2007-12-31"),
    ("قبل سنوات قتل 300 شخص.", "None", "None"),
    ("في مثل هذا اليوم من عام 1988 قتل 300 شخص.", "1988-03-14", "1988-03-14"),
    ("في الذكرى العاشرة للمجزرة التي قتل فيها 40 شخصا.", "2007-01-01", "2007-12-31"),
    ("قتل 40 شخصا أمس في الذكرى العاشرة للمجزرة.", "2017-03-13", "2017-03-13"),
    ("قتل 12 شخصا في 32 كانون الثاني.", "None", "None"),
]


@pytest.mark.parametrize(("text", "start", "end"), DAYS)
def test_what_is_no_day_is_unknown_and_what_was_long_ago_is_not_today(text, start, end):
    [claim] = claims(text)
    assert (str(claim.time.start), str(claim.time.end)) == (start, end)


RATES = [("يقتل شخص كل دقيقة.", "minute"), ("يقتل 20 شخصا كل أسبوع.", "week")]


@pytest.mark.parametrize(("text", "per"), RATES)
def test_so_many_in_each_stretch_is_a_rate(text, per):
    [claim] = claims(text)
    assert (claim.scope.kind, claim.scope.per) == ("rate", per)
