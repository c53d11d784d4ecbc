"""Reports written before the rules and never tuned on: they tell how well the rules hold."""

ROUND_UPS = [
    (
        "en",
        "Two roadside bombs struck convoys in Helmand on Thursday. The first, in Sangin, killed "
        "four soldiers. The second, in Gereshk, killed three civilians and wounded ten.",
        [{4}, {3, 10}],
    ),
    (
        "en",
        "Gunmen on motorbikes killed 14 villagers in Tillaberi on Sunday, a local official said. "
        "In a separate attack on the same day, six herders were killed near Ayorou. Niger has been "
        "fighting insurgents for years.",
        [{14}, {6}],
    ),
    (
        "en",
        "Weekly security summary\n\n"
        "Monday: an explosion at a fuel depot in Zawiya killed five workers.\n\n"
        "Tuesday: unknown gunmen killed a judge in Benghazi.\n\n"
        "Wednesday: shelling in southern Tripoli wounded eight residents.",
        [{5}, {1}, {8}],
    ),
    (
        "en",
        "A rocket killed three children in a field outside Lashkar Gah on Monday, their father "
        "said. In neighbouring Kandahar province, police said a suicide bomber had killed seven "
        "officers.",
        [{3}, {7}],
    ),
    (
        "en",
        "The bombing of a wedding hall in Herat on Friday left 18 people dead and 45 wounded. It "
        "was the worst attack since August 2016, when a blast at a shrine in Ghazni killed 29.",
        [{18, 45}, {29}],
    ),
    (
        "en",
        "• In Khartoum, police fired on protesters, killing 4.\n"
        "• In Omdurman, 9 demonstrators were wounded by live rounds.\n"
        "• In Nyala, militiamen killed 12 residents of a camp.\n"
        "• In El Obeid, a student was shot dead.",
        [{4}, {9}, {12}, {1}],
    ),
    (
        "en",
        "An Israeli strike on a cafe in Gaza City killed 6 people on Monday, hospital staff said. "
        "Further south, in Rafah, tank fire killed a mother and wounded her 3 sons. Israeli forces "
        "also raided Jenin in the West Bank, where 2 gunmen were killed.",
        [{6}, {1, 3}, {2}],
    ),
    (
        "en",
        "Ten miners died when attackers stormed a pit near Goma early on Saturday. Hours later, "
        "militiamen ambushed a truck in Bunia, killing five passengers.",
        [{10}, {5}],
    ),
    (
        "en",
        "Russian shelling killed two people in Kherson on Sunday, the regional head said. In the "
        "Donetsk region, three people were killed in Toretsk and seven wounded. A drone attack on "
        "Odesa wounded 11.",
        [{2}, {3, 7}, {11}],
    ),
    (
        "en",
        "A grenade thrown into a bar in Bujumbura wounded 16 people on Saturday night. On Sunday, "
        "a ruling party official and his driver, 2 men in all, were shot dead in Gitega.",
        [{16}, {2}],
    ),
    (
        "ar",
        "قتل مدنيان وأصيب 7 آخرون بقصف صاروخي استهدف مدينة جسر الشغور اليوم الخميس. وفي حلب، أصيب "
        "4 مدنيين بقصف مدفعي على بلدة الأتارب. وقتل 3 عمال بانفجار لغم قرب تدمر.",
        [{2, 7}, {4}, {3}],
    ),
    (
        "ar",
        "ارتقى 6 شهداء بقصف الاحتلال سيارة في حي الشجاعية. كما استشهد 4 أشخاص بقصف منزل في رفح. "
        "وفي جنين أصيب 10 شبان برصاص الاحتلال.",
        [{6}, {4}, {10}],
    ),
    (
        "ar",
        "هاجم مسلحون قرية في سنجار وقتلوا 5 من سكانها، بحسب مصدر محلي. وفي حادث آخر، لقي 3 رعاة "
        "مصرعهم بانفجار مخلفات حربية جنوب الموصل.",
        [{5}, {3}],
    ),
    (
        "ar",
        "• ريف دمشق: مقتل 8 أشخاص بقصف على دوما.\n"
        "• حمص: إصابة 13 شخصا بسقوط قذائف على حي الوعر.\n"
        "• دير الزور: مقتل 2 بغارة للتحالف على البوكمال.",
        [{8}, {13}, {2}],
    ),
    (
        "ar",
        "قتل 10 جنود بهجوم على معسكر في أبين يوم الجمعة. وفي منتصف شباط الماضي قتل 15 جنديا بتفجير "
        "في عدن.",
        [{10}, {15}],
    ),
    (
        "ar",
        "أصيب 3 عناصر من الشرطة بانفجار دراجة نارية في مدينة جرابلس. وفي سياق متصل، قتل شخص وأصيب "
        "6 بانفجار سيارة في مدينة رأس العين.",
        [{3}, {1, 6}],
    ),
    (
        "ar",
        "أسفرت غارات ليلية على مدينة دوما عن مقتل 14 مدنيا. وفي بلدة عربين قتل 5 مدنيين بقذائف "
        "هاون. وسقطت قذائف على حي في دمشق وأدت إلى إصابة 9 أشخاص.",
        [{14}, {5}, {9}],
    ),
    (
        "ar",
        "قتل 7 أشخاص بينهم امرأتان بقصف استهدف مدرسة في خان شيخون. وفي وقت لاحق، استهدفت غارة "
        "مدينة سراقب ما أدى لمقتل 3 مسعفين. وكانت المدينة شهدت غارة في 2 آذار أودت بحياة 6 أشخاص.",
        [{7, 2}, {3}, {6}],
    ),
    (
        "en",
        "A mortar round hit a playground in Avdiivka on Wednesday and wounded 3 boys. The town "
        "also lost two soldiers in fighting at the end of February. Across the line, in Donetsk "
        "city, local authorities said shelling had killed 4 people on Tuesday.",
        [{3}, {2}, {4}],
    ),
]
"""Reports that tell of several incidents."""

