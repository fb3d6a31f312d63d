// The word classes that the question templates name, as lists with commas between. Spelling is free here: words are folded before
// they are compared (أ = ا, ة = ه, ى = ي, capitals = small letters), and a leading و or ف of the first word is taken off.

export const questionWords = {
  WHAT: `
    ماذا, ما الذي, ما اللي, ماهو اللي, شو, شنو, شنوا, شنهو, شن, ايش, إيش, اش, آش, أشنو, شنية, وش, وشو,
    واش, ايه اللي, إيه, ايه, ما, شو اللي, ايش اللي, وش اللي, شو هو اللي, شنو اللي, ماذا كان, شو يلي, يلي,
    اشنو, شكون, شو كان, ماذا عسى أن, بم, بماذا, بما, اشو, ليش, لماذا, ليه, لم, كيف, متى, إمتى, أين, وين,
    فين`,
  SAY: `
    قال, قالت, قالوا, قاله, قالته, قالها, قالتها, قالو, آل, ءال, گال, گالت, كال, جال, يقول, تقول, يقولون,
    بيقول, بتقول, هيقول, عم يقول, عم بيقول, عم تقول, كيقول, تيقول, حكى, حكت, حكا, بيحكي, يحكي, تحكي, هدر,
    صرح, صرحت, صرح به, صرحت به, صرحوا, يصرح, تصرح, أدلى به, أدلت به, أدلى, أدلت, تفوه به, جاء في كلام,
    أعلن, أعلنت, أعلنه, أعلنته, أعلن عنه, ذكر, ذكرت, ذكره, زعم, زعمت, ادعى, ادعت, أكد, أكدت, أكده, كتب,
    كتبت, كتبه, أفاد, أفادت, أفاد به, أشار إليه, أوضح, أوضحت, أضاف, أضافت, غرد, غردت, نشر, نشرت, تحدث,
    تحدثت, يتحدث, تتحدث, تكلم, تكلمت, يتكلم, علق, علقت, يعلق, رد, ردت, يرد, أجاب, أجابت, عقب, عقبت, يرى,
    ترى, يعتقد, تعتقد, يظن, تظن, رأت, اعتبر, اعتبرت, وعد, وعدت, وعد به, حذر, حذرت, حذر منه, يريد, تريد,
    طلب, طلبت, كشف, كشفت, كشف عنه, عاوز, عايز, نقل عن, جاء على لسان, ورد على لسان, ورد عن, صدر عن,
    تم نقله عن, قالوه, بيرد, شدد, شددت, شدد عليه`,
  /** Verbs with an object of their own: «بماذا اتهم كوبكا روسيا؟». */
  DO_TO: `
    اتهم, اتهمت, وصف, وصفت, هدد, هددت, طالب, طالبت, انتقد, انتقدت, نصح, نصحت, توعد, توعدت, دعا, دعت, نفى,
    نفت, علل, عللت, برر, بررت, فسر, فسرت, شرح, شرحت, أدان, أدانت, استنكر, استنكرت, وعد, وعدت, هاجم, هاجمت, أيد, أيدت, رفض, رفضت, حذر, حذرت, هنأ,
    هنأت, يتهم, تتهم, يصف, تصف, ينتقد, تنتقد, يرفض, ترفض, يؤيد, تؤيد, خاطب, خاطبت, أخبر, أخبرت, سأل,
    سألت`,
  /** What somebody did with words, as a noun: «نفي لافروف للاتهامات». */
  DEED: `
    نفي, رفض, إدانة, استنكار, انتقاد, انتقادات, تبرير, تأكيد, تأييد, ترحيب, اتهام, اتهامات, تهديد,
    تهديدات, تحذير, تحذيرات, دعوة, مطالبة`,
  /** «السوداني شگال»: the question word has grown together with the verb. */
  WHAT_SAY: `شكال, شگال, شقال, شكالت, شگالت, اشقال, اشگال`,
  SOMETHING: `شيئا, شيء, شي, أي شيء, اي شي, حاجة`,
  /** «هل علق بيسكوف على …؟» */
  COMMENTED: `
    علق, علقت, رد, ردت, تحدث, تحدثت, صرح, صرحت, قال, قالت, عقب, عقبت, تكلم, تكلمت, أشار, أشارت, تطرق,
    تطرقت, أجاب, أجابت, سبق أن قال, سبق أن علق, سبق أن صرح, سبق وقال, وافق, وافقت, اعترض, اعترضت, احتج,
    احتجت, ذكر, ذكرت, حكى, حكت, أعلن, أعلنت, كتب, كتبت, غرد, غردت, اعترف, اعترفت, أكد, أكدت, وعد, وعدت,
    زعم, زعمت, ادعى, ادعت, شدد, شددت, رحب, رحبت`,
  /** What leads to a topic, in both languages and in Arabic with Latin letters. */
  ABOUT: `
    عن, على, ع, حول, بشأن, بشان, بخصوص, تجاه, ضد, إزاء, حيال, بصدد, في شأن, في قضية, في موضوع, في ملف,
    في مسألة, عن موضوع, عن قضية, حول موضوع, حول قضية, فيما يخص, فيما يتعلق ب, بما يخص, من أجل, ردا على,
    تعليقا على, تعقيبا على, متعلقة ب, المتعلقة ب, اللي عن, عليه عن, شأن, فوق, بموضوع, بقضية, 3an, 3n,
    3la, 3ala, hawl, 7awl, bkhosos, 3al, bi5sos, bkhsos, bisha2n, a3la, ded, did, about, on, regarding,
    concerning, re, with regard to, in regard to, as regards, toward, towards, against, in response to,
    in reply to, over, relating to, related to, as to, in relation to, upon, abt, on the subject of,
    on the topic of, when it comes to, vis a vis, when asked about, wrt`,
  TO: `إلى, من, في, بـ, ب, على, عن, تجاه, حول, بشأن, إزاء, حيال, بخصوص, لـ, ل, min, mn, men`,
  /** Where or in what it was said: less of a topic than «عن …», but never to be lost. */
  SETTING: `
    في, فى, أمام, خلال, أثناء, لـ, in, at, during, from, fi, after, بعد, عقب, before, to, with, مع,
    before the`,
  THAT: `
    أن, إن, انه, إنه, أنه, أنها, إنها, بأن, بأنه, بأنها, إنو, أنو, بإن, انو, ان, إنهم, أنهم, enno, inno,
    inn, that`,
  /** Whom it was said to, and fillers: they are read over. */
  AUDIENCE: `
    للصحفيين, للصحافيين, للصحافة, للإعلام, لوسائل الإعلام, أمام الصحفيين, أمام الصحافة, للإعلاميين,
    للشعب, to reporters, to journalists, to the press, to the media, to the public, reporters,
    journalists, the press, the media, in public, publicly, exactly, actually, بالضبط, بالتحديد, تحديدا,
    فعلا, حرفيا, verbatim, literally, precisely, specifically, so far, حتى الآن, علنا, ذلك, هذا, هيك,
    كده, كدا, هالشي, again, that, this, it, so, also, أيضا, كمان, برضو, برضه, back, out`,
  DID: `
    did, does, do, has, have, had, is, was, are, were, 's, will, would, might, could, 'd, can, should,
    didn't, doesn't, hasn't`,
  HAS: `قد, سبق أن, سبق و, كان, كانت, عم, راح, فعلا, بالضبط`,
  WORDS: `
    تصريح, تصريحات, التصريحات, أقوال, قول, كلام, كلمة, كلمات, حديث, أحاديث, تعليق, تعليقات, رد, ردود,
    خطاب, خطابات, مداخلة, تغريدة, تغريدات, اقتباس, اقتباسات, بيان, بيانات, تعقيب, تصاريح, مقابلة,
    مقابلات, وعود, تهديدات, اتهامات, رسالة, إعلان, مزاعم, تحذيرات, تحذير, انتقادات, رؤية, هدرة, حكي, قصة,
    رأي, مواقف, tasrihat, tasreehat, tasri7at, ta9ri7at, tsrihat, tasrih, tasree7at, kalam, klam, aqwal,
    a2wal, 7ake, 7aki, hadith, khitab, ta3li2, ta3li9, rad`,
  STANCE: `
    موقف, رأي, راي, رد فعل, ردة فعل, ردود فعل, ردود أفعال, وجهة نظر, نظرة, تعليق, رد, سياسة, رؤية, تعقيب,
    مواقف, رسالة, maw2if, mawqif, maw9if, mawkif, ra2y, ra2i, ray`,
  LATEST_AR: `آخر, أخر, أحدث, أجدد, جديد, akher, akhir, a5er, a5ir, akhr, ahdath, a7dath, اخر`,
  NEWS_AR: `
    أخبار, خبر, الأخبار, اخبار, أنباء, الأنباء, تطورات, مستجدات, المستجدات, التطورات, عناوين, أحداث,
    الخبر, akhbar, a5bar, khabar, ملخص أخبار, موجز أخبار, جديد, عواجل, نشرة أخبار, مقالات, تقارير, ملخص,
    موجز, معلومات`,
  WHO: `
    من, مين, منو, منهو, من هو, من هي, من ذا, شكون, اشكون, أي مسؤول, من الشخص, مين هو, من هم, min, meen,
    mn, mino, chkoun`,
  WHICH: `الذي, التي, الذين, اللي, يلي, الي, لي, elli, illi, li, lli, yalli`,
  HAPPENED: `
    حدث, حصل, جرى, صار, يحدث, يحصل, يجري, يصير, عم يصير, بيحصل, وقع, طرا, الجديد, جديد, الأخبار, أخبار,
    اخبار, المستجدات, الوضع, هي أخبار, هو جديد, هو الجديد, هو الوضع, هي آخر أخبار, هي آخر المستجدات,
    هي مستجدات, هي آخر تطورات, هي تطورات, آخر أخبار, آخر المستجدات, آخر مستجدات, آخر تطورات,
    آخر التطورات, قضية, قصة, هي قضية, هي قصة, سالفة, نعرف, تعرف, المعلومات`,
  WHO_IS: `
    من هو, من هي, مين هو, مين هي, منو هو, من يكون, من تكون, مين يكون, منهو, شكون هو, مين هوه, مين هاد,
    meen huwe, min huwa, man huwa, who is, who was, who 's, whos, who are, tell me who is,
    who exactly is, عرفني على, عرفني ب, منو, من هم, مين, who the hell is, profile of, biography of,
    نبذة عن, السيرة الذاتية ل`,
  BY: `
    على لسان, عن لسان, عن, من, صادرة عن, لـ, ل, حق, تبع, بتاع, بتاعت, مال, ديال, متاع, li, la, l, dyal,
    taba3, bta3, bta3et, mta3, min, men`,
  BETWEEN: `بين, ما بين, bayn, ben`,
  COMPARE: `
    قارن, قارني, مقارنة, المقارنة, قارن لي, أريد مقارنة, الفرق, ما الفرق, ما هو الفرق, فرق, شو الفرق,
    ايه الفرق, الاختلاف, ما الاختلاف, ايش الفرق, وش الفرق, qarin, compare`,
  WHAT_EN: `
    what, wat, wht, what exactly, what all, what else, which things, why, when, where, how, wot,
    whatever, what things, what words, whut, on what, what more`,
  WHAT_IS: `what is, what are, what was, what were, what 's, whats, wats, what will be`,
  SAY_EN: `
    say, says, said, saying, sayed, think, thinks, state, stated, stating, claim, claimed, claims,
    claiming, announce, announced, announcing, tell, told, comment, commented, declare, declared, argue,
    argued, write, written, wrote, tweet, tweeted, post, posted, mean, meant, warn, warned, promise,
    promised, mention, mentioned, reply, replied, respond, responded, answer, answered, react, reacted,
    talk, talked, speak, spoke, spoken, demand, demanded, deny, denied, confirm, confirmed, believe,
    believes, believed, reveal, revealed, add, added, been saying, been quoted as saying,
    quoted as saying, have to say, has to say, had to say, got to say, want, wants, feel, feels, propose,
    proposed, suggest, suggested, insist, insisted, threaten, threatened, accuse, accused, criticise,
    criticised, criticize, criticized, urge, urged, remark, remarked, described, describe, call, called,
    express, expressed, utter, uttered, sya, siad, talking, view, see, explain, explained, report, stand,
    discuss, discussed, address, addressed`,
  SAID_EN: `
    said, says, say, stated, states, claimed, claims, told, told reporters, told journalists, announced,
    declared, argued, wrote, tweeted, posted, warned, promised, confirmed, denied, has said, have said,
    had said, is saying, was saying, are saying, has been saying, thinks, believes, insisted, suggested,
    accused, criticised, criticized, condemned, blamed, threatened, demanded, praised, reported,
    was quoted as saying, is quoted as saying, has claimed, predicted, called, admitted, revealed, added,
    asked for, called for, vowed`,
  SPOKE_EN: `
    talked, talks, talking, spoke, spoken, speaks, speaking, commented, comments, comment, commenting,
    said anything, says anything, said something, said things, reacted, responded, replied, remarked,
    made comments, made a statement, gave a statement, has talked, has spoken, has commented,
    has said something, has reacted, is talking, was talking, say anything, say something, talk, speak,
    respond, react, reply, remark, said, have commented, have spoken, has responded, weighed in, tweeted,
    complained, warned, lied, gave an opinion`,
  MENTIONED_EN: `
    mentioned, mentions, mention, has mentioned, discussed, discuss, discusses, addressed, address,
    criticised, criticized, condemned, praised, denied, confirmed, supported, supports, opposed, opposes,
    blamed, accused, quoted, rejected, welcomed, referred to, brought up`,
  ANYONE: `
    anyone, anybody, someone, somebody, any official, any officials, any minister, any leader,
    any leaders, any politician, any politicians, people, everyone, any one`,
  WORDS_EN: `
    statement, statements, comment, comments, remark, remarks, quote, quotes, words, word, quotation,
    quotations, speech, speeches, tweet, tweets, answer, answers, response, reply, replies, opinion,
    opinions, view, views, claims, claim, warning, warnings, promises, promise, declaration,
    announcement, announcements, utterances, sayings, thoughts, interview, interviews, allegations,
    accusations, denial, denials, criticism, criticisms, rejection, condemnation, threat, threats,
    public statements, statment, statments`,
  STANCE_EN: `
    position, positions, stance, view, views, opinion, opinions, reaction, reactions, response, take,
    thoughts, attitude, statement, statements, comment, comments, remark, remarks, quote, quotes, words,
    answer, reply, message, policy, line, stand, point of view, speech, claim, claims, warning, promise,
    official position, announcement, argument, arguments, accusations`,
  LATEST: `
    latest, newest, most recent, last, recent, the latest, the newest, the most recent, the last, new,
    fresh, very latest`,
  RECENTLY: `lately, recently, most recently, just, last, just now, مؤخرا, أخيرا, حديثا`,
  NEWS: `
    news, the news, headlines, the headlines, news stories, stories, articles, updates, update,
    developments, top news, top stories, reports, information, breaking news, coverage, summary,
    a summary, story, something, anything, things`,
  BE: `is, are, was, were, 's, be`,
  OF: `of, by, from, made by, given by, attributed to, coming from, that came from`,
  COMPARE_EN: `
    compare, comparing, comparison of, comparison between, a comparison of, contrast,
    the difference between, difference between, differences between, what is the difference between,
    what 's the difference between`,
  WITH: `and, with, to, vs, versus, against, و, مقابل, ضد, مع, بـ, ب, أو, w, wa, &, or, as well as, vs.`,
  ACCORDING: `
    according to, in the words of, وفقا ل, وفق, بحسب, حسب, وفقا, طبقا ل, على لسان, نقلا عن,
    in the opinion of, quoting, 7asab`,
  WHAT_LATIN: `
    madha, matha, maza, mada, maatha, mahza, shu, sho, shou, chou, chnou, chno, shnu, shno, shinu, shnou,
    eish, esh, aish, ish, wesh, wsh, wash, wach, ach, ash, eh, eih, eh elli, ma, ma allathi, sh, shoo,
    chnowa, shu elli, aysh, kif, kayf, keef, leish, lesh, limadha, wish`,
  SAY_LATIN: `
    qal, qala, qalat, qaal, qalet, 2al, 2ala, 2alet, 2alat, 2aal, aal, al, alet, gal, galat, gaal, galet,
    kal, kalat, 9al, 9alet, 9alat, 9ala, hka, 7aka, 7ka, haka, 7akat, 7aket, sarra7, sarah, sara7,
    sarrah, 9arra7, yqol, yqul, y2ool, bi2ool, bi2ul, by2ool, yaqul, ya2ool, ygool, qaluh, 2alo, a3lan,
    3alla2, 3alaq, radd, rad, katab, qali, galha, zakar, taqul`,
  AND_ABOUT: `
    وعن, وماذا عن, وشو عن, طيب وعن, ماذا عن, شو عن, ايش عن, وش عن, وبخصوص, وبشأن, وحول, وعلى, وفي, بخصوص,
    بشأن, حول, عن, what about, how about, and about, and on, about, and regarding, and what about,
    and how about, regarding, and over, ok and about, also about, and also about`,
  HE: `هو, هي, هم, he, she, they, him, her, them, it, his, their`,
} satisfies Record<string, string>

