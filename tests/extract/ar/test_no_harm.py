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
    # asked, planned, dreamt, mocked
    "هل قتل 12 شخصا في برزان؟",
    "هل أدى القصف إلى مقتل 12 شخصا؟",
    "تساءل السكان عما إذا كان 12 شخصا قد قتلوا.",
    "خطط لقتل 20 شخصا في السوق.",
    "كان المتهم يخطط لتفجير يقتل 20 شخصا.",
    "حلم بأن 12 شخصا قتلوا في قريته.",
    "رأى في منامه أن 12 شخصا قتلوا.",
    "نشر موقع ساخر أن 300 شخص قتلوا.",
    "في اللعبة قتل اللاعب 40 جنديا.",
    "أصيب 30 شخصا في هجوم وهمي ضمن تدريب.",
    # animals, lists
    "إصابة 40 حيوانا في الحريق.",
    "أدى القصف إلى نفوق 40 رأسا من الغنم.",
    "احتسبت جثتان مرتين.",
    "تبين أن جثتين احتسبتا مرتين.",
    "وأصيب في الحريق حصان واحد.",
    # what always happens, and what happens in stories, games and prayers
    "تصيب هذه النوبات نحو 800 ألف شخص.",
    "زعيم لا يموت مهما ضربته.",
    "واحد من كل خمسة أطفال يموت قبل الخامسة.",
    "معدل الوفيات 12 لكل ألف نسمة.",
    "يروي المسلسل قصة عصابة تخطف تاجرا.",
    "تحكي المسرحية عن حصار مات فيه ألف رجل.",
    "لعب الممثل دور قناص قتل 15 جنديا.",
    "عليك قتل عشرة منهم خلال دقيقة.",
    "قال الشاعر: ألف قتيل في عينيك.",
    "اللهم ارحم قتلانا العشرة.",
    "ليت عشرة قتلوا ولم تسقط القلعة.",
    "كأنهم قتلوا عشرة منا.",
    "أقسم أن يقتل عشرة منهم.",
    "لن يموت أحد من الجوع.",
    "لا أعرف إن كان خمسة قتلوا أم ستة.",
    "دفن ثلاثة لاعبين أحلامهم في النهائي.",
    "لا يوجد دليل على مقتل خمسة أشخاص.",
    "ضحايا الموضة كثيرون.",
    "قضت المحكمة بحبس ثلاثة تجار سنة.",
    "فقد أربعة سياح جوازات سفرهم.",
    # asked and predicted
    "كم قتيلا سقط في القصف، مئة أم مئتان؟",
    "كم شخصا قتل في برزان؟",
    "من قتل الحراس الثلاثة؟",
    "توقع الخبراء مقتل ألف شخص في الزلزال القادم.",
    # idiom, sport, work, trade
    "استشهد الكاتب بثلاثة أبيات من الشعر.",
    "خطف الطفل الأضواء من أربعة نجوم.",
    "مات من الضحك عشرون متفرجا.",
    "أصيب خمسون سائقا بالذهول.",
    "أوقفت الشركة ثلاثة موظفين عن العمل.",
    "أردى المهاجم الحارس قتيلا بتسديدة.",
    "اختطف الفريق نقطة ثمينة أمام 20 ألف متفرج.",
    "علقت الشركة رحلات 300 مسافر.",
    "سجلت المحكمة 25 قضية تهريب.",
    "وأوقف المهندسون 300 خادم خلال ست ساعات.",
    "عدد من يقتلهم التدخين لا يذكر هنا.",
    "وبكى 400 متفرج حين مات البطل.",
    "عرضوا ثلاثة أفلام أولها عن صياد يقتل حوتا.",
    "ذبح الجار عجلا للضيوف.",
    "واحتجزت المدرسة هواتف 25 طالبا.",
    "تحاصر الواجبات الطفل بعد الدوام.",
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
    "فيديو مفبرك يظهر مقتل 30 شخصا.",
    "صور مزيفة لمقتل 30 شخصا.",
    "ذكرنا سابقا أن 30 شخصا قتلوا.",
    "تراجعت الوزارة عن إعلان مقتل 30 شخصا.",
    "أشيع أن 30 شخصا ماتوا، وتبين أنهم بخير.",
]


@pytest.mark.parametrize("text", FALSE)
def test_what_is_said_to_be_false_is_denied(text):
    [claim] = claims(text)
    assert (claim.polarity, claim.count.low) == ("denied", 30)


def test_a_rumour_is_unconfirmed():
    [claim] = claims("شائعات عن مقتل 30 شخصا في المدينة.")
    assert (claim.polarity, claim.certainty) == ("affirmed", "unconfirmed")


UNSURE = [
    "لم تتمكن الوزارة من تأكيد مقتل 30 شخصا.",
    "لم يستطع المراسلون التحقق من مقتل 30 شخصا.",
    "لم تؤكد الوزارة مقتل 30 شخصا.",
]


@pytest.mark.parametrize("text", UNSURE)
def test_what_nobody_could_confirm_is_unconfirmed(text):
    [claim] = claims(text)
    assert (claim.polarity, claim.certainty, claim.count.low) == ("affirmed", "unconfirmed", 30)


def test_what_could_be_confirmed_is_stated():
    [claim] = claims("تمكنت الوزارة من تأكيد مقتل 30 شخصا.")
    assert claim.certainty == "stated"


