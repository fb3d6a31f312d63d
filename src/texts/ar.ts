// What Khabar says to readers, in Arabic. The reader is addressed without gender: verbal nouns, «يمكنك», no imperatives.

import type { Texts } from './texts.ts'
import { adminAr } from './admin-ar.ts'
import { dayInYear, dayOfWeek, dayPart, minuteOfDay, momentInWeek, timeOfDay, timesOfDay } from './clock.ts'
import { counters } from './counters.ts'
import { formatDay, percent, roleDays, withPrefix } from './words.ts'

const { articles, inArticles, statements, people, years, months, sources: sourcesRead, words } = counters.ar

const orMore = (amount: string): string => `${amount} أو أكثر`

export const ar: Texts = {
  ...adminAr,
  name: 'العربية',
  comma: '، ',

  welcome: 'أهلاً بك في «خبر»',
  intro:
    'يمكنك السؤال عمّا قاله أي شخص في الأخبار، بالعربية أو بالإنجليزية. يأتيك الكلام كما نُشر، مع تاريخ النشر والمصدر.',
  introExample: 'مثال من الأخبار المحفوظة:',
  stored: ({ count }) => (count === 0 ? 'لا أخبار محفوظة بعد.' : `المحفوظ الآن: ${articles(count)}`),

  // Who may use it
  access: {
    closed: (id) => `هذا البوت ليس مفتوحاً للجميع. يمكن لمن يديره السماح بالدخول: الرقم هنا ${id}.`,
    invite: (days) => `يُدخل هذا الرابط شخصاً واحداً، مرة واحدة، خلال ${days} أيام:`,
    noInvites: (access) =>
      access === 'open'
        ? 'البوت مفتوح للجميع (ACCESS=open)، فلا حاجة إلى رابط.'
        : 'البوت لقائمة (ACCESS=list): للسماح بالدخول /allow والرقم بعده.',
    allowed: (id) => `سُمح بدخول ${id}.`,
    allowedAlready: (id) => `سُمح بدخول ${id} من قبل.`,
  },

  // How far it is to be trusted
  trust: {
    title: 'إلى أي حد يوثق بـ«خبر»',
    lines: ({ stored, verbatim, unsure, written, atOnce, givenUp, corrections, reports, confirmed }) => [
      stored === 0
        ? 'لا تصريح محفوظاً بعد'
        : `${percent(verbatim, stored)} من التصريحات المحفوظة (${stored}) واردة حرفاً بحرف في مقالاتها`,
      `غير المؤكد منها بما يكفي لعرضه: ${unsure}`,
      written === 0
        ? 'لم يكتب نموذج لغوي شيئاً'
        : `مقالات سُئل عنها نموذج لغوي: ${written}، اجتاز ${percent(atOnce, written)} منها كل فحص من أول مرة، واستُبدل في ${percent(givenUp, written)} منها مقتطف بما كُتب`,
      `تصويبات رُصدت أو ثبتت: ${corrections}، وبلاغات القراء عن أخطاء: ${reports}، ثبت منها: ${confirmed}`,
    ],
    how: (most) =>
      `محسوب الآن مما هو محفوظ (أحدث ${most} مقال): التصريح موضع في مقاله، ويقارن برنامج بينهما حرفاً حرفاً. وما يكتبه نموذج يُقابَل بالمقال كذلك، ولا يُعرض إلا موسوماً.`,
  },
  blindspot: {
    title: 'ما ورد لدى جانب واحد',
    only: (language) => (language === 'ar' ? 'في الإعلام العربي وحده' : 'في الإعلام الإنجليزي وحده'),
    reportedBy: (outlets) => `ورد لدى: ${outlets.join('، ')}`,
    none: 'لا خبر لدى عدة مصادر بإحدى اللغتين يغيب عن الأخرى.',
    oneLanguage: 'لا مقالات إلا بلغة واحدة، فلا يُعرف ما يغيب عن الأخرى.',
    account: (arabic, english, hours) =>
      `مما يقرؤه «خبر» من مصادر في آخر ${hours} ساعة: مقالات عربية: ${arabic}، وإنجليزية: ${english}. وقد يوجد الخبر لدى غيرها.`,
  },

  // Inline
  inline: {
    more: 'سؤال «خبر» عن ذلك',
    none: 'لا نتيجة: يمكن السؤال في المحادثة',
    asQuestion: (name, topic) => `ماذا قال ${name} عن ${topic}؟`,
  },

  // Links and texts read in place
  readings: {
    reading: 'تجري قراءة الصفحة…',
    unreadable: 'تعذرت قراءة الصفحة: لا تجيب، أو ليست صفحة عامة، أو لا مقال فيها. ويمكن لصق النص نفسه هنا.',
    isFeed: 'هذا رابط لسلسلة أخبار لا لخبر واحد. يُقرأ هنا رابط خبر واحد.',
    enough: 'هذه روابط كثيرة في ساعة واحدة. يُرجى إعادة المحاولة لاحقاً، والنص الملصق يُقرأ فوراً.',
    otherLanguage: 'يقرأ «خبر» العربية والإنجليزية فقط.',
    nothing: 'ليس فيه ما يُلخَّص.',
    nobody: 'لا كلام منقول فيه عن أحد.',
    spoken: (shown, all) => (shown === all ? 'من قال ماذا فيه' : `من قال ماذا فيه (${shown} من ${all})`),
    also: (names) => `ومن المتحدثين فيه أيضاً: ${names.join('، ')}`,
    elsewhere: 'النص نفسه لدى غيره',
    documentKinds: 'تُقرأ هنا مستندات txt وmd وhtml وpdf، حتى 2 ميغابايت.',
    documentUnread: 'لا نص خبر في هذا المستند: هو تالف أو مقفل أو صور فقط. يمكن لصق النص نفسه هنا.',
    cut: 'المستند طويل: قُرئ أوله فقط.',
    notKept: 'قُرئ لهذه المحادثة وحدها، ولا يُحفظ النص.',
  },

  // Help, and what is no question
  help: [
    'يكفي سؤال مكتوب، مثل:',
    '• ماذا قال بيسكوف؟',
    '• ماذا قال ماكرون عن الهجمات السيبرانية هذا الأسبوع؟',
    '• من تحدث عن الميناء؟',
    '• آخر تصريحات لافروف',
    'أو رابط خبر أو نصه: خلاصته، ومن قال ماذا فيه',
  ],
  helpCommands: [
    '/latest: أحدث الأخبار، مع ملخص قصير لكل منها',
    '/said والاسم بعده: ما قاله شخص',
    '/subscribe: ملخص يومي للموضوعات المختارة',
    '/follow والاسم بعده: ما يقوله شخص من الآن',
    '/digest: الملخص الآن',
    '/subscriptions: ما يُرسَل هنا ومتى',
    '/settings: اللغة والمدينة والساعة',
    '/stop: لا ملخصات بعد ذلك',
    '/channel @NAME: ملخص لقناة يديرها صاحب هذا الحساب',
    '/blindspot: ما ورد بإحدى اللغتين وحدها',
    '/trust: إلى أي حد يوثق بـ«خبر»، بالأرقام',
    '/privacy: ما يُحفظ عن المحادثة، وحذفه',
    '/help: هذه الصفحة',
  ],
  helpBareWords: 'وتكفي الكلمة وحدها بلا شرطة: الأخبار، ملخص، اشتراك، الإعدادات، إيقاف، المصادر، مساعدة.',
  commands: {
    start: 'البداية',
    latest: 'أحدث الأخبار',
    said: 'ما قاله شخص: /said والاسم بعده',
    digest: 'الملخص الآن',
    subscribe: 'ملخص يومي بالموضوعات',
    topics: 'الموضوعات المتاحة',
    subscriptions: 'ما يُرسَل هنا ومتى',
    settings: 'اللغة والمدينة والساعة',
    stop: 'لا ملخصات بعد ذلك',
    language: 'العربية أو الإنجليزية',
    follow: 'ما يقوله شخص من الآن',
    following: 'من نتابعهم هنا',
    channel: 'ملخص لقناة: /channel @الاسم',
    help: 'ما يستطيعه «خبر»',
    privacy: 'ما يُحفظ وكيف يُحذف',
    blindspot: 'ما ورد بإحدى اللغتين وحدها',
    trust: 'إلى أي حد يوثق بـ«خبر»',
  },
  bareWords: {
    latest: ['الأخبار', 'أخبار', 'آخر الأخبار'],
    help: ['مساعدة', 'المساعدة'],
    language: ['اللغة', 'لغة'],
    sources: ['المصادر', 'مصادر'],
    start: ['ابدأ', 'بدء', 'البداية'],
    digest: ['ملخص', 'الملخص', 'موجز', 'الموجز'],
    subscribe: ['اشتراك', 'الاشتراك'],
    topics: ['الموضوعات', 'موضوعات', 'المواضيع'],
    subscriptions: ['الاشتراكات', 'اشتراكات'],
    settings: ['الإعدادات', 'إعدادات'],
    stop: ['إيقاف', 'ايقاف', 'إلغاء الاشتراك'],
  },
  otherQuestion: 'يجيب «خبر» عن أسئلة مثل: ماذا قال فلان؟ وما الأخبار عن كذا؟ مما قرأه من أخبار.',
  textOnly:
    'يقرأ «خبر» النصوص: سؤالاً مكتوباً عن الأخبار، أو رابط خبر، أو نصه، أو مستنداً (txt أو md أو html أو pdf).',
  emptyQuestion: 'يُكتب الاسم بعد الأمر، مثل: /said بيسكوف',
  trouble: 'حدث خطأ من جهتنا. يُرجى إعادة السؤال بعد قليل.',
  tooOld: 'هذه الإجابة قديمة. يُرجى إعادة السؤال.',
  chooseLanguage: 'بأي لغة يتحدث «خبر» هنا؟',
  languageSet: 'سيتحدث «خبر» العربية هنا من الآن.',

  inOwnWording: '، بصياغة الخبر:',
  verbFromArticle: ' (الفعل من الخبر)',
  said: (verb, original) => (original === '' ? verb : `${verb} (${original})`),
  direct: (language) =>
    language ? `اقتباس، بنصه ${language} كما نشره المصدر` : 'اقتباس، بنصه كما نشره المصدر',
  directAfter: 'بين علامتي اقتباس في الخبر.',
  translation: (report) => `ترجمة آلية، لا اقتباس: ${report}`,
  indirect: (language) =>
    language
      ? `كلام منقول بالمعنى ${withPrefix('ب', language)}، لا اقتباس حرفي`
      : 'كلام منقول بالمعنى، لا اقتباس حرفي',
  mixed: (quotes) => {
    const count = quotes.join(' ').split(/\s+/).filter(Boolean).length
    return `المقتبس حرفياً ${words(count)}: ${quotes.map((it) => `«${it}»`).join('، ')}. وما ${count === 2 ? 'عداهما' : 'عداها'} صياغة الخبر.`
  },
  spokenWhenUnknown: 'تاريخ الكلام غير مذكور.',
  unnamed: 'متحدث لم يُسمَّ',
  headline: 'من العنوان',
  languageNames: { ar: 'العربية', en: 'الإنجليزية', other: 'لغة أخرى' },
  languageAdjectives: { ar: 'العربي', en: 'الإنجليزي', other: 'الأصلي' },
  context: (text) => `السياق: ${text}`,
  keyFacts: 'أهم ما فيه (من قائمة كلمات، لا ترجمة)',
  about: (text) => `• الموضوع: ${text}`,
  terms: (text) => `• من كلماته: ${text}`,
  commentingOn: (text) => `• تعليقاً على: ${text}`,
  somethingAbout: (audience, text) => ` شيئاً${audience}${text === '' ? '' : ` عن ${text}`}.`,
  articleIsIn: (language) => `المقال ${withPrefix('ب', language)}. لا ترجمة: ليس هناك نموذج لغوي متصل.`,

  alsoReported: (outlets) => `وورد أيضاً في: ${outlets.join('، ')}`,

  earlier: 'وقبل ذلك، في الأمر نفسه:',
  rolesTitle: 'الصفة في الأخبار:',
  role: (role, from, to) => `• ${role}${roleDays(from, to, 'ar', 'إلى')}`,

  // First lines of an answer
  leadLabel: 'كتبه نموذج لغوي من المقاطع المرقّمة أدناه، وليس اقتباساً',
  disagreement: (text) => `تتباين المصادر: ${text}`,

  source: (outlet, agency) => (agency ? `المصدر: ${outlet} عن ${agency}` : `المصدر: ${outlet}`),
  sourceUnknown: 'المصدر: غير معروف',
  retold: (outlet, day) => `نص كتبه مشروع «خبر» عن: ${outlet}${day ? `، ${formatDay(day, 'ar')}` : ''}`,
  published: (day, days) => `نُشر: ${formatDay(day, 'ar')}${age(days)}`,
  undated: 'تاريخ النشر: غير معروف',
  sampleLine: 'مثال: الأشخاص والأماكن مخترعون',

  allStored: (name, count, articleCount) =>
    `هذا كل ما حُفظ ${withPrefix('ل', name)}: ${statements(count)} في ${inArticles(articleCount)}.`,
  orMore,
  someOf: (from, to, count) => (from === to ? `${from} من ${count}` : `${from}–${to} من ${count}`),
  restStored: (name, count) => `كل ما حُفظ ${withPrefix('ل', name)}: ${statements(count)}`,
  noModel:
    'ليس هناك نموذج لغوي متصل، فلا ترجمة هنا. زر «عرض الفقرة» يرسل النص الأجنبي وحده، فتستطيع ترجمةُ تيليغرام قراءته (حيث يوفرها التطبيق، ولا يدققها «خبر»).',
  searched: (what, topic, when) => `البحث: ${what} · ${topic ?? 'كل الموضوعات'} · ${when ?? 'كل التواريخ'}`,
  period: (from, to) =>
    from && to
      ? from === to
        ? formatDay(from, 'ar')
        : `من ${formatDay(from, 'ar')} إلى ${formatDay(to, 'ar')}`
      : from
        ? `منذ ${formatDay(from, 'ar')}`
        : to
          ? `حتى ${formatDay(to, 'ar')}`
          : null,
  notAbout: (name, topic, others) =>
    `لا تصريح محفوظاً ${withPrefix('ل', name)} عن ${topic}. وفي أمور أخرى ${statements(others)}:`,
  notWhen: (name, when) => `لا تصريح محفوظاً ${withPrefix('ل', name)} في هذه المدة: ${when}.`,

  nothing: (name) => `لا تصريح ${withPrefix('ل', name)} في الأخبار المحفوظة، ولم يرد الاسم فيها.`,
  nothingOn: (topic) => `لا شيء محفوظاً عن ${topic}.`,
  searchedNames: (names, when) =>
    `البحث: ${names.join('، ')} وما يشبه${names.length === 2 ? 'هما' : 'ها'} · ${when ?? 'كل التواريخ'}`,
  searchedIn: ({ count, undated, first, last }) => {
    if (count === 0) return 'لا مقالات محفوظة بعد'
    if (count === 1) return `في: مقال واحد، ${first ? `بتاريخ ${formatDay(first, 'ar')}` : 'بلا تاريخ'}`
    if (count === 2 && undated === 1 && first)
      return `في: مقالين، أحدهما بتاريخ ${formatDay(first, 'ar')} والآخر بلا تاريخ`
    const dates =
      first && last
        ? first === last
          ? `، بتاريخ ${formatDay(first, 'ar')}`
          : `، من ${formatDay(first, 'ar')} إلى ${formatDay(last, 'ar')}`
        : ''
    return `في: ${inArticles(count)}${dates}${undated > 0 ? `، منها بلا تاريخ: ${undated}` : ''}`
  },
  mayHaveSpoken: () => 'قد يكون التصريح موجوداً خارج المصادر التي يقرؤها «خبر».',
  storedFor: 'تصريحات محفوظة لغيرها:',
  mentioned: (name, count) =>
    count === 1
      ? `${name} مذكور في خبر واحد، ولم يُنسب إليه كلام فيه.`
      : `${name} مذكور في ${inArticles(count)}، ولم يُنسب إليه كلام فيها.`,
  mentionedSpeaker: (several) => (several ? 'الكلام في ذلك الخبر لهؤلاء:' : 'الكلام في ذلك الخبر ل'),
  mentionedIn: (title) => `ورد الاسم في: ${title}`,
  ambiguous: (name, count) =>
    `${name}: ${people(count)} بهذا الاسم. ${count === 2 ? 'أيّهما' : 'أيّهم'} المقصود؟`,
  statementCount: ({ count, isLeast, latest, today }) =>
    `${isLeast ? orMore(statements(count)) : statements(count)}${latest ? `، ${count === 1 ? '' : count === 2 ? 'آخرهما ' : 'آخرها '}${relativeDay(latest, today)}` : ''}`,
  statementCountAbout: ({ count, topic, others, isLeast, latest, today }) =>
    `${statements(count)} عن ${topic}${others > 0 ? `، و${isLeast ? orMore(statements(others)) : statements(others)} في أمور أخرى` : latest ? `، ${count === 2 ? 'آخرهما ' : 'آخرها '}${relativeDay(latest, today)}` : ''}`,
  who: (topic) => `من تحدث عن ${topic}`,

  noStatements: 'لا كلام منسوباً إلى أحد في هذا الخبر، فيما استطاع «خبر» تمييزه.',
  paragraph: 'الفقرة كما حُفظت، والجزء المعروض بالخط العريض:',
  titleParagraph: 'العنوان كما حُفظ، والجزء المعروض بالخط العريض:',
  fromArticle: (title) => `من خبر: ${title}`,
  noLink: 'لا رابط محفوظاً لهذا الخبر: جاء من ملف.',
  changedSince: 'تغيّر الخبر بعد ذلك؛ هذه هي الكلمات التي قُرئت.',
  latestTitle: 'أحدث الأخبار',
  aboutTitle: (topic) => `أخبار عن ${topic}`,
  latestEmpty: 'لا أخبار محفوظة بعد.',
  method: { model: 'ملخص آلي', extract: 'مقتطف من نص الخبر', facts: 'أهم ما فيه' },
  sourcesTitle: 'المصادر التي قرأها «خبر»',
  sourceRow: (outlet, count) => `• ${outlet ?? 'بلا مصدر'}: ${articles(count)}`,
  onlyIn: (language) => `${withPrefix('ب', language)} فقط`,
  factsOnly: (language) => `${withPrefix('ب', language)} فقط: أهم ما فيه، بلا ترجمة`,

  buttons: {
    paragraph: 'عرض الفقرة',
    comment: 'علامَ كان يعلّق؟',
    commentFeminine: 'علامَ كانت تعلّق؟',
    otherLanguage: 'In English',
    more: 'المزيد',
    back: (name) => `العودة إلى ${name}`,
    latest: 'آخر الأخبار',
    sources: 'المصادر',
    both: 'كلاهما',
    all: 'كلهم',
    ask: (name) => `ماذا قال ${name}؟`,
  },

  digest: {
    title: (minute, topics) =>
      `ملخص ${{ ليل: 'الليل', صباح: 'الصباح', ظهر: 'الظهيرة', عصر: 'العصر', مساء: 'المساء' }[dayPart(Math.floor(minute / 60))]}: ${topics.length === 0 ? 'كل الموضوعات' : topics.join('؛ ')}`,
    titleAtOnce: (topics) => `أخبار: ${topics.length === 0 ? 'كل الموضوعات' : topics.join('؛ ')}`,
    titleNow: (topics) => `الأيام السبعة الأخيرة: ${topics.length === 0 ? 'كل الموضوعات' : topics.join('؛ ')}`,
    when: (at, zone, city) =>
      `${dayOfWeek(at, zone, 'ar')}، ${timeOfDay(minuteOfDay(at, zone), 'ar')} بتوقيت ${city}`,
    changed: (numbers) => `غيّره مصدره بعد إرسال هذا الملخص، وهو هنا كما صار: ${numbers.join('، ')}`,
    nothing: 'لا جديد في هذه الموضوعات.',
    followedTitle: 'من الأشخاص المتابَعين',
    followed: (name, count, numbers) =>
      `${name}: ${statements(count)} (${numbers.length === 1 ? 'في الخبر' : numbers.length === 2 ? 'في الخبرين' : 'في الأخبار'} ${numbers.join('، ')})`,
    leftOutTitle: 'ما لم يُدرج في الملخص',
    window: ({ from, to, zone, long }) =>
      `الفترة: من ${momentInWeek(from, zone, 'ar', long)} إلى ${momentInWeek(to, zone, 'ar', long)}`,
    account: ({ read, sources, shown, leftOut, others, before }) =>
      read === 0
        ? 'لم تصل مقالات.'
        : `المقروء: ${articles(read)} من ${sourcesRead(sources)}: ${[
            `${shown} أعلاه`,
            ...(leftOut > 0 ? [`و${leftOut} لم تُدرج لضيق المجال`] : []),
            ...(before > 0 ? [`و${before} في أخبار سبق ذكرها`] : []),
            ...(others > 0 ? [`و${others} في موضوعات أخرى`] : []),
          ].join('، ')}`,
    failed: (names) => `تعذّر جلب ${sourcesRead(names.length)}: ${names.join('، ')}`,
    next: (at, zone) =>
      `الملخص التالي: ${dayInYear(at, zone, 'ar')}، ${timeOfDay(minuteOfDay(at, zone), 'ar')}`,
    buttons: {
      leftOut: (count) => `ما لم يُدرج (${count})`,
      changeTime: 'تعديل الموعد',
      stop: 'إيقاف هذا الملخص',
    },
  },

  subscriptions: {
    choose: 'موضوعات الملخص',
    chooseHint:
      'لمسة تضيف الموضوع أو تزيله. ولكلمات أخرى: /subscribe وبعده الكلمات، مثل /subscribe إضراب الميناء؛ ولمصدر: /subscribe مصدر ثم اسمه؛ ولشخص: /subscribe شخص ثم اسمه',
    done: 'تم',
    none: 'لا ملخص هنا بعد. اختيار موضوعاته: /subscribe',
    title: 'الملخص',
    topics: (names) => `الموضوعات: ${names.join('؛ ')}`,
    every: (days, minutes, city) => `${days}، ${timesOfDay(minutes, 'ar')} بتوقيت ${city}`,
    atOnce: 'فور وروده: ما يرد خلال خمس دقائق يصل معاً، ولا شيء في ساعات الهدوء',
    gone: 'لم يعد موجوداً',
    everyDay: 'كل يوم',
    sundayToThursday: 'من الأحد إلى الخميس',
    mondayToFriday: 'من الاثنين إلى الجمعة',
    onDays: (names) => `أيام ${names}`,
    quiet: (from, to) => `هدوء من ${timeOfDay(from, 'ar')} إلى ${timeOfDay(to, 'ar')}`,
    noQuiet: 'بلا ساعات هدوء',
    askQuiet: 'متى لا يصل شيء من تلقاء نفسه؟',
    askQuietHint: 'ما يقوله من نتابعهم يصل مجموعاً بعدها. أما الملخص فيصل في ساعته.',
    askDays: 'في أي أيام يصل الملخص؟',
    paused: 'متوقّف مؤقتاً: لا يصل شيء إلى حين استئنافه.',
    silentWithoutNews: 'اليوم الذي لا جديد فيه يمرّ بلا رسالة.',
    tooMany: 'بلغت الاشتراكات هنا حدّها: 50. لا بدّ من إزالة واحد أولاً.',
    next: (at, zone) => `التالي: ${dayInYear(at, zone, 'ar')}، ${timeOfDay(minuteOfDay(at, zone), 'ar')}`,
    added: (topic) => `أُضيف إلى الملخص اليومي: ${topic}`,
    unknownOutlet: (name) => `لا مقال محفوظاً من مصدر باسم «${name}»، وكلمة «المصادر» تعرضها.`,
    severalOutlets: (names) => `في عدة مصادر هذا الاسم: ${names.join('؛ ')}. الاسم الكامل يحدد أيها.`,
    addressRefused: (address) => `لا يصلح ${address} مصدراً: خلاصات وصفحات يفتحها أي أحد على الشبكة فقط.`,
    wished: (address) =>
      `لا يقرأ «خبر» ${address} بعد. أُبلغ مشرفوه بالطلب، ومتى سمحوا به وصلت مقالاته إلى هنا.`,
    tooManyWishes: (max) => `مصادر طُلبت هنا وتنتظر مشرفي «خبر»: ${max}. لا مزيد قبل أن يبتّوا فيها.`,
    inBoth: 'يصل الملخص باللغتين.',
    unknownTopic: (asked) => `«${asked}» ليس من الموضوعات، ولا كلمات فيه يُبحث عنها. وهذه هي:`,
    askCity: 'في أي مدينة؟ يصل الملخص في الساعة المختارة بتوقيتها.',
    askCityHint: 'لمدينة أخرى: /settings وبعده اسمها، مثل /settings أوسلو',
    unknownCity: (asked) =>
      `لا توقيت معروفاً لـ«${asked}». تكفي أقرب مدينة كبيرة، أو اسم منطقة زمنية مثل Europe/Oslo.`,
    askHour: 'في أي ساعة يصل الملخص؟',
    askHours: 'في أي ساعات يصل الملخص؟',
    askHoursHint: 'اللمس يضيف ساعة أو يرفعها، وتبقى واحدة على الأقل. يبدأ كل ملخص حيث انتهى الذي قبله.',
    stopped: 'أُوقفت كل الملخصات هنا. لن يُرسَل شيء بلا سؤال.',
    settings: 'إعدادات هذه المحادثة',
    language: (name) => `اللغة: ${name}`,
    city: (name) => (name === null ? 'المدينة: لم تُحدد بعد' : `المدينة: ${name}`),
    hours: (minutes) => `${minutes.length === 1 ? 'ساعة' : 'ساعات'} الملخص: ${timesOfDay(minutes, 'ar')}`,
    buttons: {
      topics: 'الموضوعات',
      city: 'المدينة',
      hour: 'الساعة',
      hours: 'عدة مرات في اليوم',
      days: 'الأيام',
      atOnce: 'فور ورود الخبر',
      story: 'اشتراك في هذه القصة',
      quiet: 'ساعات الهدوء',
      remove: (name) => `إزالة ${name}`,
      pause: 'إيقاف مؤقت',
      resume: 'استئناف',
      silent: 'بلا رسالة حين لا جديد',
      tell: 'رسالة حين لا جديد',
      language: 'English',
      inBoth: 'باللغتين',
      inOne: 'بلغة واحدة',
      stop: 'إيقاف',
      now: 'الملخص الآن',
      subscribe: 'اشتراك في ملخص يومي',
    },
  },

  publishing: {
    isSilent: 'تصل الملخصات إلى هنا بلا صوت.',
    isPinned: 'أحدث ملخص مثبّت.',
    isApproved: 'ينتظر كل ملخص موافقة مشرف.',
    footer: (line) => `تحت كل ملخص: ${line}`,
    noFooter: 'لم يعد تحت الملخصات شيء.',
    preview: (title) => `إلى ${title}: لم يُنشر شيء بعد`,
    leaveOut: (number) => `بلا ${number}`,
    publish: 'نشر',
    discard: 'بلا نشر',
    published: 'في الطريق.',
    discarded: 'لم يُنشر.',
    settled: 'حُسم هذا من قبل، أو حلّ محله ملخص لاحق.',
    buttons: {
      silent: 'بلا صوت',
      loud: 'بصوت',
      pin: 'تثبيت',
      unpin: 'بلا تثبيت',
      approve: 'بعد موافقتي',
      unapproved: 'بلا موافقة',
    },
  },

  groups: {
    privateOnly: 'هذا للمحادثات الخاصة: تكفي رسالة إلى البوت مباشرةً.',
    adminsOnly: 'ما يصل إلى هنا تلقائياً يقرره مشرفو المجموعة.',
    how: 'ملخص لقناة: يُضاف البوت إليها مشرفاً يحق له النشر، ثم يُرسَل هنا /channel واسمها، مثل /channel @harbour_news. وما يلي الاسم من كلمات اشتراك. ولقناة بلا اسم: /channel رداً على منشور محوَّل منها.',
    unknown: (name) => `ليس البوت في قناة أو مجموعة باسم «${name}». يجب أن يكون مشرفاً في القناة أولاً.`,
    notYours: 'ما يصل إليها يقرره مشرفوها وحدهم، وهذا الحساب ليس منهم بحسب تيليغرام.',
    mayNotPost: 'ليس البوت هناك مشرفاً يحق له النشر. يُغيَّر ذلك في القناة أولاً.',
    about: (title) => `من أجل: ${title}`,
    added: 'صار البوت مشرفاً فيها',
  },

  following: {
    title: 'من تتابعهم هذه المحادثة',
    none: 'لا متابعة هنا بعد. /follow والاسم بعده: ما يقوله الشخص من الآن.',
    whom: 'أكثر من شخص بهذا الاسم. من المقصود؟',
    unknown: (name) => `لا تصريح في الأخبار المحفوظة لأحد باسم «${name}».`,
    follow: (name) => `متابعة ${name}`,
    stop: (name) => `إيقاف: ${name}`,
    begun: (name) => `يصل إلى هنا من الآن ما يقوله ${name}.`,
    ended: (name) => `توقفت متابعة ${name} هنا.`,
    more: (count) => `وبقي ${count}: بالسؤال عن الشخص.`,
    manage: 'من نتابعهم',
  },

  privacy: {
    title: 'ما يحفظه «خبر» عن هذه المحادثة',
    kept: (days) => [
      'رقمها ونوعها ولغتها (واسمها إن كانت مجموعة أو قناة) ووقت آخر رسالة منها',
      'موضوعات الملخص ومدينته وساعته، وما أُرسل من ملخصات',
      `نص الأسئلة وأي التصريحات عُرضت في أجوبتها، مدة ${days} يوماً، كي تبقى الأزرار تحت الأجوبة صالحة ويُبلَّغ التصحيح`,
      'روابط الأخبار المرسَلة للقراءة، يوماً واحداً',
      'هل سمح مشرف لهذا الرقم بالدخول أو منعه: وهذا يبقى بعد /forget',
      'ما أمر به مشرفو البوت، سنة واحدة',
      'عدد رموز النموذج اللغوي التي كلّفتها الأسئلة، إن كان موصولاً',
    ],
    notTitle: 'ما لا يحفظه',
    notKept: [
      'الأسماء وأرقام الهواتف والصور والرسائل إلى الآخرين',
      'نصوص الرسائل في السجلات، ولا نصوص التحديثات بعد معالجتها',
    ],
    commands: 'لعرض ذلك كله: /mydata، ولحذفه: /forget',
    yours: 'كل ما حُفظ عن هذه المحادثة:',
    forgetAsk: 'حذف كل ما حُفظ عن هذه المحادثة؟',
    forgetWhat: 'تُحذف الإعدادات والاشتراكات والأسئلة والملخصات، ولا رجعة في ذلك.',
    forgetButton: 'حذف كل شيء',
    forgotten: 'حُذف كل شيء. كل رسالة جديدة بداية جديدة.',
  },

  whoami: (id, admin) => `رقم حسابك في تيليغرام: ${id}${admin ? '\nأنت من مديري «خبر» هنا.' : ''}`,
  mistake: {
    report: 'إبلاغ عن خطأ',
    ask: 'ما الخطأ؟',
    kinds: {
      speaker: 'القائل شخص آخر',
      words: 'الكلام مقطوع في غير موضعه',
      nothing: 'لم يقل هذا أحد',
      date: 'التاريخ أو المصدر خطأ',
    },
    thanks: 'شكراً: وصل البلاغ، وسيصل إلى هنا ما ينتهي إليه.',
    reported: 'بلاغ من قارئ عن خطأ',
    confirm: 'خطأ: يُخفى',
    reject: 'صحيح كما هو',
    confirmed: 'أُخفي، ويُبلَّغ من عُرض عليه.',
    rejected: 'يبقى كما هو.',
    settledBefore: 'حسمه مشرف آخر.',
    heardConfirmed: 'كان البلاغ عن الخطأ صحيحاً: لن يُعرض ذلك بعد الآن. شكراً.',
    heardRejected: 'نُظر في البلاغ عن الخطأ: هكذا ورد في الخبر. شكراً على كل حال.',
  },
  correction: {
    title: 'تصحيح لما عُرض هنا',
    before: 'عُرض هنا:',
    now: 'وصار في الخبر:',
    gone: 'لم تعد هذه الكلمات في الخبر.',
    mistaken: 'كانت قراءة «خبر» لها خطأ، ولن تُعرض بعد الآن.',
    more: (count) => `و${count} غيره`,
  },
}

function age(days: number): string {
  if (days === 0) return '، أي اليوم'
  if (days === 1) return '، أي أمس'
  if (days > 365) return `، أي قبل أكثر من ${years(Math.floor(days / 365))}`
  if (days > 60) return `، أي قبل نحو ${months(Math.round(days / 30))}`
  return ''
}

function relativeDay(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
  return days === 0 ? 'اليوم' : days === 1 ? 'أمس' : `في ${formatDay(day, 'ar')}`
}
