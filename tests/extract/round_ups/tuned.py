"""Reports that the rules were tuned on: text, language, and the counts of each account."""

ROUND_UPS = [
    (
        "en",
        "On Monday, 3 people were killed by a landmine in Homs. In Idlib, an airstrike killed 5 "
        "civilians. In Aleppo, shelling injured 7 people.",
        [{3}, {5}, {7}],
    ),
    (
        "en",
        "A car bomb tore through a market in Baquba on Sunday, killing 11 people and wounding 26, "
        "police said. A shopkeeper said the blast threw him off his feet.\n\n"
        "Separately, gunmen shot dead four policemen at a checkpoint in Kirkuk.\n\n"
        "In another incident, a roadside bomb killed two farmers near Tuz Khurmatu.",
        [{11, 26}, {4}, {2}],
    ),
    (
        "en",
        "Daily bulletin, 13 March 2017\n"
        "- Saraqib: warplanes struck a bakery, killing 6 civilians and injuring 14.\n"
        "- Douma: artillery fire killed 2 women.\n"
        "- Manbij: a mine injured 3 children.",
        [{6, 14}, {2}, {3}],
    ),
    (
        "en",
        "Drone strikes kill nine in Shabwa\n\n"
        "A drone fired two missiles at a car in Shabwa on Saturday, killing nine people, tribesmen "
        "said. Nobody has claimed responsibility.\n\n"
        "Last month, on 20 February, a raid in Marib killed 16 villagers.",
        [{9}, {16}],
    ),
    (
        "en",
        "Shells fell on the old quarter of Taiz on Friday and killed eight people, among them two "
        "children, medics said. Elsewhere in Yemen, an air raid on a fishing boat off Hodeidah "
        "killed five fishermen and wounded three.",
        [{8, 2}, {5, 3}],
    ),
    (
        "en",
        "Clashes between two clans left 13 dead in Galkayo on Wednesday, elders said. Meanwhile, a "
        "suicide bomber killed six people outside a hotel in Mogadishu on Thursday.",
        [{13}, {6}],
    ),
    (
        "en",
        "12 March: A barrel bomb killed four members of a family in Kafr Zita.\n"
        "13 March: Two people were killed and nine injured when a rocket hit a school bus in "
        "Jisr al-Shughour.\n"
        "14 March: A sniper killed one man in Daraa.",
        [{4}, {2, 9}, {1}],
    ),
    (
        "en",
        "Seventeen worshippers were killed when a bomb went off in a mosque in Kunduz on Monday, "
        "the governor said. Rescuers pulled 31 wounded from the rubble. The attack came a day "
        "after a truck bomb killed 22 people in Jalalabad.",
        [{17, 31}, {22}],
    ),
    (
        "en",
        "Airstrikes hit the village of Badama on Sunday morning, killing ten people. Later the "
        "same day, a second strike hit a clinic in Kinsabba, killing three nurses.",
        [{10}, {3}],
    ),
    (
        "en",
        "A fire fight in the port town of Kismayo killed 7 soldiers on Tuesday. Also on Tuesday, a "
        "roadside bomb wounded 12 passengers on a bus in Baidoa. A third attack, in Jowhar, left "
        "two guards dead.",
        [{7}, {12}, {2}],
    ),
    (
        "en",
        "Two drone attacks rocked Nangarhar on Saturday. The first killed nine fighters in Achin. "
        "The second left four shepherds dead in Khogyani.",
        [{9}, {4}],
    ),
    (
        "en",
        "Sunday: Insurgents shelled a hospital in Mocimboa da Praia, killing six patients.\n\n"
        "Monday: A soldier stepped on a mine near Palma; he and two others were wounded.\n\n"
        "Tuesday: Gunmen raided a village outside Mueda and killed 13 people.",
        [{6}, {2}, {13}],
    ),
    (
        "en",
        "A shell killed five people in the market of Kadugli on Monday. In nearby Dilling, "
        "residents said bombs dropped by a plane had killed eight.",
        [{5}, {8}],
    ),
    (
        "en",
        "A blast in a tea house in Muqdadiya on Monday night killed 20 people. It was the "
        "deadliest bombing since November 2016, when a truck bomb near Hilla killed 77.",
        [{20}, {77}],
    ),
    (
        "en",
        "Militia fighters killed 11 farmers in Bria on Friday. Hours earlier, armed men had "
        "attacked a convoy in Bangassou, killing three drivers. The UN condemned both attacks.",
        [{11}, {3}],
    ),
    (
        "en",
        "Artillery killed three people in Zaporizhzhia overnight, officials said. In the Kharkiv "
        "region, four people died in Kupiansk and 15 were hurt. Missiles fired at Mykolaiv wounded "
        "8.",
        [{3}, {4, 15}, {8}],
    ),
    (
        "en",
        "- Baghdad: a sticky bomb killed 3 people in Sadr City\n"
        "- Mosul: snipers shot dead 5 civilians fleeing the old city\n"
        "- Kirkuk: gunmen wounded 2 policemen",
        [{3}, {5}, {2}],
    ),
    (
        "en",
        "A missile hit a bus station in Ataq on Sunday and killed 12 people. The town was struck "
        "on 2 February by a bomb that killed four policemen.",
        [{12}, {4}],
    ),
    (
        "ar",
        "قتل 3 مدنيين بقصف على بلدة تفتناز أمس. وشهدت البلدة غارة في 4 شباط أدت إلى مقتل 8 أشخاص.",
        [{3}, {8}],
    ),
    (
        "ar",
        "قتل 4 مدنيين وأصيب 9 آخرون بقصف مدفعي على مدينة أريحا يوم الاثنين. وفي سياق آخر، قتل "
        "شخصان بانفجار لغم في ريف منبج. كما أصيب 6 أطفال بقصف على بلدة سرمين.",
        [{4, 9}, {2}, {6}],
    ),
    (
        "ar",
        "استشهد 5 مواطنين في غارة استهدفت منزلا في مخيم النصيرات. وفي خان يونس، استشهد 3 مواطنين "
        "إثر قصف خيمة للنازحين. وفي مدينة غزة أصيب 8 مواطنين في قصف على حي الزيتون.",
        [{5}, {3}, {8}],
    ),
    (
        "ar",
        "حصيلة يوم 13 آذار 2017:\n"
        "- إدلب: مقتل 7 مدنيين بغارة جوية على سوق شعبي.\n"
        "- حلب: إصابة 4 أشخاص بانفجار عبوة ناسفة.\n"
        "- درعا: مقتل شاب برصاص قناص.",
        [{7}, {4}, {1}],
    ),
    (
        "ar",
        "قتل 12 شخصا وأصيب 20 آخرون بتفجير سيارة مفخخة في مدينة الباب أمس الأحد. وكان انفجار مماثل "
        "قد وقع في مدينة عفرين في 20 شباط الماضي وأدى إلى مقتل 9 أشخاص.",
        [{12, 20}, {9}],
    ),
    (
        "ar",
        "أفاد مصدر أمني بمقتل 3 جنود بهجوم مسلح على نقطة تفتيش في الطارمية. من جهة أخرى، انفجرت "
        "عبوة ناسفة في سوق بمدينة بعقوبة وأسفرت عن مقتل مدني وإصابة 5 آخرين.",
        [{3}, {1, 5}],
    ),
    (
        "ar",
        "أدى قصف جوي على قرية معرزيتا إلى مقتل 6 مدنيين بينهم طفلان. وفي حادث منفصل قتلت امرأة "
        "برصاص مجهولين في مدينة الرقة.",
        [{6, 2}, {1}],
    ),
    (
        "ar",
        "أصيب 5 مدنيين بقصف على مدينة كفرزيتا صباح اليوم. وفي دير الزور، قتل 3 أشخاص بغارة جوية "
        "على بلدة الشحيل. وأصيب 7 عمال بانفجار عبوة قرب الطبقة.",
        [{5}, {3}, {7}],
    ),
    (
        "ar",
        "• الرقة: مقتل 6 أشخاص بقصف على قرية الكرامة.\n"
        "• إدلب: إصابة 9 مدنيين بسقوط صاروخ على بنش.\n"
        "• درعا: مقتل 2 من عناصر الشرطة بهجوم مسلح على حاجز.",
        [{6}, {9}, {2}],
    ),
    (
        "ar",
        "قتل 7 مدنيين بقصف على مدينة تعز يوم الاثنين. وفي أواخر كانون الثاني الماضي قتل 12 شخصا "
        "بغارة على ذمار.",
        [{7}, {12}],
    ),
    (
        "ar",
        "قصفت مدفعية النظام بلدة اللطامنة ما أدى لمقتل 4 أشخاص. وفي السياق ذاته، أصيب 8 مدنيين "
        "بقصف صاروخي على مورك. وبعد ساعات انفجر لغم في قرية عطشان وقتل 2 من الرعاة.",
        [{4}, {8}, {2}],
    ),
    (
        "ar",
        "قتل 8 أشخاص بغارات على مدينة صعدة مساء السبت. وفي محافظة الحديدة، أصيب 11 صيادا بقصف "
        "استهدف قاربهم.",
        [{8}, {11}],
    ),
    (
        "en",
        "Police shot dead three demonstrators in Conakry on Thursday, an opposition leader "
        "said. Two more people were killed in clashes in Kindia, according to a doctor "
        "there.",
        [{3}, {2}],
    ),
    (
        "en",
        "KABUL: A magnetic bomb wounded a lawmaker and four bodyguards in the capital on "
        "Sunday. In eastern Khost, mourners were attacked at a funeral and seven of them "
        "were killed.",
        [{1, 4}, {7}],
    ),
    (
        "en",
        "Boko Haram fighters raided Gajiganna on Tuesday, killing 15 farmers. They also "
        "attacked the nearby village of Auno, where eight people were burned to death.",
        [{15}, {8}],
    ),
    (
        "en",
        "At least 10 people were killed when a market was shelled in Kreida on Friday. On "
        "Saturday, an air strike on Tora killed six members of one family.",
        [{10}, {6}],
    ),
    (
        "en",
        "A series of explosions hit Baghdad on Monday. In Karrada, a car bomb killed six "
        "people. In Shaab, nine died when a minibus blew up. A third bomb, in Dora, wounded "
        "17.",
        [{6}, {9}, {17}],
    ),
    (
        "en",
        "Gunmen killed a priest in Jos on Monday night. The same night, nine people were "
        "killed in an attack on Barkin Ladi, local officials said.",
        [{1}, {9}],
    ),
    (
        "en",
        "Syria: - regime helicopters dropped barrels on Latamneh, killing 3 civilians.\n- a "
        "landmine killed 2 boys in Tabqa.\n- ISIS executed 4 men in Mayadin.",
        [{3}, {2}, {4}],
    ),
    (
        "en",
        "Soldiers killed nine suspected rebels in Marawi, the army said on Wednesday. In "
        "Sulu province further west, the Abu Sayyaf beheaded two hostages. The army has "
        "5,000 troops there.",
        [{9}, {2}],
    ),
    (
        "en",
        "Rebel rockets killed a woman and wounded five people in Sirte on Sunday, hospital "
        "sources said. Some 200 kilometres to the east, in Ajdabiya, an explosion in a "
        "mosque killed four.",
        [{1, 5}, {4}],
    ),
    (
        "en",
        "Last week saw a surge of violence. On 7 March, a bomb killed 8 people in Sehwan. "
        "Two days later, gunmen shot dead 3 policemen in Quetta. On 12 March, shelling "
        "across the Line of Control killed 2 villagers in Nakyal.",
        [{8}, {3}, {2}],
    ),
    (
        "ar",
        "قتل 3 مدنيين في قصف على قرية الهبيط. كذلك قتل 5 أشخاص في غارة على بلدة حيش جنوبي إدلب.",
        [{3}, {5}],
    ),
    (
        "ar",
        "أعلنت وزارة الصحة استشهاد 4 فلسطينيين برصاص الاحتلال في طولكرم، واستشهاد فتى في "
        "قلقيلية. وفي القدس أصيب 6 شبان.",
        [{4}, {1}, {6}],
    ),
    (
        "ar",
        "قتل شرطيان بانفجار عبوة في الموصل أمس. وفي كركوك، هاجم مسلحون نقطة أمنية فقتلوا 4 "
        "جنود. وفي ديالى أصيب 3 مدنيين بقذيفة هاون.",
        [{2}, {4}, {3}],
    ),
    (
        "ar",
        "شن الطيران الحربي غارات على مدينة معرة النعمان أوقعت 9 قتلى. إلى ذلك قتل مدنيان "
        "وأصيب 5 آخرون بقصف على قرية تلمنس.",
        [{9}, {2, 5}],
    ),
    (
        "ar",
        "لقي 6 أشخاص حتفهم في هجوم على قرية في دارفور يوم السبت. وكان 11 شخصا قتلوا في هجوم "
        "على مدينة نيالا في 1 آذار.",
        [{6}, {11}],
    ),
    (
        "ar",
        "#إدلب: استشهاد 3 مدنيين بقصف مدفعي على سرمين\n#حماة: مقتل 4 عناصر بكمين قرب "
        "السلمية\n#درعا: إصابة طفلين بانفجار لغم في نوى",
        [{3}, {4}, {2}],
    ),
]
"""Reports that tell of several incidents."""