SINGLE = [
    (
        "en",
        "A blast at a police academy in Quetta killed 21 cadets on Monday. The wounded, 30 in all, "
        "were flown to Karachi. Officials in Islamabad blamed fighters trained in Kandahar.",
    ),
    (
        "en",
        "Forty-one people were killed across Iraq on Sunday, the deadliest day this month. The "
        "worst violence was in Baghdad, where 28 people died. Another 13 were killed in Mosul.",
    ),
    (
        "en",
        "A roadside bomb hit a minibus in Farah on Friday, killing 8 passengers. The bus was on "
        "its way from Herat to Kandahar. Five of the dead came from one family in Herat.",
    ),
    (
        "en",
        "The funeral of 7 children killed in a strike on a school in Saada was held in Sanaa on "
        "Monday. Witnesses in Saada said the strike on Thursday had also wounded 12.",
    ),
    (
        "en",
        "Shells hit a house in Sloviansk at dawn on Tuesday. The regional governor said from "
        "Kramatorsk that 5 people were killed and 10 wounded; by noon, the city council spoke of 6 "
        "dead.",
    ),
    (
        "en",
        "Raiders who had crossed from Chad killed 19 villagers in Kukawa on Saturday night, a "
        "survivor told reporters in Maiduguri. He said 4 women had been abducted.",
    ),
    (
        "en",
        "Fourteen people were shot dead at a nightclub in Reynosa on Sunday. Prosecutors in Mexico "
        "City opened an inquiry. Among the victims were 3 visitors from Monterrey.",
    ),
    (
        "en",
        "A plane bombed a camp in Atmeh on Friday and killed 10 people. The camp shelters 3,000 "
        "families from Hama. A girl wounded in the attack died in Reyhanli on Sunday.",
    ),
    (
        "ar",
        "قتل 11 شخصا بتفجير انتحاري في مدينة كربلاء يوم الأحد. وتوفي اثنان من الجرحى في مستشفى "
        "ببغداد.",
    ),
    (
        "ar",
        "استهدف طيران مسير سيارة في مدينة الحسكة ما أسفر عن مقتل 3 أشخاص، وينحدر القتلى الـ3 من "
        "مدينة القامشلي.",
    ),
    (
        "ar",
        "وثقت منظمة محلية مقتل 20 مدنيا في سوريا يوم الاثنين، 12 منهم في إدلب و8 في حلب.",
    ),
    (
        "ar",
        "شيع أهالي مدينة نابلس 4 شهداء سقطوا برصاص الاحتلال في مخيم بلاطة فجر الثلاثاء. وأصيب في "
        "المواجهات 17 شابا.",
    ),
]
"""Reports that tell of one incident, whatever other places and days they name."""