COUNTED = [
    # sentence, measure and least of each claim
    ("أصيب 100 شخص ومات 60 منهم في المستشفى.", [("injured", 100), ("killed", 60)]),
    ("قتلت امرأة وطفلاها في غارة جوية على القرية.", [("killed", 3)]),
    ("مقتل أم وطفليها بقصف على المنزل.", [("killed", 3)]),
    ("قتل رجل وولداه برصاص قناص.", [("killed", 3)]),
    ("قتل المزارع وأخواه في انفجار لغم.", [("killed", 3)]),
    ("مقتل 12 500 مدني في المدينة.", [("killed", 12500)]),
    ("أصيب 12 بجروح.", [("injured", 12)]),
    ("قتل 5 وأصيب 12 بالرصاص.", [("killed", 5), ("injured", 12)]),
    ("أصيب 30 بحالات اختناق.", [("injured", 30)]),
    ("لم يصب أحد من الركاب الـ300.", [("injured", 0)]),
    ("دون وقوع إصابات بين 300 راكب.", [("injured", 0)]),
    ("مقطع مصور يظهر مقتل 12 شخصا.", [("killed", 12)]),
    ("خطط التنظيم للهجوم الذي قتل 20 شخصا.", [("killed", 20)]),
    ("قتل الانتحاري نفسه وثمانية آخرين.", [("killed", 1), ("killed", 8)]),
    ("مقتل قيادي وأربعة مسلحين في غارة.", [("killed", 1), ("killed", 4)]),
    ("ورد خطأ أن 14 شخصا قتلوا، والعدد الصحيح هو 12.", [("killed", 14), ("killed", 12)]),
    # beside what only looks like harm
    ("حالة واحدة أصيبت بشظية.", [("injured", 1)]),
    ("مسلحون يقتلون مختار قرية.", [("killed", 1)]),
    ("طفل يقتل قنصا في برزان.", [("killed", 1)]),
    ("لم يقتل الانفجار أحدا.", [("killed", 0)]),
    ("تقتل قذيفة طفلين في برزان.", [("killed", 2)]),
    ("كم نحن حزينون، قتل اليوم ستة من أبناء البلدة.", [("killed", 6)]),
    ("قتل الجندي ثلاثة مدنيين بدم بارد.", [("killed", 3)]),
    ("أصيب 12 نقلوا إلى المستشفى.", [("injured", 12)]),
    ("خطف مسلحون طبيبا وطلبوا فدية قدرها مليون.", [("abducted", 1)]),
    ("اغتال مسلحون مجهولون المحامي أمام منزله.", [("killed", 1)]),
    ("تحاصر القوات 40 ألف مدني في المدينة.", [("present", 40_000)]),
    ("قذيفة تقتل ثلاثة مدنيين.", [("killed", 3)]),
    ("شيع الأهالي قتيلين وأحيوا ذكرى الحصار.", [("killed", 2)]),
    ("قتل في القصف 12 شخصا، من قتل منهم؟", [("killed", 12)]),
    ("تجمع 400 مصل وقتل منهم 12.", [("killed", 12)]),
    ("لا قتلى ولا جرحى في الحريق.", [("killed", 0), ("injured", 0)]),
    ("أصيب 12 عاملا أمام المصنع.", [("injured", 12)]),
]


@pytest.mark.parametrize(("text", "told"), COUNTED)
def test_pronouns_at_the_end_of_words_count_no_one_and_hide_no_one(text, told):
    assert [(claim.measure, claim.count.low) for claim in claims(text)] == told


CORRECTED = [
    # sentence, the count that stays
    ("قال المتحدث إن سبعة أشخاص قتلوا، والصحيح ثمانية.", 8),
    ("قتل سبعة مدنيين في القصف، والصحيح أنهم ثمانية.", 8),
    ("أعلن عن مقتل تسعة، ثم صححت الوزارة العدد إلى ثمانية.", 8),
    ("قتل في الهجوم ثمانية جنود وليس عشرة.", 8),
    ("عدلت الوزارة حصيلة القتلى إلى 8 بدلا من 17.", 8),
]


@pytest.mark.parametrize(("text", "low"), CORRECTED)
def test_a_number_that_is_put_right_is_the_only_one_affirmed(text, low):
    affirmed = [claim for claim in claims(text) if claim.polarity == "affirmed"]
    assert [claim.count.low for claim in affirmed] == [low]


RIGHTED = [
    "قتل خمسة أشخاص في القصف. تصحيح: القتلى أربعة فقط.",
    "قتل خمسة أشخاص في القصف. والصحيح أربعة.",
    "نشرنا أن القتلى عشرون. العدد الصحيح 4.",
    "أعلن أولا عن 30 قتيلا، لكن الوزارة خفضت العدد إلى 4.",
    "قتل ثلاثة أشخاص في القصف. تصحيح: قتل أربعة أشخاص.",
]


@pytest.mark.parametrize("text", RIGHTED)
def test_a_number_put_right_later_is_the_headline(text):
    found = extract(report(text, published=PUBLISHED, lang="ar"), readers())
    assert {one.high for one in found.accounts[0].figures if one.measure == "killed"} == {4}


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
    ("مرت عشر سنوات على مقتل 15 عاملا في المنجم.", "2007-01-01", "2007-12-31"),
    ("اليوم تمر عشر سنوات على مقتل 15 عاملا.", "2007-01-01", "2007-12-31"),
    ("قتل جده في حرب 1948.", "1948-01-01", "1948-12-31"),
    ("أحيت المدينة ذكرى مقتل 300 شخص عام 1988.", "1988-01-01", "1988-12-31"),
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
