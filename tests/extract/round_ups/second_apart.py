"""Days, cities and tolls of one report, written with `second_tuned` and never tuned on."""

ROUND_UPS = [
    (
        "en",
        "On Friday, a grenade attack on a church in Beni killed four people. In another attack on "
        "Sunday, rebels hacked six farmers to death on the edge of the town.",
        [{4}, {6}],
    ),
    (
        "en",
        "A suicide bomber killed 25 recruits in Mogadishu on Sunday. On Monday a roadside bomb in "
        "Mogadishu killed a colonel and wounded three of his guards.",
        [{25}, {1, 3}],
    ),
    (
        "en",
        "Two civilians were hurt in Chernihiv on Monday. Saturday's missile strike on Poltava "
        "killed 51 people.",
        [{2}, {51}],
    ),
    (
        "en",
        "In Sidon, a drone killed one man in his car on Monday, the ministry said. Israel's raids "
        "on Baalbek killed 19 people.",
        [{1}, {19}],
    ),
    (
        "en",
        "Three policemen were shot dead in Mansehra on Monday, less than a week after a bomb in "
        "Kohat killed 17 people.",
        [{3}, {17}],
    ),
    (
        "en",
        "A day after gunmen massacred 22 villagers in Barsalogho, an ambush killed five soldiers "
        "near Djibo, security sources said on Monday.",
        [{5}, {22}],
    ),
    (
        "en",
        "The explosion in Lahore, which killed 13 people, came two days after a shooting in "
        "Karachi left six dead.",
        [{13}, {6}],
    ),
    (
        "en",
        "10 March: Two fishermen were killed by gunfire off Rafah.\n"
        "11 March: Tank shells killed a family of five in Rafah.\n"
        "12 March: A raid on Tulkarm left three youths wounded.",
        [{2}, {5}, {3}],
    ),
    (
        "en",
        "Bandits killed 18 people in Kankara on Saturday. The town was attacked again on Monday "
        "and 4 people were killed.",
        [{18}, {4}],
    ),
    (
        "en",
        "A shell hit a bus stop in Donetsk on Sunday, killing three passengers. Another shell "
        "killed two pensioners in the city on Monday morning.",
        [{3}, {2}],
    ),
    (
        "en",
        "Shelling of a market in Nyala killed ten people on Saturday, activists said. In El "
        "Fasher, 3 women died on Sunday when a drone hit a shelter. On Monday, army planes bombed "
        "Nyala, killing 8.",
        [{10}, {3}, {8}],
    ),
    (
        "ar",
        "قتل 3 عناصر أمن بهجوم في مدينة درعا يوم الجمعة. ويوم الأحد، اغتال مجهولون 2 من وجهاء "
        "المدينة.",
        [{3}, {2}],
    ),
    (
        "ar",
        "استشهد مواطنان في قصف استهدف مخيم جباليا أمس. غارات الاحتلال على دير البلح أسفرت عن "
        "استشهاد 15 مواطنا.",
        [{2}, {15}],
    ),
    (
        "ar",
        "أصيب 6 مدنيين بانفجار عبوة ناسفة في منبج اليوم، وذلك بعد يومين من انفجار في جرابلس أدى "
        "إلى مقتل 11 شخصا.",
        [{6}, {11}],
    ),
    (
        "ar",
        "قتل 10 أشخاص بغارات على مدينة صنعاء يوم السبت، وفق مصادر طبية. ويوم الاثنين قتل 4 أشخاص "
        "بغارة أخرى على صنعاء.",
        [{10}, {4}],
    ),
    (
        "ar",
        "حصيلة الأسبوع:\n"
        "- السبت: مقتل 2 بقصف على كفرنبل.\n"
        "- الأحد: مقتل 5 بقصف على كفرنبل.\n"
        "- الاثنين: إصابة 3 بقصف على حاس.",
        [{2}, {5}, {3}],
    ),
]
"""Reports that tell of several incidents."""

SINGLE = [
    (
        "en",
        "A blast at a clinic in Jalalabad killed 16 people on Saturday. By Monday the number of "
        "dead had climbed to 19, a doctor in Jalalabad said.",
    ),
    (
        "en",
        "Soldiers shot dead nine protesters in Bamako on Sunday. On Monday the opposition said 11 "
        "people had been killed in Sunday's shooting in Bamako.",
    ),
    (
        "en",
        "Missiles killed seven people in Zaporizhzhia on Sunday. On Monday, rescuers pulled three "
        "bodies from the rubble in Zaporizhzhia.",
    ),
    (
        "en",
        "An attack on a base in Gao killed 30 soldiers on Saturday. On Monday, the defence "
        "ministry lowered its toll to 27 and said 12 attackers were killed in the fighting.",
    ),
    (
        "en",
        "Two days after an air strike killed 12 people in Ibb, four of the wounded died in a "
        "hospital in Sanaa.",
    ),
    (
        "ar",
        "قتل 14 شخصا بغارة على سوق في مدينة تعز يوم السبت. وقال طبيب يوم الاثنين إن عدد القتلى بلغ "
        "16.",
    ),
    (
        "ar",
        "قصف الطيران مدينة إدلب يوم الأحد فقتل 8 مدنيين. ويوم الاثنين انتشلت فرق الإنقاذ 3 جثث من "
        "تحت الأنقاض في المدينة.",
    ),
]
"""Reports that tell of one incident, whatever other days they name."""