/** Politeness and greetings around a question; taken off before the templates are tried. */
export const leadIns = `
  please, pls, plz, hey, hi, hello, khabar, ok, okay, so, well, and, but, then, good morning,
  good evening, good afternoon, thanks, thank you, dear bot, bot, excuse me, can you tell me,
  could you tell me, can you show me, could you show me, tell me, show me, give me, find me, find,
  get me, list, i want to know, i would like to know, i 'd like to know, i want to see, i want,
  do you know, do you have, do we know, can i get, can i see, can you give me, can you find,
  let me know, i wonder, i am looking for, i 'm looking for, looking for, search for, search,
  quick question, question, remind me, is there, are there, have you got, is it true that, is it true,
  is it right that, any, all, all the, some, i need, thank you very much, thank you so much, read me,
  please tell me, من فضلك, لو سمحت, لو سمحتم, رجاء, أرجو, مرحبا, أهلا, السلام عليكم, سلام, صباح الخير,
  مساء الخير, هلا, هاي, الو, طيب, شكرا, يا خبر, خبر بوت, يا بوت, بالله, شكرا جزيلا, شكرا لك, أعطني,
  اعطيني, عطني, عطيني, هات, هاتلي, هات لي, أريد, أريد أن أعرف, أود أن أعرف, أود معرفة, أريد معرفة,
  اعرض, اعرض لي, وريني, ورني, ارني, أخبرني, خبرني, قل لي, قلي, قولي, قولولي, احكيلي, هل تعرف, هل تعلم,
  بتعرف, تعرف, ممكن, ممكن تقولي, ممكن تقلي, ممكن أعرف, أبي, أبغى, أبغى أعرف, أبي أعرف, ودي أعرف, عايز,
  عايز أعرف, عاوز أعرف, بدي, بدي أعرف, بغيت, بغيت نعرف, نحب نعرف, سؤال, ابحث عن, ابحث, اجلب لي, كل,
  جميع, هل صحيح أن, هل صحيح إن, صحيح أن, صحيح ان, هل يوجد, هل هناك, هل من, فيه, في أي, أي, يا, ياريت,
  اذكر, اذكر لي, ما هي, ماهي, ما هو, ماهو, شو هي, شو هو, ايش هي, ايش هو, وش هي, وش هو, ايه هي, ايه هو,
  إيه, شنو هي`

