// What tells a name from a topic in a question of bare words, and which letters belong to one. Lists with commas between.

/** Places and alliances that are asked about, beyond the countries that the runtime knows. Organisations that speak stand below. */
export const places = `
  NATO, EU, European Union, UN, Gaza, West Bank, Crimea, Donbas, Kashmir, Palestine, USA, US, America,
  UK, Britain, England, Middle East, Bosnia and Herzegovina, Trinidad and Tobago, البوسنة والهرسك, Europe, Africa, Asia, Gulf, UAE, Emirates, Korea, North Korea,
  South Korea, Turkey, Sahel, Maghreb, OPEC, BRICS, Moscow, Kyiv, Kiev, Washington, London, Paris,
  Berlin, Beijing, Tehran, Cairo, Beirut, Damascus, Baghdad, Riyadh, Doha, Dubai, Abu Dhabi, Jerusalem,
  Tel Aviv, Rafah, Khartoum, Tripoli, Tunis, Algiers, Rabat, Amman, Sanaa, Aden, Aleppo, Mosul, Ankara,
  Istanbul, Brussels, Geneva, Kharkiv, Darfur, Red Sea, Black Sea, Syria, Iran, Russia, Rusia, Congo,
  Taiwan, الناتو, ناتو, حلف الناتو, حلف شمال الأطلسي, الاتحاد الأوروبي, الأمم المتحدة, غزة, قطاع غزة,
  الضفة الغربية, الضفة, القرم, فلسطين, أمريكا, أميركا, بريطانيا, إنجلترا, الشرق الأوسط, أوروبا,
  أفريقيا, إفريقيا, آسيا, الخليج, الإمارات, السعودية, كوريا, كوريا الشمالية, كوريا الجنوبية, أوبك,
  بريكس, سوريا, سورية, روسيا, أوكرانيا, اوكرانيا, الصين, إيران, تركيا, فرنسا, ألمانيا, إسرائيل, لبنان,
  ليبيا, اليمن, العراق, مصر, السودان, تونس, الجزائر, المغرب, الأردن, قطر, الكويت, البحرين, عمان, الهند,
  باكستان, أفغانستان, تايوان, الولايات المتحدة, التشيك, موسكو, كييف, واشنطن, لندن, باريس, برلين, بكين,
  طهران, القاهرة, بيروت, دمشق, بغداد, الرياض, الدوحة, دبي, أبوظبي, أبو ظبي, القدس, تل أبيب, رفح,
  الخرطوم, طرابلس, الرباط, صنعاء, عدن, حلب, الموصل, أنقرة, إسطنبول, بروكسل, جنيف, خاركيف, دارفور,
  البحر الأحمر, البحر الأسود, خان يونس, جنين, نابلس, بنغازي, الفاشر`

/** Institutions whose words are asked for as a person's are. */
export const speakingBodies = `
  Kremlin, White House, Pentagon, Elysee, Downing Street, State Department, Foreign Office, Hamas,
  Hezbollah, Houthis, IDF, Fatah, Taliban, IAEA, UNRWA, IMF, World Bank, WHO, Amnesty, UNICEF,
  Federal Reserve, ECB, الكرملين, البيت الأبيض, البنتاغون, الإليزيه, حماس, حركة حماس, حزب الله,
  الحوثيون, الحوثي, فتح, طالبان, الأونروا, البنك الدولي, صندوق النقد, صندوق النقد الدولي,
  الجامعة العربية, الأزهر, الفاتيكان, اليونيسف, الخارجية, الداخلية`

/** The first word of a role: it makes bare words a speaker («وزير النقل التشيكي», "foreign minister"). */
export const roleWords = `
  الرئيس, رئيس, رئيسة, الرئيسة, وزير, الوزير, وزيرة, الوزيرة, ملك, الملك, ملكة, أمير, الأمير, ولي,
  المتحدث, المتحدثة, متحدث, متحدثة, الناطق, ناطق, الناطقة, سفير, السفير, سفيرة, المبعوث, مبعوث, أمين,
  الأمين, الممثل, ممثل, مندوب, المندوب, قائد, القائد, مدير, مديرة, محافظ, حاكم, المستشار, المستشارة,
  مستشار, مستشارة, نائب, نائبة, النائب, الشيخ, البابا, المرشد, السلطان, زعيم, وكيل, نقيب, نقيبة, عمدة,
  رئاسة, وزارة, السيد, السيدة, الدكتور, الدكتورة, الجنرال, اللواء, المفوض, مفوض, مفوضة, المدعي, المفتي,
  مفتي, شيخ, عضو, هيئة, منظمة, الناشط, الكاتب, المدرب, مدرب, president, minister, prime, premier,
  chancellor, king, queen, prince, princess, crown, spokesman, spokeswoman, spokesperson, ambassador,
  envoy, secretary, governor, mayor, senator, general, chief, director, head, leader, pope, ayatollah,
  sheikh, sultan, representative, commissioner, deputy, ministry, mr, mrs, ms, dr, sir, lord, coach,
  ceo, chairman, pm, fm`

