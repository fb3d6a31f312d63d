// Words by which the classifier knows a topic, as the language writes them; `classify.ts` stems them, so one form stands for
// its inflections (broken plurals are listed). `a_b` is a phrase. A word under several topics counts less for each.

export const lexicon: Record<string, { ar: string; en: string }> = {
  'medtop:01000000': {
    ar: `ثقافة ثقافي فن فنون فنان فنانة فيلم أفلام سينما سينمائي مسرح مسرحية مسلسل دراما موسيقى موسيقي أغنية أغاني مغني مطرب ألبوم حفل مهرجان متحف متاحف
      معرض لوحة رسام نحت نحات فخار خزاف خزف تراث أثري مخطوطة رواية روائي شاعر شعر قصيدة أدب أدبي أديب كاتب مؤلف كتاب مكتبة ناشر
      ممثل ممثلة مخرج إخراج تلفزيون إذاعي إعلام إعلامي صحافة رقص باليه أوبرا عرض_أول جائزة_الأوسكار ترميم جمهور`,
    en: `culture cultural art arts artist artistic film films movie cinema theatre theater stage drama music musical musician song singer album concert festival
      museum gallery exhibition exhibit painting painter sculpture sculptor pottery potter heritage manuscript novel novelist poet poetry poem literature literary
      author book books library publisher actor actress director screen television broadcaster journalism media dance ballet opera orchestra premiere oscar
      grammy curator restoration audience entertainment comedy celebrity`,
  },
  'medtop:02000000': {
    ar: `جريمة جرائم جنائي قانون قانوني قضاء قضائي قاض قضاة محكمة محاكم محاكمة حكم_قضائي محام محامي محامون دفاع_المتهم ادعاء نيابة النيابة_العامة مدع
      متهم متهمين تهمة تهم اتهام سجن سجين حبس حبسه معتقل اعتقال اعتقلت توقيف موقوف شرطة شرطي ضابط تحقيق محقق قتل قاتل جثة سرقة سارق لص سطو
      احتيال نصب رشوة فساد تزوير غسل_أموال تهريب مهرب مخدرات اغتصاب تحرش ابتزاز اختطاف خطف عقوبة إعدام غرامة براءة إدانة       استئناف طعن جلسة شاهد شهادة مذكرة دعوى قضية مغشوش غش عدالة مشتبه جنايات جنح`,
    en: `crime criminal law legal court courts judge jury justice trial lawyer attorney barrister prosecutor prosecution defendant accused charge charged indictment
      guilty verdict sentence sentenced prison jail inmate detained detention arrest arrested police policeman officer detective investigation murder murderer
      killing homicide theft thief robbery burglary fraud bribe bribery corruption forgery laundering smuggling smuggler drugs rape assault harassment
      blackmail kidnap kidnapping penalty fined acquitted acquittal convicted conviction appeal lawsuit sue sued witness testimony warrant suspect bail`,
  },
  'medtop:03000000': {
    ar: `كارثة كوارث حادث حوادث زلزال زلازل هزة_أرضية فيضان فيضانات سيول سيل إعصار تسونامي بركان حريق حرائق إطفاء إطفائي اندلع احتراق انفجار انهيار
      انهيار_أرضي انقاض أنقاض تحطم تصادم اصطدام دهس غرق غرقى قارب_مقلوب انقلاب_حافلة خروج_القطار إنقاذ منقذ مسعف إسعاف طوارئ الدفاع_المدني
      إجلاء إخلاء نازح منكوب منكوبين متضرر متضررين ضحية ضحايا مصرع ناج ناجين مفقود مفقودين عالق عالقين جرف جرفت انقطاع إغاثة
      مأوى إيواء عطل تسرب دمار خسائر_بشرية`,
    en: `disaster catastrophe accident crash crashed collision derailed derailment earthquake quake aftershock flood floods flooding flooded tsunami volcano eruption
      hurricane typhoon cyclone tornado landslide mudslide avalanche wildfire fire blaze firefighter explosion blast collapse collapsed rubble debris sank sinking
      capsized drowned rescue rescuer rescued evacuate evacuated evacuation emergency ambulance paramedic stranded missing survivor survivors victim victims
      casualty casualties shelter relief displaced wreckage toll helicopter spill fault outage`,
  },
  'medtop:04000000': {
    ar: `اقتصاد اقتصادي مال مالي مالية أعمال شركة شركات بنك بنوك مصرف مصرفي مصارف بورصة أسهم سهم سندات سوق أسواق تداول مستثمر استثمار استثمارات تجارة تجاري
      تاجر تجار صادرات واردات تصدير استيراد جمارك رسوم ميناء موانئ شحن شحنة سفن بضائع ملاحة نفط نفطي أوبك برميل غاز أسعار سعر تضخم غلاء دينار دولار
      يورو ريال درهم جنيه عملة عملات صرف ميزانية موازنة عجز دين ديون قرض قروض فائدة ضريبة ضرائب إيرادات أرباح ربح خسارة خسائر نمو
      ركود ناتج_محلي صناعة مصنع مصانع عقار عقارات إفلاس تمويل تكلفة كلفة تعرفة سياحة_وافدة تأمين تفريغ`,
    en: `economy economic economist finance financial business company companies corporate firm bank banks banking banker stock stocks share shares shareholder bond
      bonds market markets trading trader invest investor investment trade export exports import imports tariff customs fee fees port ports shipping cargo freight
      quay dock oil crude barrel opec gas price prices inflation cost costs dollar dollars euro dinar dinars currency gold budget deficit debt loan loans
      interest_rate tax taxes revenue profit profits loss losses earnings growth recession gdp industry industrial factory manufacturer property bankruptcy
      merger acquisition startup insurance commerce retail sales chief_executive`,
  },
  'medtop:05000000': {
    ar: `تعليم تعليمي تربية تربوي مدرسة مدارس مدرسي معلم معلمة معلمين مدرس أستاذ أساتذة طالب طالبة طلاب طلبة تلميذ تلاميذ جامعة جامعات جامعي كلية
      كليات معهد معاهد أكاديمي دراسة دراسي دراسية صف صفوف فصل فصول درس دروس منهج مناهج امتحان امتحانات اختبار ثانوية ابتدائي إعدادي بكالوريا
      روضة رياض_الأطفال شهادة خريج خريجين دكتوراه ماجستير منحة ابتعاث عميد محاضرة محو_الأمية كتب_مدرسية قبول_جامعي       رسوم_دراسية تدريس تلقين واجبات`,
    en: `education educational educator school schools schooling schoolchildren teacher teachers teaching teach pupil pupils student students university universities
      college campus academic academy faculty professor lecturer lecture lesson lessons class classes classroom curriculum exam exams examination examinations
      test_scores kindergarten nursery primary_school secondary_school high_school graduate graduates graduation degree diploma doctorate scholarship tuition
      literacy headteacher principal enrolment enrollment homework textbook textbooks semester term undergraduate learning`,
  },
  'medtop:06000000': {
    ar: `بيئة بيئي بيئية مناخ مناخي تغير_المناخ احتباس احترار انبعاثات كربون كربوني غازات_الدفيئة تلوث ملوث نفايات قمامة تدوير بلاستيك طاقة_متجددة طاقة_شمسية
      رياح_بحرية غابة غابات أشجار شجرة تشجير تصحر جفاف محمية محميات حيوان حيوانات طيور سلاحف سلحفاة أسماك دلافين حيتان شعاب مرجانية
      أعشاب_بحرية انقراض مهدد_بالانقراض تنوع_حيوي نظام_بيئي موائل بقعة بقعة_زيت تسرب_نفطي مياه_جوفية صرف_صحي أنهار استدامة مستدامة
      نبات نباتات صيد_جائر حماية_الطبيعة ذوبان جليد مروج أوزون`,
    en: `environment environmental environmentalist climate climate_change warming emission emissions carbon greenhouse pollution polluted pollutant waste rubbish
      recycling recycle plastic renewable solar wind_farm forest forests tree trees reforestation deforestation desertification drought wildlife animal animals
      bird birds turtle turtles fish whale whales dolphin coral reef seagrass meadow extinction endangered biodiversity ecosystem habitat conservation
      conservationist oil_slick slick spill groundwater sewage river rivers wetland sustainable sustainability glacier melting ozone species nature_reserve
      marine_life`,
  },
  'medtop:07000000': {
    ar: `صحة صحي صحية طب طبي طبية طبيب طبيبة أطباء مستشفى مستشفيات مستوصف عيادة عيادات ممرض ممرضة تمريض مريض مرضى مرض أمراض علاج علاجي دواء
      أدوية صيدلي صيدلية لقاح لقاحات تطعيم جرعة جرعات فيروس وباء أوبئة جائحة كورونا كوفيد إنفلونزا عدوى إصابات_جديدة بكتيريا سرطان ورم أورام سكري
      قلب سكتة ربو ضغط_الدم جراحة جراح عملية_جراحية تشخيص أعراض وقاية حوامل ولادة جنين رضيع تغذية سمنة إدمان تدخين نفسية اكتئاب
      منظمة_الصحة_العالمية حجر_صحي مناعة طوارئ_صحية`,
    en: `health healthcare medical medicine medicines doctor doctors physician hospital hospitals clinic clinics nurse nurses nursing patient patients disease diseases
      illness ill treatment therapy drug_trial pharmacist pharmacy vaccine vaccines vaccination vaccinated dose doses virus viral epidemic pandemic coronavirus
      covid influenza flu infection infections infected bacteria cancer tumour tumor diabetes heart stroke asthma blood_pressure surgery surgeon diagnosis
      symptom symptoms prevention pregnant pregnancy birth nutrition obesity addiction smoking mental_health depression immunity quarantine outbreak
      malaria measles`,
  },
  'medtop:08000000': {
    ar: `طريف طريفة غريب غريبة غرائب عجيب نادر نادرة موسوعة_غينيس غينيس رقم_قياسي معمر معمرة توأم توائم مولود_جديد قطة ببغاء صدفة مفاجأة حكاية
      قصة_حب خطوبة زفاف عروس عريس مشاهير نجمة إنستغرام تيك_توك مقطع_طريف فيديو_متداول أميرة ملكة_جمال عيد_ميلاد عثر_على_كنز كنز
      يانصيب مليونير بطولي شهامة متطوع إنسانية مؤثر مؤثرة لطيف مدهش هواة هواية جدته`,
    en: `quirky odd oddly bizarre unusual curious guinness record_breaking centenarian oldest twins triplets newborn cat dog puppy kitten parrot pet pets coincidence
      surprise surprised heartwarming wedding bride groom engagement celebrity celebrities influencer instagram tiktok viral_video princess prince royal birthday
      reunited reunion treasure lottery jackpot millionaire hero heroic kindness stranger touching anniversary grandmother grandfather memories nickname prank
      hobby amateur amateurs beloved marathon_dance`,
  },
  'medtop:09000000': {
    ar: `عمال عمالة عمالي وظيفة وظائف موظف موظفين توظيف تعيين تعيينات بطالة عاطل عاطلين نقابة نقابات نقابي نقيب نقيبة إضراب إضرابات مضرب مضربين
      أجور أجر راتب رواتب معاش معاشات تقاعد متقاعد متقاعدين دوام ساعات_العمل تسريح فصل_تعسفي استقالة_جماعية مفاوضات_الأجور بدل_السكن علاوة مكافأة
      حقوق_العمال عقد_عمل عقود_مؤقتة نوبة نوبات سلامة_مهنية حد_أدنى وافد وافدين تدريب_مهني مهنة مهني حرفي حرفيين منظمة_العمل كادر تشغيل
      اعتصام وساطة`,
    en: `labour labor worker workers workforce employee employees employer employers employment job jobs jobless unemployment unemployed union unions unionized strike
      strikes striking striker walkout picket wage wages salary salaries pay payroll pension pensions retirement retire layoff layoffs redundancy redundancies
      dismissed hire hired hiring recruit recruitment vacancy collective_bargaining working_hours overtime shift shifts minimum_wage contract contracts allowance
      allowances bonus apprentice apprenticeship workplace occupational trade_union staff docker dockers crew mediation`,
  },
  'medtop:10000000': {
    ar: `أسلوب_حياة موضة أزياء مصمم تصميم_أزياء عارضة جمال تجميل مكياج عطر عطور طبخ طعام طاه وصفة وصفات مطعم مطاعم مقهى مقاه قهوة شاي حلويات
      سفر سياحة سياحي سائح سياح رحلة_سياحية فندق فنادق منتجع شاطئ شواطئ عطلة إجازة تخييم نزهة حديقة حدائق هواية ألعاب لعبة ديكور أثاث
      منزلي رشاقة لياقة يوغا رجيم حمية تسوق مجوهرات سيارات_فاخرة دراجات ترفيه ترفيهي مدينة_ملاه زوار تنزه`,
    en: `lifestyle leisure fashion designer model models clothes dress beauty makeup cosmetics perfume cooking cook food chef recipe recipes restaurant restaurants
      cafe coffee tea dessert wine travel traveller tourism tourist tourists trip hotel hotels resort beach beaches holiday holidays vacation camping picnic
      garden gardening gardens hobby hobbies game games gaming toys decor furniture fitness yoga diet shopping jewellery jewelry cruise hiking visitors
      amusement_park spa luxury`,
  },
  'medtop:11000000': {
    ar: `سياسة سياسي سياسية حكومة حكومي رئاسة رئاسي رئيس_الوزراء وزير وزيرة وزراء وزارة خارجية دبلوماسي دبلوماسية سفير سفارة سفراء برلمان برلماني نائب
      نواب مجلس_النواب مجلس_الشيوخ مجلس_بلدي محافظ حزب أحزاب حزبي معارضة معارض انتخاب انتخابات انتخابي اقتراع ناخب ناخبين مرشح مرشحين
      حملة_انتخابية تصويت استفتاء دستور دستوري تشريع مشروع_قانون قرار_حكومي ائتلاف تحالف قمة مباحثات محادثات زيارة_رسمية علاقات_ثنائية اتفاقية معاهدة
      عقوبات الأمم_المتحدة مجلس_الأمن الكرملين البيت_الأبيض الاتحاد_الأوروبي ملك أمير سلطان تظاهرة مظاهرات احتجاج استقالة الناتو`,
    en: `politics political politician government governmental president presidential presidency prime_minister minister ministers ministry foreign_minister diplomat
      diplomatic diplomacy ambassador embassy parliament parliamentary lawmaker lawmakers legislator senate senator congress mp mps assembly council councillor
      mayor governor party parties opposition election elections electoral ballot voter voters vote candidate candidates campaign referendum constitution
      constitutional legislation bill coalition alliance summit talks bilateral treaty sanctions united_nations security_council kremlin white_house
      european_union nato democracy democratic republican regime king emir policy protest protests demonstrators resignation spokesman`,
  },
  'medtop:12000000': {
    ar: `دين ديني دينية إسلام إسلامي مسلم مسلمون مسلمين مسجد مساجد جامع_الأزهر أزهر شيخ_الأزهر خطيب خطبة صلاة صلوات صيام رمضان عيد_الفطر عيد_الأضحى
      حج حجاج معتمر عمرة_رمضان كعبة مكة قرآن حديث_شريف سنة_نبوية فتوى فتاوى مفتي دار_الإفتاء أوقاف زكاة مسيحي مسيحيين مسيحية كنيسة كنائس كاتدرائية بابا
      فاتيكان بطريرك أسقف قس راهب راهبة دير قداس إنجيل يهودي يهودية كنيس حاخام تلمود هندوسي بوذي بوذية معبد معابد عبادة مقدس مقدسة طائفة
      طائفي تسامح_ديني مذهب `,
    en: `religion religious faith islam islamic muslim muslims mosque mosques imam sermon prayer prayers pray worship worshippers fasting ramadan eid hajj pilgrim pilgrims
      pilgrimage mecca quran koran fatwa mufti christian christians christianity church churches cathedral pope vatican patriarch bishop archbishop cardinal
      priest pastor monk nun monastery bible gospel easter christmas jewish judaism synagogue rabbi torah hindu hinduism buddhist temple temples holy
      sacred sect theology clergy blessing baptism`,
  },
  'medtop:13000000': {
    ar: `علوم علمي علمية عالم_فيزياء عالم_فلك علماء باحث باحثون باحثة بحث_علمي أبحاث دراسة_علمية تكنولوجيا تقنية تقني تقنيات ذكاء_اصطناعي روبوت خوارزمية
      حاسوب كمبيوتر برمجيات برنامج تطبيق تطبيقات هاتف هواتف آيفون إنترنت شبكة سيبراني سيبرانية هجمات_إلكترونية قرصنة هاكر بيانات خصوصية رقمي
      رقمية رقائق معالج فضاء فضائي قمر_صناعي صاروخ_فضائي رائد_فضاء ناسا كوكب كواكب كويكب مرصد تلسكوب مرآة فلك فلكي مريخ زحل فيزياء كيمياء
      أحياء جينات حمض_نووي مختبر تجربة اكتشاف ابتكار اختراع براءة_اختراع هندسة مهندس غوغل فيسبوك أبل مايكروسوفت`,
    en: `science scientific scientist scientists researcher researchers research laboratory experiment discovery technology technological tech artificial_intelligence
      robot robots algorithm computer computers software app apps smartphone phone iphone internet online network cyber cyberattack cyberattacks hacker hackers
      hacking data privacy digital chip chips processor semiconductor space satellite satellites rocket astronaut nasa planet planets asteroid asteroids
      observatory telescope mirror astronomy astronomer mars saturn moon physics physicist chemistry biology biologist gene genes dna genome invention
      innovation patent engineering engineer google facebook apple microsoft survey sonar quantum`,
  },
  'medtop:14000000': {
    ar: `مجتمع مجتمعي اجتماعي اجتماعية أسرة أسر عائلة عائلات سكان سكاني تعداد مرأة نساء نسوي طفل أطفال طفولة شباب شبان مسنين كبار_السن معاق ذوي_الإعاقة إعاقة
      لاجئ لاجئين مهاجر مهاجرين هجرة نازحين فقر فقراء جوع مجاعة مساعدات جمعية_خيرية خيري تبرع تبرعات متطوعين تطوع مساواة تمييز عنصرية عنصري
      حقوق_الإنسان حقوق_المرأة حرية عنف_أسري زواج طلاق تقاليد قبيلة قبائل أقلية أقليات هوية إسكان سكن أهالي أحياء رعاية حافلة حافلات ركاب
      مواطنين تنمية_اجتماعية يتيم أيتام مشرد`,
    en: `society social community communities family families population census demographic woman women gender feminist child children childhood youth young elderly
      disabled disability refugee refugees migrant migrants migration immigrant immigrants immigration asylum poverty poor hunger famine aid charity charities
      donation donations volunteer volunteers equality inequality discrimination racism racist human_rights rights freedom domestic_violence marriage divorce
      tradition traditions tribe minority minorities identity housing homeless homelessness welfare resident residents neighbourhood orphan orphans bus
      passengers citizens`,
  },
  'medtop:15000000': {
    ar: `رياضة رياضي رياضية كرة كرة_القدم لاعب لاعبين لاعبة فريق منتخب نادي أندية مدرب تدريبات مباراة مباريات دوري كأس بطولة بطل أبطال بطولات
      نهائي ربع_النهائي نصف_النهائي هدف أهداف هداف مهاجم مدافع حارس_المرمى حارس مرمى ركلة تسلل حكم_المباراة شوط ملعب جماهير مشجع
      فيفا يويفا أولمبي أولمبية أولمبياد ميدالية ذهبية سباق عداء ماراثون سباحة سباح تنس ملاكمة ملاكم مصارعة كرة_السلة كرة_اليد كرة_الطائرة فورمولا غولف
      جمباز دراجات_هوائية انتقالات مونديال رصيده نقطة_واحدة تعادل فوز خسر`,
    en: `sport sports sporting football footballer soccer player players team teams squad club clubs coach manager match matches league cup championship champion champions
      tournament final semi-final quarter-finals goal goals scored scorer striker defender midfielder goalkeeper penalty_kick offside half-time pitch stadium
      fans fifa uefa olympic olympics medal medals gold_medal race racing runner sprint marathon swimming swimmer tennis boxing boxer wrestling basketball
      volleyball handball cricket rugby golf golfer gymnastics cyclist cycling formula athlete athletes athletics transfer captain derby referee season
      kick-off injury win beat`,
  },
  'medtop:16000000': {
    ar: `حرب حروب نزاع نزاعات صراع قتال معارك معركة جيش جيوش جندي جنود عسكري عسكرية قوات مقاتل مقاتلين مقاتلة مسلح مسلحين مسلحون ميليشيا فصائل متمرد متمردين
      هجوم هجمات غارة غارات قصف قصفت صاروخ صواريخ طائرة_مسيرة مسيرات دبابة مدفعية قنبلة تفجير انتحاري إرهاب إرهابي إرهابيين داعش قاعدة_عسكرية
      احتلال مستوطن مستوطنين حصار هدنة وقف_إطلاق_النار إطلاق_النار سلام اتفاق_سلام مفاوضات_السلام مفاوضات أسير رهائن رهينة شهيد شهداء قتيل
      قتلى جريح جرحى اشتباك اشتباكات ثكنة سلاح أسلحة ذخيرة نووي دفاع_جوي حلف انقلاب_عسكري نزوح مجزرة إبادة ألغام أوكرانيا غزة`,
    en: `war wars warfare conflict conflicts fighting battle battles army armies soldier soldiers military troops forces fighter fighters militant militants militia rebel
      rebels insurgent insurgents armed gunmen attack attacks airstrike airstrikes raid raids shelling shelled bombing bombed bomb missile missiles rocket_fire
      drone drones tank tanks artillery suicide_bomber terrorism terrorist terrorists isis occupation settlers siege truce ceasefire peace peacekeepers
      peace_talks negotiations prisoners_of_war hostage hostages killed wounded clashes weapons weapon ammunition nuclear air_defence coup massacre genocide
      landmines invasion frontline ukraine gaza combat`,
  },
  'medtop:17000000': {
    ar: `طقس أرصاد جوية جوي مطر أمطار ممطر هطول ثلج ثلوج ثلجي جليد صقيع برد برودة بارد حرارة درجات_الحرارة درجة_الحرارة حار موجة_حر موجة_برد رياح
      رياح_شمالية عاصفة عواصف عاصفة_رملية رملية غبار ضباب رطوبة سحب سحابة غيوم غائم رعد رعدية برق منخفض_جوي مرتفع_جوي ضغط_جوي كتلة_هوائية
      توقعات_الطقس نشرة_جوية مئوية ملم شتاء صيف خريف ربيع أجواء مدى_الرؤية معتدل مشمس جفاف إعصار`,
    en: `weather forecast forecaster forecasters meteorologist meteorology meteorological rain rains rainfall rainy shower showers snow snowfall snowy ice icy frost
      cold cold_wave freezing temperature temperatures degrees celsius heat heatwave hot wind winds windy gust gusts storm storms stormy thunderstorm
      thunder lightning sandstorm dust fog foggy humidity humid cloud clouds cloudy sunny sunshine mild milder air_mass low_pressure high_pressure       millimetres winter summer autumn spring blizzard hail hurricane drizzle dry`,
  },
}