/** What may hang behind a question and says nothing about it. */
export const tailEnds = `
  please, pls, plz, thanks, thank you, thx, bot, khabar, exactly, so far, lol, in english, in arabic,
  verbatim, word for word, a lot, so much, very much, من فضلك, لو سمحت, لو سمحتم, رجاء, شكرا, شكرا لك, بالضبط, بالتحديد, تحديدا,
  بالعربية, بالإنجليزية, بالعربي, بالانجليزي, يا خبر, حرفيا, الله يخليك, بليز, ان امكن, إن أمكن`

/** Small talk and what Khabar has no answer for; they decide only where no template has found a person or a topic of the news. */
export const smallTalk = `
  hello, hi, hey, yo, hola, good morning, good evening, good night, good afternoon, how are you,
  how 's it going, thanks, thank you, thx, ok, okay, yes, no, bye, goodbye, lol, haha, cool, nice,
  great, wow, test, ping, help, you, your, yourself, u, joke, poem, song, recipe, weather, temperature,
  forecast, rain, what time is it, the time, love, translate, meaning of life, sing, horoscope, i, my,
  me, a lot, مرحبا, مرحبتين, أهلا, أهلين, هلا, السلام عليكم, سلام, وعليكم السلام, صباح الخير, مساء الخير,
  صباح النور, تصبح على خير, شكرا, شكرا لك, شكرا جزيلا, مشكور, تمام, أوكي, اوك, نعم, لا, هههه, ههههه,
  وداعا, مع السلامة, باي, ممتاز, حلو, جميل, رأيك, رأيكم, كيفك, كيف حالك, كيف الحال, شلونك, شلونكم,
  ازيك, إزيك, عامل إيه, عامل ايه, اخبارك, شخبارك, لاباس, أنت, انت, إنت, انتي, اسمك, عمرك, نكتة, قصيدة,
  أغنية, وصفة, الطقس, طقس, الجو, حرارة, الحرارة, أمطار, كم الساعة, الساعة كم, برجك, أحبك, بحبك, شغال,
  تسمعني, ترجم, marhaba, mar7aba, ahlan, salam, salam alaikum, kifak, kifik, keefak, ezayak, izzayak,
  shlonak, shukran, chokran, labas, sabah el kheir, saba7 el 5er, yalla, tayeb`

