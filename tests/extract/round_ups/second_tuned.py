"""Days, cities and tolls of one report, on which the rules were tuned later."""

ROUND_UPS = [
    (
        "en",
        "A car bomb killed 12 people in Kirkuk on Saturday, police said. In a separate attack on "
        "Monday, gunmen shot dead three guards in the same city.",
        [{12}, {3}],
    ),
    (
        "en",
        "Shelling killed four people in Kramatorsk on Sunday, the mayor said. On Monday, a drone "
        "strike on the city killed two women.",
        [{4}, {2}],
    ),
    (
        "en",
        "In Kherson, one person was killed on Monday. Russia's attack on Odesa killed 21.",
        [{1}, {21}],
    ),
    (
        "en",
        "A day after 30 people died in Herat, a blast in Kabul killed four policemen.",
        [{4}, {30}],
    ),
    (
        "en",
        "A rocket killed two shepherds near Saada on Monday, two days after an air raid on a "
        "market in Hajjah killed 41 people.",
        [{2}, {41}],
    ),
    (
        "en",
        "Monday: mortar fire killed three people in Taiz.\n"
        "Tuesday: a sniper killed a girl in Taiz.\n"
        "Tuesday: a mine wounded six people in Mocha.",
        [{3}, {1}, {6}],
    ),
    (
        "en",
        "Gunmen killed seven people in a bar in Bamenda on Friday night. On Sunday, four soldiers "
        "died when their patrol was ambushed in Bamenda.",
        [{7}, {4}],
    ),
    (
        "en",
        "An air strike on Monday killed nine people in Mekelle. Two earlier strikes on the city, "
        "on 1 March, killed 16.",
        [{9}, {16}],
    ),
    (
        "en",
        "One man was wounded in Nikopol on Sunday, officials said. The bombardment of Kharkiv "
        "killed six people and wounded 40. A missile strike on Sumy killed 34.",
        [{1}, {6, 40}, {34}],
    ),
    (
        "en",
        "QUETTA - A bomb at a bazaar in Turbat killed eight people on Monday, a day after 14 "
        "miners were shot dead in Harnai.",
        [{8}, {14}],
    ),
    (
        "en",
        "Raiders killed 11 people in the village of Kwall on Thursday, residents said. They came "
        "back on Saturday night and killed five more in the same village.",
        [{11}, {5}],
    ),
    (
        "ar",
        "قتل 6 أشخاص بانفجار سيارة مفخخة في مدينة عفرين يوم السبت. وفي هجوم آخر يوم الاثنين، قتل "
        "مسلحون 2 من عناصر الشرطة في المدينة نفسها.",
        [{6}, {2}],
    ),
    (
        "ar",
        "قتل مدني بقصف على مدينة سراقب أمس الاثنين. وكان قصف يوم السبت على المدينة قد أودى بحياة 5 "
        "مدنيين.",
        [{1}, {5}],
    ),
    (
        "ar",
        "قتل 4 جنود بتفجير في عدن يوم الاثنين، بعد يوم من مقتل 13 شخصا بهجوم في المكلا.",
        [{4}, {13}],
    ),
    (
        "ar",
        "في نابلس، أصيب 3 شبان برصاص الاحتلال. قصف مدفعي على بيت حانون أسفر عن استشهاد 8 مواطنين.",
        [{3}, {8}],
    ),
    (
        "ar",
        "الأحد: مقتل 3 أشخاص بقصف على مدينة دوما.\n"
        "الاثنين: مقتل 7 أشخاص بقصف على مدينة دوما.\n"
        "الاثنين: إصابة 4 أطفال بقصف على حرستا.",
        [{3}, {7}, {4}],
    ),
]
"""Reports that tell of several incidents."""

SINGLE = [
    (
        "en",
        "A truck bomb killed 38 people in Mogadishu on Saturday. The toll rose to 44 on Monday, a "
        "hospital said.",
    ),
    (
        "en",
        "A bomb killed 15 people in Peshawar on Sunday. On Monday, police in the city said the "
        "attack had killed 17 people.",
    ),
    (
        "en",
        "Shelling killed four people in Kramatorsk on Sunday. On Monday, two more people died of "
        "their wounds in the city's hospital.",
    ),
    (
        "en",
        "An air strike killed 20 people in Hodeidah on Saturday. On Sunday, crowds in Hodeidah "
        "buried 18 victims of the attack.",
    ),
    (
        "en",
        "A strike on a hospital in Kunduz on Saturday killed 22 people. Three days after the "
        "attack, the charity said 24 staff were still missing.",
    ),
    (
        "ar",
        "قتل 9 أشخاص بانفجار في مدينة الباب يوم السبت. وارتفعت الحصيلة يوم الأحد إلى 12 قتيلا.",
    ),
    (
        "ar",
        "قتل 5 مدنيين بغارة على مدينة أريحا يوم الأحد. وقال الدفاع المدني يوم الاثنين إن الغارة "
        "على المدينة أدت لمقتل 6 مدنيين.",
    ),
]
"""Reports that tell of one incident, whatever other days they name."""