SINGLE = [
    (
        "en",
        "An airstrike killed 12 people in Saraqib on Sunday. Nine of the wounded were taken to a "
        "hospital in Antakya, where two of them died.",
    ),
    (
        "en",
        "Gunmen from Garissa killed six quarry workers in Mandera on Monday. Police in Nairobi "
        "said four attackers were shot dead in the same raid.",
    ),
    (
        "en",
        "Air raids killed 12 people in northern Syria on Monday: five in Ariha, four in Binnish "
        "and three in Sarmin.",
    ),
    (
        "en",
        "Twenty people were killed in attacks across Yemen on Friday. Eleven died in Taiz and nine "
        "in Hodeidah.",
    ),
    (
        "en",
        "A bomb killed 15 people at a bus station in Peshawar on Sunday. An earlier toll put the "
        "dead at 11. On Monday the number of wounded reached 40, doctors in Peshawar said.",
    ),
    (
        "en",
        "A truck bomb killed 34 people in Maiduguri on Saturday. Thousands gathered in Abuja on "
        "Monday for a ceremony in memory of the 34 victims.",
    ),
    (
        "en",
        "Shelling killed three brothers in the Zanjili district of western Mosul on Tuesday. "
        "Their uncle, who lives in Erbil, said five relatives had been wounded.",
    ),
    (
        "en",
        "A missile hit an apartment block in Dnipro on Saturday, killing 9. The city's mayor said "
        "the missile, fired from Crimea, had wounded 27. By Sunday rescuers in Dnipro had found "
        "two more bodies.",
    ),
    (
        "en",
        "At least 40 people were killed when a boat carrying migrants from Libya sank off "
        "Lampedusa on Friday. Twelve survivors were brought to Catania.",
    ),
    (
        "ar",
        "قتل 5 مدنيين بقصف على بلدة كفرنبل يوم الأحد، ونقل 7 جرحى إلى مشفى في مدينة إدلب.",
    ),
    (
        "ar",
        "قتل 9 أشخاص في محافظة حلب: 4 في الأتارب و3 في دارة عزة و2 في عندان.",
    ),
    (
        "ar",
        "انفجرت سيارة مفخخة قادمة من الفلوجة في مدينة الرمادي أمس، ما أدى إلى مقتل 6 أشخاص وإصابة "
        "15. وقال مسؤول في بغداد إن عدد القتلى 6.",
    ),
    (
        "en",
        "A drone killed four men in a car in Datta Khel on Wednesday. A security official in "
        "Islamabad said all 4 were militants; residents said two of the dead were labourers.",
    ),
    (
        "en",
        "Eight people drowned when a dinghy capsized off Kos on Monday. In Athens, a "
        "coastguard spokesman said 22 others had been rescued.",
    ),
    (
        "en",
        "A suicide attack on a bus in Parwan killed 5 people on Tuesday. The bus had left "
        "Mazar-i-Sharif in the morning. In Kabul, hospitals treated 19 wounded.",
    ),
    (
        "en",
        "The army said it killed 12 militants in an operation in Rafah. A resident said by "
        "phone from el-Arish that four of the dead were civilians.",
    ),
    (
        "en",
        "A strike on Deir ez-Zor killed 30 soldiers, the ministry in Damascus said. In "
        "Moscow, officials put the dead at 62.",
    ),
    (
        "ar",
        "قتل 10 أشخاص في غارة على مدينة الميادين. وفي دمشق، قال مصدر عسكري إن الغارة قتلت 12 شخصا.",
    ),
    (
        "ar",
        "أصيب 4 متظاهرين في مدينة الناصرية. ونقل الجرحى إلى مستشفى في البصرة حيث توفي 2 منهم.",
    ),
]
"""Reports that tell of one incident, whatever other places and days they name."""
