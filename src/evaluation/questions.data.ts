// Questions as readers put them, written before anybody looked at what becomes of them; the second half says the first half in other words.
// (At the first look the whole frame of .843 was right; what that taught is in the templates.) Tab-separated:
// the question, its kind, the person, the topic, the period (asked on 12 April 2024, in weeks that begin on Saturday). All are our own.

export const ownQuestions = `
ماذا قال وزير المالية المصري عن سعر الصرف؟	said	وزير المالية المصري	سعر الصرف
هل تحدث أردوغان عن الزلزال أمس؟	said	أردوغان	الزلزال	2024-04-11..2024-04-11
آخر ما قاله نتنياهو	latest	نتنياهو
ماذا قالت رئيسة المفوضية الأوروبية في مارس؟	said	رئيسة المفوضية الأوروبية		2024-03-01..2024-03-31
من قال إن الحرب لن تتوقف؟	who		الحرب لن تتوقف
من تحدث عن أسعار القمح هذا الأسبوع	who		أسعار القمح	2024-04-06..2024-04-12
قارن بين تصريحات زيلينسكي وبوتين عن الهدنة	compare	زيلينسكي, بوتين	الهدنة
تصريحات غوتيريش عن غزة منذ بداية الشهر	said	غوتيريش	غزة	2024-04-01..2024-04-12
ما رأي ماكرون في توسيع الناتو؟	said	ماكرون	توسيع الناتو
إيه آخر تصريحات السيسي؟	latest	السيسي
السيسي قال ايه عن سد النهضة	said	السيسي	سد النهضة
شو حكى ميقاتي عن الكهرباء	said	ميقاتي	الكهرباء
وش قال وزير الطاقة السعودي عن النفط	said	وزير الطاقة السعودي	النفط
شنو قال السوداني عن الكهرباء	said	السوداني	الكهرباء
شنو قال تبون على الغاز	said	تبون	الغاز
كيف رد الكرملين على العقوبات الأوروبية؟	said	الكرملين	العقوبات الأوروبية
هل نفى لافروف الاتهامات؟	said	لافروف	الاتهامات
ماذا أعلن البنك المركزي التركي أول أمس	said	البنك المركزي التركي		2024-04-10..2024-04-10
ما الجديد في السودان؟	about		السودان
أخبار الاقتصاد اليوم	about		الاقتصاد	2024-04-12..2024-04-12
ماذا حدث في سوريا أمس؟	about		سوريا	2024-04-11..2024-04-11
لماذا انتقد أوستن القرار؟	said	أوستن	القرار
بم علل وزير الخارجية الأردني قراره	said	وزير الخارجية الأردني	قراره
ما الذي وعد به شولتس؟	said	شولتس
what did the Egyptian finance minister say about the exchange rate?	said	the Egyptian finance minister	the exchange rate
did Erdogan talk about the earthquake yesterday	said	Erdogan	the earthquake	2024-04-11..2024-04-11
the last thing Netanyahu said	latest	Netanyahu
what did von der Leyen say in March	said	von der Leyen		2024-03-01..2024-03-31
who said the war would not stop?	who		the war would not stop
who talked about wheat prices this week	who		wheat prices	2024-04-06..2024-04-12
compare Zelensky and Putin on the truce	compare	Zelensky, Putin	the truce
Guterres statements on Gaza since the start of the month	said	Guterres	Gaza	2024-04-01..2024-04-12
what is Macron's view of NATO enlargement	said	Macron	NATO enlargement
how did the Kremlin respond to the European sanctions?	said	the Kremlin	the European sanctions
did Lavrov deny the accusations?	said	Lavrov	the accusations
what did the Turkish central bank announce on Wednesday	said	the Turkish central bank		2024-04-10..2024-04-10
what's new in Sudan?	about		Sudan
economy news today	about		economy	2024-04-12..2024-04-12
what happened in Syria yesterday?	about		Syria	2024-04-11..2024-04-11
why did Austin criticise the decision?	said	Austin	the decision
what did Scholz promise?	said	Scholz
quotes from Yellen about China	said	Yellen	China
Any comment from Borrell on Rafah?	said	Borrell	Rafah
has Biden said anything about Haiti?	said	Biden	Haiti
what was Milei's reaction to the strike	said	Milei	the strike
tell me what Stoltenberg said on 4 April	said	Stoltenberg		2024-04-04..2024-04-04
what does Trump think of tariffs	said	Trump	tariffs
who denied the report?	who		the report
ماذا قال عن سعر الصرف وزير المالية المصري	said	وزير المالية المصري	سعر الصرف
هل قال أردوغان شيئا أمس عن الزلزال	said	أردوغان	الزلزال	2024-04-11..2024-04-11
أحدث تصريح لنتنياهو	latest	نتنياهو
في مارس ماذا قالت رئيسة المفوضية الأوروبية	said	رئيسة المفوضية الأوروبية		2024-03-01..2024-03-31
مين اللي قال إن الحرب لن تتوقف	who		الحرب لن تتوقف
من ذكر أسعار القمح هذا الأسبوع؟	who		أسعار القمح	2024-04-06..2024-04-12
زيلينسكي مقابل بوتين عن الهدنة	compare	زيلينسكي, بوتين	الهدنة
ما صرح به غوتيريش حول غزة منذ أول الشهر	said	غوتيريش	غزة	2024-04-01..2024-04-12
موقف ماكرون من توسيع الناتو	said	ماكرون	توسيع الناتو
اخر كلام السيسي	latest	السيسي
إيه اللي قاله السيسي عن سد النهضة	said	السيسي	سد النهضة
ميقاتي شو قال عن الكهربا	said	ميقاتي	الكهربا
ايش صرح وزير الطاقة السعودي بخصوص النفط	said	وزير الطاقة السعودي	النفط
السوداني شكال عن الكهرباء	said	السوداني	الكهرباء
واش قال تبون على الغاز	said	تبون	الغاز
رد الكرملين على العقوبات الأوروبية	said	الكرملين	العقوبات الأوروبية
نفي لافروف للاتهامات	said	لافروف	للاتهامات
بماذا صرح البنك المركزي التركي يوم الأربعاء	said	البنك المركزي التركي		2024-04-10..2024-04-10
آخر أخبار السودان	about		السودان
جديد الاقتصاد اليوم	about		الاقتصاد	2024-04-12..2024-04-12
ايش صار في سوريا امس	about		سوريا	2024-04-11..2024-04-11
ليش أوستن انتقد القرار	said	أوستن	القرار
وعود شولتس	said	شولتس
انتقادات أوستن للقرار	said	أوستن	للقرار
the Egyptian finance minister on the exchange rate	said	the Egyptian finance minister	the exchange rate
yesterday, did Erdogan mention the earthquake?	said	Erdogan	the earthquake	2024-04-11..2024-04-11
Netanyahu's latest remarks	latest	Netanyahu
in March, what was said by von der Leyen?	said	von der Leyen		2024-03-01..2024-03-31
whose words are "the war will not stop"?	who		the war will not stop
who has spoken about the price of wheat this week?	who		the price of wheat	2024-04-06..2024-04-12
Zelensky vs Putin on the truce	compare	Zelensky, Putin	the truce
what has Guterres said about Gaza since 1 April	said	Guterres	Gaza	2024-04-01..2024-04-12
Macron's position on NATO enlargement	said	Macron	NATO enlargement
the Kremlin's response to the European sanctions	said	the Kremlin	the European sanctions
Lavrov's denial of the accusations	said	Lavrov	the accusations
on Wednesday what did the Turkish central bank say	said	the Turkish central bank		2024-04-10..2024-04-10
latest news from Sudan	about		Sudan
news about the economy today	about		the economy	2024-04-12..2024-04-12
what went on in Syria yesterday	about		Syria	2024-04-11..2024-04-11
Austin's criticism of the decision	said	Austin	the decision
Scholz's promises	said	Scholz
Yellen on China	said	Yellen	China
did Borrell comment on Rafah	said	Borrell	Rafah
anything from Biden about Haiti?	said	Biden	Haiti
how did Milei react to the strike?	said	Milei	the strike
Stoltenberg, 4 April	said	Stoltenberg		2024-04-04..2024-04-04
Trump's opinion on tariffs	said	Trump	tariffs
who rejected the report?	who		the report
shu 7aka mikati 3an alkahraba	said	mikati	alkahraba
eh akher tasrihat elsisi	latest	elsisi
كم الساعة الآن	other
شكرا جزيلا	other
thanks a lot	other
what can you do?	other
`