/** Commonest words of languages that are neither of ours: a question with one of them is not guessed at. */
export const foreignWords = `
  چه, گفت, است, درباره, در, را, این, آن, برای, کرد, شد, می, چی, کی, گفته, گفتند, خبر از, آیا, چرا, با,
  نے, کیا, کہا, ہے, کے, کا, بارے, میں, اور, سے, پر, کو, چیست, هست, یا, دهید, چیه, que, qui, quoi, dit,
  sur, pour, dans, est, les, des, une, quel, quelle, avec, bonjour, merci, comment ça, ça, dernières,
  nouvelles, qu'a, qu'est, déclaré, propos, gesagt, sagt, sagte, über, und, ist, nicht, wer, wie,
  neues, nachrichten, danke, hallo, wetter, zu, von, der, das, hat, zum, ueber, dem, den, qué, dijo,
  sobre, los, las, del, gracias, cómo, quién, noticias, disse, cosa, detto, chi, della, sul, sulla,
  ciao, por, para, não, uma, ne, dedi, söyledi, ve, bir, hakkında, için, kim, nedir, merhaba, nasıl,
  powiedział, jest, wat, zei, heeft, het, een, apa, kata, yang, tentang, cakap, kya, kaha, hai, bare`

/** Words that a slip of the finger or a lost space is looked for in (one letter wrong, missing, doubled or swapped). */
export const mistypedWords = `
  what, did, does, said, says, about, latest, statement, statements, comment, comments, remarks,
  respond, compare, according, position, recent, news, regarding, everything, say, who, has, ماذا, قال,
  قالت, قاله, صرح, صرحت, علق, تصريح, تصريحات, أقوال, آخر, أحدث, موقف, بشأن, بخصوص, حول, على, عن, قارن,
  أخبار, شو, ايش, هل, الذي, ما, madha, tasrihat, shu, 2al`
