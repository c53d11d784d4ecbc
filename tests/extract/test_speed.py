"""How fast English is read: `make bench`, or pytest tests/extract/test_speed.py --benchmark-only.

The column OPS is documents a second of one core's own time; what else the machine does is left out.
"""

from time import process_time

import pytest

from tests.extract.harmless import pages
from tests.extract.made import reading

# A news report of about 5,000 characters in which nearly every paragraph tells of harm.
RELEVANT = """
Barzan, 14 March - At least 23 people were killed and more than 60 wounded when two rockets hit a
grain market in the town of Barzan on Tuesday morning, doctors and residents said.

The first rocket fell near the weighing hall at about 9.40 a.m., when hundreds of farmers had come
to sell the last of the winter barley. The second struck the road outside ten minutes later, as
neighbours carried the wounded to vans and carts. "People were lying between the sacks," said Idris
Kamau, a miller, who had driven in from Kharab. "I counted eleven bodies, and then I stopped."

A doctor at the town's only clinic, who asked not to be named, said 19 of the dead had been brought
there, including seven children and four women. Another four people died on the way to the
provincial hospital, 40 km to the south. "We have three beds for burns and twenty-six patients," the
doctor said. The clinic treated 48 wounded, nine of them in critical condition, and sent 15 on.

The health department of the province put the toll at 21 on Tuesday afternoon and raised it to 23
overnight. It said the number could rise, as an unknown number of people were still missing under
the fallen roof. Rescue workers with a single digger pulled two brothers alive from the rubble early
on Wednesday.

No group claimed the attack. The regional governor, Salma Adan, blamed the Northern Front, a militia
that has held the hills above Barzan since November. A spokesman for the Front denied that it had
fired on the town and said the rockets had come from an army post. The army said it had carried out
no strikes in the district that day and had lost two soldiers in a separate ambush on the Tell Abda
road.

The market has been hit before. In January a mortar round killed six porters there, and in 2015 a
truck bomb left 31 people dead and 90 injured, according to the town council. Since the fighting
returned to the valley last autumn at least 412 civilians have been killed in the province, a
monitoring group said, 97 of them in February alone. The army disputes the figures and says it has
killed more than 300 militants in the same time.

Fighting has also driven tens of thousands of people from their homes. The migration agency said
about 11,600 people had fled Barzan and the villages around it in the past two weeks, some 350 of
them a day on foot over the eastern pass. The transit camp at Kharab, built for 4,000, now shelters
9,200 displaced people. Aid workers say up to 2,000 families are still trapped in the lower town,
where shells landed on Sunday and Monday and wells have run dry. "They can't leave by the road and
they can't stay," said Lina Oduya, who runs the camp's kitchen.

On Monday 14 shells fell on the lower town, destroying six houses and killing a teacher and his two
daughters, residents said. The council spoke of four dead. Two nurses and a driver were kidnapped
the same day on the road to the pass; the driver was later found shot dead. Police arrested 15 men
and freed one of the nurses on Tuesday evening.

The shelling is the heaviest since the truce of 2016 broke down. Between 1 March and 10 March alone
observers logged 212 explosions in Barzan district, most of them from mortars, and confirmed 33
civilian deaths, eleven of them children. They could not verify reports that a further 20 people had
been killed in Tell Abda, which has been cut off since the weekend. Hospital staff there said by
telephone that they had received 16 dead and between 40 and 50 wounded and had run out of blood. One
ambulance was hit on Saturday; its driver and a nurse died and three patients were hurt.

Human rights groups have called for an inquiry. "Nobody has been charged for the 31 killed in 2015,"
said Yusra Tal, a lawyer for the families, "and nobody was charged when the bakery was bombed." The
prosecutor's office says it is looking into 14 cases, in nine of which soldiers are suspected. It
did not say how many people had been detained. Three officers were arrested in June and freed in
August. Five other men, among them a former mayor of Kharab, disappeared in the same month.

Farther north, shelling wounded four herders near the salt works on Saturday night and killed some
of their animals, a relative said. A mine on the track to the quarry killed a boy of nine and tore
off his brother's leg. Sappers have cleared 1,140 mines there since the spring, at the cost of two
of their own lives. They say at least 3,000 more lie between the river and the road.

In the capital the government declared a day of mourning and promised 12 million dinars for the
families of the dead. The opposition said the money was no answer and asked why the town's two
watchtowers had stood empty for 40 days. A vote on the matter, the third this year, is due on 21
March.

The rebels still control about half of the valley, including the dam. Talks that began in October
ended without a result in December, after the killing of two members of the town's delegation. An
envoy is expected in Barzan on Thursday. He is the fifth in three years.
"""
# As dense as news is: a claim every 300 characters, as in forty real articles that were counted.
BACKGROUND = """
The town lies where the old caravan road leaves the river and climbs towards the pass. Before the
war its grain market drew buyers from three provinces, and families still speak of the autumn fairs
when the square was lit until morning. Much of that trade has moved to Kharab, where the warehouses
stand behind the army's second line and the road to the capital is open most days of the week.

"My father weighed barley in that hall, and so did his," said Idris Kamau, the miller, sitting on an
upturned crate outside the clinic. "People will say we should have stayed away. But where does one
sell barley, if not at the market?" Others around him nodded. An elderly woman in a green shawl said
that she had heard the first rocket come over the roofs and had thought of thunder.

Diplomats have tried for years to move the front away from the valley's towns. An agreement signed
in the spring promised a demilitarised strip along the river, with observers in the police stations
and a telephone line between the two commands. The observers came, but the strip was never marked
out, and each side says that the other has built positions inside it. The telephone, said an
officer, is answered when it suits whoever is called.

The Northern Front grew out of village guards that had been armed by the army itself and later fell
out with it over land and pay. It draws its recruits from the hill clans, collects tolls on the pass
and runs courts in the upper villages. Its leaders deny that they take orders from abroad. The
government calls the group a gang, though ministers have met its envoys more than once.

Analysts doubt that either side can win the valley outright. The hills favour the defender, the road
can be cut at a dozen bends, and neither has the means to hold the towns against the will of those
who live there. What both can do, and what they have done again and again, is to make the markets,
the clinics and the bakeries places that people are afraid to go to.

By evening the square had been swept and the last sacks carried under a roof. The council asked the
traders to come back in two days and offered them the school yard, which has thicker walls and a
second gate. Some said that they would; others were loading their scales on to carts. The mayor
walked from stall to stall without a guard, shaking hands. At the bus stop a boy sold tea from a can
and called out the names of the villages where the last bus would halt before the curfew.
"""
NEWS = RELEVANT[: RELEVANT.index("Fighting has also driven")] + BACKGROUND.lstrip()
# A page of about the same length without any harm.
HARMLESS_PART = """
Barzan, 14 March - The town council voted 14 to 9 on Tuesday to build a second bridge over the
river, after a debate of six hours and 41 speakers. The bridge will be 340 metres long and will cost
about 12 million dinars, of which the province pays half. Work begins in October.

"We have talked of it since my father was on the council," said Idris Kamau, a miller, whose lorries
cross the old bridge thirty times a day. "Now somebody has to pour the concrete." The old bridge was
finished in 1961 and carries 4,200 vehicles between dawn and dusk, three times as many as planned.

The mayor, Salma Adan, said the new road would bring the market within 25 minutes of the southern
villages. Farmers there grow 40,000 tonnes of barley a year, 12 per cent more than ten years ago,
and sell most of it through two traders. Some hoped that prices would rise; others did not. A vote
among 300 households found that seven in ten wanted the bridge and that half would use it daily.
"""
HARMLESS = HARMLESS_PART * 5
# The same behind a paragraph with words of acts that are done without harm too.
MILD = """
Talks over pay on the new line collapsed on Monday and the opposition attacked the mayor for it. A
plane from the capital brought a mediator. The team for the bridge faces an uphill battle, she said.
"""


pytestmark = pytest.mark.benchmark(timer=process_time)


def whole(text):
    """A report as ingest hands it on: a paragraph is one line."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


def test_a_news_report(benchmark):
    found = benchmark(reading, whole(NEWS))
    assert len(found.claims) > 14


def test_a_report_in_which_every_sentence_counts_harm(benchmark):
    found = benchmark(reading, whole(RELEVANT))
    assert len(found.claims) > 20


@pytest.mark.parametrize("text", [HARMLESS, MILD + HARMLESS], ids=["harmless", "mild"])
def test_a_report_without_harm(benchmark, text):
    found = benchmark(reading, whole(text))
    assert found.claims == ()


@pytest.mark.parametrize(
    ("lang", "name"), [(lang, name) for lang in ("en", "ar") for name in pages(lang)]
)
def test_a_page_that_plays_on_harm(benchmark, lang, name):
    page = pages(lang)[name]
    benchmark.extra_info["bytes"] = len(page.encode())
    benchmark(reading, page, lang=lang)