/** Common nouns of the news: bare words with one of them are a topic, not a name. */
export const topicWords = `
  war, peace, election, elections, economy, inflation, oil, gas, gold, price, prices, attack, attacks,
  cyber, cyberattack, cyberattacks, hacking, sanctions, talks, negotiations, ceasefire, truce,
  hostages, prisoners, refugees, migration, climate, energy, nuclear, missile, missiles, drones, army,
  budget, tax, taxes, trade, tariffs, strike, strikes, protest, protests, earthquake, flood, floods,
  fire, fires, crash, explosion, olympics, football, sport, sports, match, league, health, covid,
  vaccine, vaccines, virus, education, schools, science, technology, space, ai, robots, politics,
  business, culture, court, law, crime, corruption, terror, terrorism, security, transport, water,
  food, crisis, summit, agreement, deal, border, bank, banks, currency, dollar, euro, bitcoin, stocks,
  market, markets, port, train, aid, genocide, coup, referendum, parliament, government, cinema, art,
  music, tourism, world, cup, news, accusations, dam, bill, jobs, unemployment, wheat, weapons,
  artificial, intelligence, grain, debt, interest, rates, human, rights, media, internet, elephants,
  bus, fares, teachers, حرب, سلام, اقتصاد, تضخم, نفط, غاز, ذهب, سعر, أسعار, هجوم, هجمات, عقوبات,
  مفاوضات, محادثات, هدنة, وقف, أسرى, رهائن, لاجئين, هجرة, مناخ, طاقة, نووي, صواريخ, مسيرات, جيش,
  ميزانية, موازنة, ضرائب, تجارة, رسوم, إضراب, احتجاجات, مظاهرات, زلزال, فيضانات, حريق, حرائق, انفجار,
  حادث, أولمبياد, كرة, رياضة, مباراة, دوري, صحة, كورونا, لقاح, تعليم, مدارس, علوم, تكنولوجيا, فضاء,
  ذكاء, سياسة, ثقافة, محكمة, قانون, جريمة, فساد, إرهاب, أمن, نقل, مياه, غذاء, أزمة, قمة, اتفاق, صفقة,
  حدود, بنك, عملة, دولار, يورو, بورصة, أسهم, سوق, ميناء, مساعدات, انقلاب, استفتاء, برلمان, حكومة,
  سياحة, كأس, سد, قمح, أسلحة, بطالة, ديون, فائدة, حقوق, إعلام, إنترنت, انتخابات, اتهامات, تعرفة,
  حافلات, معلمين`

/** Names that begin with ل, so that «تصريحات لافروف» keeps its letter and «تصريح لبيسكوف» does not. */
export const namesWithLam = `
  لافروف, لوكاشينكو, لوبان, لولا, لابيد, ليبرمان, ليندسي, لينا, ليلى, لطيف, لطيفة, لويس, لوران, لورا,
  لاغارد, لقمان, لبنى, لجين, لمى, لميس, لحود, لندسي, لندا, لينكولن, لي, ليو, ليز, لاري, لابورتا,
  لامبارد, لوك, لوكا, لوسي, لولوة, لافروفا, لوفيتش, ليفني, ليفاندوفسكي, لودريان, لومير, لاريجاني, لشكر,
  لعمامرة, لكحل, لفتيت, لمرابط, لوريمر`

/** Names that begin with a vowel, و or ي and are common enough that ل before them is the preposition. */
export const namesBehindLam = `
  وليد, ياسر, يوسف, يحيى, يوري, ياسمين, يلدريم, يلين, ينس, وائل, وانغ, ياسين, أحمد, انطونيو, اردوغان,
  السيسي, ابراهيم, انور, انتوني`

/** Words and names that begin with و: «ماكرون ووزير خارجيته» are two, «وليد جنبلاط» is one. */
export const namesWithWaw = `
  وزير, وزيرة, وزارة, وكيل, ولي, والي, والدة, وليد, وائل, وسام, وفاء, وداد, ويليام, وليام, وانغ,
  واشنطن, وحدة, وكالة, والتر, ورقة, وردة, وسيم, وهبي, وهاب, واين, وولف, ويلسون, وورلد, وفد, والاس,
  ووزنياكي, وارن, ويتكوف, والز, وول, وطفة`
