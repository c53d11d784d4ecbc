"""Pages of everyday matters: what opens them, and what they may not hide."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.extract import gate as gates
from harmledger.extract.grammar import grammar
from harmledger.extract.lines import openings
from harmledger.extract.script import Script
from harmledger.extract.themes import Themes
from tests.extract.harmless import pages, stories
from tests.extract.made import reading
from tests.make import report

EVERY = [(lang, name) for lang in ("en", "ar") for name in pages(lang)]


@pytest.mark.parametrize(("lang", "name"), EVERY)
def test_a_page_that_plays_on_harm_is_of_an_everyday_matter(lang, name):
    assert grammar(lang).gate.everyday(pages(lang)[name]) is not None


@pytest.mark.parametrize(("lang", "name"), EVERY)
def test_no_gate_opens_for_it(lang, name):
    page = pages(lang)[name]
    other = grammar("ar" if lang == "en" else "en")
    assert openings(report(page, lang=lang), grammar(lang), [other]) == {}
    assert reading(page, lang=lang).claims == ()


TOLD = {
    "en": [
        # sentence, measure, low
        ("Shells killed nine people in Barzan on Monday.", "killed", 9),
        ("Two students were shot at the gates.", "injured", 2),
        ("A teenager was shot in the arm in Barzan.", "injured", 1),
        ("Eleven villagers died.", "killed", 11),
        ("At least 300 people were wounded.", "injured", 300),
        ("Gunmen kidnapped three nurses.", "abducted", 3),
        ("About 12,000 residents were displaced.", "displaced", 12_000),
        ("NINE CIVILIANS WERE KILLED.", "killed", 9),
        ("No casualties were reported.", "casualties", 0),
        ("A mortar landed on the hall, killing two in the audience.", "killed", 2),
        ("A bakery was shelled and nine people queuing for bread died.", "killed", 9),
        ("Singer killed by mortar in Barzan.", "killed", 1),
    ],
    "ar": [
        ("قتل تسعة أشخاص في القصف.", "killed", 9),
        ("أصيب 300 شخص بجروح.", "injured", 300),
        ("مقتل مدنيين اثنين.", "killed", 2),
        ("سقطت قذيفة هاون على الصالة فقتل اثنان من الجمهور.", "killed", 2),
    ],
}


@pytest.mark.parametrize("name", ["football", "markets", "health", "politics"])
@pytest.mark.parametrize(
    ("lang", "sentence", "measure", "low"),
    [(lang, *told) for lang, rows in TOLD.items() for told in rows],
)
def test_harm_told_on_such_a_page_is_read(lang, sentence, measure, low, name):
    page = pages(lang).get(name, pages(lang)["courts"])
    for text in (f"{sentence}\n\n{page}", f"{page}\n\n{sentence}"):
        found = [one for one in reading(text, lang=lang).claims if one.count is not None]
        # What a page of sport tells of besides deaths is of players.
        alone = measure == "killed" or name != "football"
        assert not alone or (measure, low) in [(one.measure, one.count.low) for one in found]


MIXED = [
    # page of everyday matters with a sentence of harm, measure, low
    (
        "قصفت الطائرات ملعب البلدة خلال مباراة في الدوري المحلي، وقتل سبعة متفرجين. "
        "وكان الفريق متقدما بهدفين في الشوط الثاني، "
        "وكان المدرب يستعد لتبديل لاعبين قبل نهاية المباراة. "
        "وأوقف الحكم اللعب وتأجلت البطولة، وقال مشجع إن المهاجم سجل هدفا قبل دقيقة. "
        "وبيعت للمباراة تذاكر كثيرة وحضر جمهور كبير.",
        "killed",
        7,
    ),
    (
        "عاد التلاميذ إلى صفوفهم بعد عطلة، وبدأت الدروس في القراءة والإملاء والرياضيات. "
        "وسقطت قذيفة على المدرسة أثناء حصة الفيزياء فقتل ستة تلاميذ. "
        "وكانت المعلمة تشرح درس القواعد، وكان الامتحان قريبا. "
        "وقال أستاذ إن المكتبة احترقت بكتبها وإن العلامات لم توزع. "
        "وألغيت المحاضرات في الكلية.",
        "killed",
        6,
    ),
    (
        "ارتفع سعر الخبز في الأسواق إلى عشرة دنانير، وقال تاجر إن الطحين قليل والزيت غال. "
        "وقتل تسعة أشخاص في غارة على طابور أمام الفرن. "
        "وكان الزبائن ينتظرون الخبز والسكر منذ الفجر. "
        "وتراجعت المبيعات وخسرت العملة، وقال موظف إن الرواتب لا تكفي، وإن المصنع أوقف الإنتاج.",
        "killed",
        9,
    ),
    (
        "تحدث الخطيب في خطبة الجمعة عن الصبر والتوبة وقرأ آيات من سورة، "
        "وذكر حديثا عن الرحمة والمغفرة. "
        "ودعا للقتلى الأربعة الذين سقطوا اليوم في القصف على الحي. "
        "وحث على الصدقة والزكاة والشكر، وقال إن الإيمان أخلاق وتقوى. "
        "وبعد الصلوات قتل ثلاثة مصلين برصاص قناص.",
        "killed",
        3,
    ),
    (
        "يستقبل الطبيب في العيادة كل يوم مرضى السكري والقلب والربو، ويعطي لقاحات وجرعات من الدواء. "
        "وأصيب خمسة مرضى بشظايا صاروخ سقط قرب العيادة. "
        "وقالت ممرضة إن الفيروس منتشر وإن أعراضه صداع وحرارة. "
        "ونصح الأطباء بالنوم والرياضة والخضار. "
        "وتأخرت الأدوية شهرا.",
        "injured",
        5,
    ),
    (
        "افتتح مهرجان السينما بعرض فيلم قصير وحضر ممثلون ومخرجة ونقاد. "
        "وقدم المطرب أغنية وموسيقى على المسرح أمام الجمهور. "
        "وانفجرت سيارة مفخخة أمام القاعة ما أدى إلى مقتل 12 شخصا. "
        "وكان المهرجان سيوزع جوائز على مسلسلات وروايات وكتاب. "
        "وتأجلت العروض والحلقات.",
        "killed",
        12,
    ),
    (
        "جرى الاقتراع في الدائرتين وصوت الناخبون لمرشحين من أحزاب كثيرة، وبدأ فرز الصناديق مساء. "
        "وقتل مسلحون أربعة ناخبين أمام مركز انتخابي. "
        "وحصد الائتلاف مقاعد كثيرة في البرلمان. "
        "وقال مرشح إن الجلسة المقبلة للثقة، وإن الموازنة والضرائب أولا، "
        "وإن البلدية أخرت الاستفتاء.",
        "killed",
        4,
    ),
    (
        "قطف المزارعون الزيتون من الأشجار ونقلوا المحصول إلى المعصرة، "
        "وكان الزيت جيدا والطقس باردا. "
        "وانفجر لغم في الحقل فقتل ثلاثة مزارعين. "
        "وتحتاج الوصفة إلى ملح وليمون وثوم وفلفل وبصل، ويطبخ الرز مع الدجاج. "
        "وقضى الصقيع على أغصان اللوز وأوراقها.",
        "killed",
        3,
    ),
    (
        "أضرب عمال المصنع وطالبت النقابة برفع الأجور والرواتب، "
        "واعتصم موظفون أمام الشركة احتجاجا على التسريح. "
        "وأطلق الجنود النار على الاعتصام وقتلوا ثمانية عمال. "
        "وقالت محكمة العمل إن العلاوة والتقاعد حق. "
        "وتعطل القطار وعاد التلاميذ. "
        "وتستمر المحادثات مع الوظائف والرواتب.",
        "killed",
        8,
    ),
    (
        "طرحت الشركة هاتفا جديدا بشاشة وكاميرا وبطارية، وقال مهندس إن التطبيق يحتاج إلى تحديث. "
        "وزار السياح المتحف والمقهى والمكتبة قرب البحيرة. "
        "وقصف الجيش سوق الهواتف فقتل 11 زبونا. "
        "وكان المستخدمون ينتظرون إصدارا من البرنامج، وكانت السماعات نافدة. "
        "وهطلت الأمطار وهبت الرياح.",
        "killed",
        11,
    ),
]


@pytest.mark.parametrize(("page", "measure", "low"), MIXED)
def test_harm_that_befell_an_everyday_place_is_read(page, measure, low):
    found = [(one.measure, one.count.low) for one in reading(page, lang="ar").claims if one.count]
    assert grammar("ar").gate.everyday(page) is not None
    assert (measure, low) in found


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Two students were shot at a basketball game on Friday, the coach said.", 2),
        ("Nine people were killed when shells hit a market. Shares fell. A match was put off.", 9),
    ],
)
def test_a_short_report_is_read_whatever_it_is_of(text, low):
    assert [one.count.low for one in reading(text).claims] == [low]


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_reading_does_not_hang_on_what_was_read_before(data):
    lang = data.draw(st.sampled_from(["en", "ar"]))
    every = [story for told in stories(lang).values() for story in told]
    some = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=4))
    text = "\n".join([*some, data.draw(st.sampled_from(TOLD[lang]))[0]])
    whole = reading(text, lang=lang)
    own = grammar(lang).gate
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gates, "REMEMBERED", 400)
        for story in some:
            reading(story, lang=lang)
        assert reading(text, lang=lang) == whole
        assert len(own.known) <= 400


WEIGHTS = [
    # everyday words, code points, words of harm, whether the page is of an everyday matter
    (6, 0, 0, True),
    (5, 0, 0, False),
    (5, 500, 0, True),
    (8, 0, 4, True),
    (8, 0, 5, False),
    (0, 3_000, 3, True),
    (0, 3_000, 4, False),
]


@pytest.mark.parametrize(("everyday", "long", "harm", "outweighs"), WEIGHTS)
def test_everyday_words_and_length_are_weighed_against_harm(everyday, long, harm, outweighs):
    themes = Themes(frozenset(), least=6, times=2, length=500)
    assert themes.outweigh(everyday, long, harm) is outweighs
    assert themes.many(everyday, long) or not outweighs


def test_a_language_without_themes_has_no_everyday_page():
    assert Themes().word("goal") is None
    assert not Themes(script=Script()).many(0, 10**9)


@pytest.mark.parametrize("form", ["المباراة", "وبالمباراة", "للمباراة", "فمباراة"])
def test_a_word_is_known_behind_what_is_written_together_with_it(form):
    script = grammar("ar").lexicon.script
    assert grammar("ar").gate.themes.word(script.fold(form)) == script.fold("مباراة")
