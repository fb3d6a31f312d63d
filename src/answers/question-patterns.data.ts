// The forms that questions take, the more telling ones first: the first that fits a question decides.
// `<person>` a speaker, `<owner>` one that may carry «لـ», `<other>` the second of two, `<topic>` what it is about,
// `<subject>` a person whose words are not asked for («من هو …؟»). CAPITALS are classes of `question-words.data.ts`.

export type Kind = 'said' | 'latest' | 'who' | 'about' | 'compare' | 'other'
export type Pattern = readonly [kind: Kind, template: string]

const about = '[AUDIENCE] [(ABOUT | SETTING | THAT) <topic>]'
const latinAbout = '[(ABOUT | SETTING | TO | THAT) <topic>]'

export const arabicPatterns: readonly Pattern[] = [
  [
    'compare',
    `COMPARE BETWEEN [(WORDS | STANCE | ما SAY | SAY)] <person> WITH [BETWEEN] [(WORDS | STANCE | ما SAY)] <other> ${about}`,
  ],
  ['compare', `COMPARE BETWEEN (WORDS | STANCE) <pair> [(TO | ABOUT | SETTING) <topic>]`],
  ['compare', `COMPARE BETWEEN [ما SAY] <pair> ${about}`],
  ['compare', `COMPARE [BETWEEN] (WORDS | STANCE) <person> WITH (WORDS | STANCE) <other> [TO <topic>]`],
  ['compare', `COMPARE (WORDS | STANCE) <pair> [TO <topic>]`],
  ['compare', `COMPARE [BETWEEN] ما SAY <person> (بما | مع ما | وما | و ما | ب ما) SAY <other> ${about}`],
  ['compare', `COMPARE ما SAY <pair> ${about}`],
  ['compare', `COMPARE <person> WITH <other> ${about}`],
  ['compare', `<person> (مقابل | ضد | أو) <other> ${about}`],
  ['compare', `WHAT [HAS] SAY كل من <pair> ${about}`],
  ['compare', `WHAT [HAS] SAY <pair> ${about}`],
  ['compare', `(STANCE | WORDS) <pair> [TO <topic>]`],

  ['who', 'WHO [WHICH] [HAS] (SAY | COMMENTED) (ABOUT | عن) <topic>'],
  ['who', 'WHO [WHICH] [HAS] (SAY | COMMENTED | DO_TO) [THAT] <topic>'],
  ['who', 'WHO [WHICH] SAY_LATIN [THAT | ABOUT] <topic>'],
  [
    'who',
    '(لمن | لمين | لمين هذا | صاحب | من صاحب | من هو صاحب) (هذا | هذه | [هذا] التصريح | مقولة | عبارة | القول | كلمة | تصريح) <topic>',
  ],
  ['who', 'هل (COMMENTED | SAY) (أحد | أي أحد | أحدهم | حد | أي مسؤول) [ABOUT | THAT] <topic>'],
  ['who', '(في حد | حدا | حد | فيه احد) (SAY | COMMENTED) [ABOUT | THAT] <topic>'],
  [
    'who',
    '(ماذا | ما | شو | ايش | وش) (قيل | يقال | اتقال | انقال | الذي قيل | بينقال) (ABOUT | في) <topic>',
  ],
  [
    'who',
    '(ما قيل | كل ما قيل | ردود الفعل | ردود الأفعال | التصريحات | تصريحات | الأقوال) (ABOUT | في) <topic>',
  ],

  ['latest', `[WHAT] [هي | هو] LATEST_AR (ما SAY | شيء SAY | شي SAY | حاجة SAY) <person> ${about}`],
  ['latest', `[WHAT] [هي | هو] LATEST_AR (WORDS | SAY_LATIN) [BY] <owner> ${about}`],
  ['latest', `LATEST_AR ما (صدر عن | جاء عن | ورد عن | نقل عن) <person> ${about}`],
  ['latest', `WORDS <person> (الأخيرة | الأخير | الجديدة | الجديد) ${about}`],
  ['latest', `WHAT [HAS] SAY <person> RECENTLY ${about}`],

  ['said', `WHAT [HAS] SAY ABOUT <topic>`],
  ['said', `WHAT [HAS] SAY HE ${about}`],
  ['said', `WHAT [HAS] SAY <person> ${about}`],
  ['said', `WHAT DO_TO <dual>`],
  ['said', `(كيف | بماذا | بم | هل | لماذا | ليش) [HAS] DO_TO <person> ABOUT <topic>`],
  ['said', `(بماذا | بم | هل | كيف | لماذا | ليش | ماذا) [HAS] DO_TO <dual>`],
  ['said', `(لماذا | ليش | ليه | كيف) <person> DO_TO <topic>`],
  ['said', `DEED <owner> (ب | من | ABOUT) <topic>`],
  ['said', `DEED <dual>`],
  ['said', `<person> WHAT_SAY ${about}`],
  ['said', `WHAT_SAY <person> ${about}`],
  ['said', `<person> WHAT [HAS] SAY ${about}`],
  ['said', `<person> SAY (إيه | ايه | شو | شنو | ايش | وش | ماذا) ${about}`],
  ['said', `SAY (إيه | ايه | شو | شنو | ايش | وش) <person> ${about}`],
  ['said', `(إيه | ايه | شو | شنو) WHICH SAY <person> ${about}`],
  [
    'said',
    `(WHICH | كل ما | كل شيء | كل شي | كل اللي | جميع ما | أهم ما | أبرز ما | ما) SAY <person> ${about}`,
  ],
  [
    'said',
    `(عن ماذا | عم | علام | عما | عن ايش | عن شو | على ماذا | عن إيه) (SAY | COMMENTED) <person> ${about}`,
  ],
  ['said', `هل [HAS] (COMMENTED | SAY) <person> SOMETHING [(ABOUT | THAT | TO) <topic>]`],
  ['said', `هل [HAS] (COMMENTED | SAY) <person> (ABOUT | THAT | TO) <topic>`],
  ['said', `هل [HAS] (COMMENTED | SAY) <person>`],
  ['said', `(كيف | هل) (ينظر | تنظر) <person> (إلى | ل) <topic>`],
  ['said', `[WHAT] [هو | هي] [هو] STANCE [BY] <owner> TO <topic>`],
  ['said', `[WHAT] [هو | هي] STANCE [BY] <owner>`],
  ['said', `[WHAT] [هي | هو] [أهم | أبرز | كل | جميع] WORDS [BY] <owner> ${about}`],
  ['said', `<person> (WORDS | WORDS عنه) ${about}`],
  ['said', `ACCORDING <owner> , <topic>`],
  ['said', `<topic> ACCORDING <owner>`],
  ['said', `ACCORDING <owner>`],

  ['about', '(WHO_IS | مين | منو | من) <subject>'],
  [
    'about',
    '(ما | شو | ايش | وش | ماذا | إيه | ايه | شنو | كيف | هل من | شو هي | ما هي | ما هو | هات) (LATEST_AR NEWS_AR | HAPPENED | NEWS_AR) [(ABOUT | SETTING | TO | مع | بين)] <topic>',
  ],
  [
    'about',
    '(ما | شو | ايش | وش | ماذا | إيه | ايه | شنو | كيف | هل من | شو هي | ما هي | ما هو) (LATEST_AR NEWS_AR | HAPPENED | NEWS_AR)',
  ],
  ['about', 'HAPPENED (في | مع | ل) <topic>'],
  ['about', '[LATEST_AR | أهم | أبرز | كل] NEWS_AR (ABOUT | SETTING | TO | تتعلق ب | تخص) <topic>'],
  ['about', '[LATEST_AR | أهم | أبرز | كل] NEWS_AR [<topic>]'],
  ['about', '(حدثني | حدثيني | كلمني | احكيلي | احكي لي) عن <topic>'],
  ['about', '(لخص | لخصلي | لخص لي | موجز | ملخص) [عن | ل] [أخبار] <topic>'],
]

export const englishPatterns: readonly Pattern[] = [
  ['compare', `COMPARE_EN what <person> WITH <other> [have | has | had | both] SAY_EN ${about}`],
  [
    'compare',
    `COMPARE_EN what <person> SAID_EN ${about.replace('<topic>', '<topic> WITH what <other> SAID_EN')}`,
  ],
  ['compare', `COMPARE_EN what <person> WITH [what] <other> [have | has | had | both] SAY_EN ${about}`],
  [
    'compare',
    `COMPARE_EN [the] (STANCE_EN | WORDS_EN) OF <person> WITH [those of | that of] <other> ${about}`,
  ],
  [
    'compare',
    `COMPARE_EN <person> ['s] [STANCE_EN | WORDS_EN] WITH <other> ['s | '] (STANCE_EN | WORDS_EN) ${about}`,
  ],
  [
    'compare',
    `(how do | how does | how did) <person> WITH <other> (differ | disagree | agree | compare) ${about}`,
  ],
  ['compare', `COMPARE_EN <person> WITH <other> ${about}`],
  ['compare', `<person> (vs | versus) <other> ${about}`],
  ['compare', `(do | did | does) <person> and <other> (agree | disagree | differ) ${about}`],
  ['compare', `WHAT_EN DID [both] <person> (and | or) <other> [both | each] SAY_EN ${about}`],
  ['compare', `<person> and <other> (on | about) <topic>`],

  ['said', `WHAT_EN DID HE SAY_EN [ABOUT | SETTING | THAT | TO] [<topic>]`],
  ['who', 'who [else] [DID | has | have] SPOKE_EN [out] (ABOUT | to) <topic>'],
  ['who', 'who [else] [DID] MENTIONED_EN [that] <topic>'],
  ['who', 'who [else] [was | was it] [it] [that] [DID] SAID_EN [that | that it | so] <topic>'],
  ['who', '(DID | HAS) ANYONE SPOKE_EN (ABOUT | to) <topic>'],
  ['who', '(DID | HAS) ANYONE (MENTIONED_EN | SAID_EN | SAY_EN) [that] <topic>'],
  ['who', 'what (has | have | was | is) [been | being] said (ABOUT | SETTING) <topic>'],
  [
    'who',
    'what (do | does | did | are | have) (people | politicians | leaders | officials | others | world leaders | they | experts | ministers | everyone) SAY_EN (ABOUT | of) <topic>',
  ],
  [
    'who',
    '[the] (reactions | responses | reaction | statements | remarks | comments | quotes) (ABOUT | to) <topic>',
  ],
  ['who', '(whose words | whose quote) (are | is | were | was) [these | this] <topic>'],
  [
    'who',
    'which (politician | politicians | minister | ministers | leader | leaders | official | officials | president | person | people) (SAID_EN | MENTIONED_EN | SPOKE_EN) [ABOUT | that] <topic>',
  ],

  ['said', `(anything | something | a word | statements | remarks | comments | quotes) from <name> ${about}`],
  ['about', '[WHAT_IS] [the] [LATEST] NEWS [(ABOUT | in | of | from | out of)] <place>'],
  ['about', '[WHAT_IS] [the] LATEST (from | in | on | about) <place>'],
  ['latest', `[WHAT_IS] [the] LATEST [WORDS_EN | news | word | thing | things] OF <person> ${about}`],
  ['latest', `[WHAT_IS] <person> ['s] LATEST (WORDS_EN | STANCE_EN) ${about}`],
  [
    'latest',
    `[WHAT_IS] [the] LATEST [thing | things | time] [that | which] <person> [DID | has | have] SAY_EN ${about}`,
  ],
  ['latest', `[the] LATEST <person> WORDS_EN ${about}`],
  ['latest', `<name> ['s] (latest | newest | most recent) ${about}`],
  ['latest', `WHAT_EN DID <person> RECENTLY SAY_EN ${about}`],
  ['latest', `WHAT_EN DID <person> SAY_EN RECENTLY ${about}`],
  ['latest', `WHAT_EN DID <person> SAY_EN ABOUT <topic> (lately | recently)`],
  ['about', '[the] LATEST (on | about | in | with) <topic>'],

  ['said', `what (is | was | were | has been | have been) [being] said by <person> ${about}`],
  ['said', `WHAT_EN DID <person> (think | say | make) of <topic>`],
  ['said', `WHAT_EN DID <person> SAY_EN ${about}`],
  ['said', `WHAT_EN DID <person> SAY_EN (with | to | of | for | if | by | when | as) <topic>`],
  ['said', `WHAT_EN DID <person> SAY_EN <topic>`],
  ['said', `WHAT_EN [DID] <person> 's (STANCE_EN | WORDS_EN) [(ABOUT | to | of | SETTING) <topic>]`],
  ['said', `(WHAT_EN [DID] | WHAT_IS) <person> (STANCE_EN | WORDS_EN) [(ABOUT | to | of | SETTING) <topic>]`],
  ['said', `WHAT_IS [the] (STANCE_EN | WORDS_EN) OF <person> [(ABOUT | to | SETTING) <topic>]`],
  ['said', `where DID <person> stand ${about}`],
  [
    'said',
    `(DID | HAS) <person> (SPOKE_EN | SAY_EN) [anything | something | a word] (ABOUT | to | for | with | THAT) <topic>`,
  ],
  ['said', `(DID | HAS) <person> (SPOKE_EN) [anything]`],
  ['said', `(DID | HAS) <person> [ever] (MENTIONED_EN | SAY_EN) [THAT] <topic>`],
  ['said', `(DID | HAS) <person> (support | back | oppose | reject | condemn | deny) <topic>`],
  [
    'said',
    `(what | everything | all | anything | things | something | words | all that | stuff) [that | which] <person> [DID | ever] SAID_EN ${about}`,
  ],
  ['said', `ACCORDING <person> , <topic>`],
  ['said', `ACCORDING <person> (WHAT_EN | is | are | did | does | will) <topic>`],
  ['said', `<topic> ACCORDING <person>`],
  ['said', `ACCORDING <person>`],
  ['said', `<person> 's (WORDS_EN | STANCE_EN) [(ABOUT | to | of | SETTING | with) <topic>]`],
  ['said', `[the] (WORDS_EN | STANCE_EN) OF <person> [(ABOUT | to | SETTING | with) <topic>]`],
  ['said', `<quoted> (WORDS_EN | STANCE_EN | quote) [(ABOUT | to | SETTING) <topic>]`],
  ['said', `(statements | quotes | remarks | comments | statement | quote) <name>`],

  [
    'about',
    "(who is | who was | who 's | whos | who are | who exactly is | profile of | biography of) <subject>",
  ],
  [
    'about',
    '(what | anything) [BE] (new | happening | going on | up) (with | in | about | to | on | at) <topic>',
  ],
  [
    'about',
    '[what] (happened | happens | going on | went on) (with | in | about | to | on | at | between) <topic>',
  ],
  ['about', '[WHAT_IS] [the] [LATEST] NEWS (ABOUT | SETTING | of | for) <topic>'],
  ['about', '[WHAT_IS] [the] [LATEST] NEWS <topic>'],
  ['about', '[WHAT_IS] [the] [LATEST] (news | headlines | top stories | the headlines)'],
  ['about', '<topic> (news | headlines | updates | latest)'],
  ['about', '(what do we know | what is known | what do people know | explain) [ABOUT] <topic>'],
  ['about', 'what [BE] (new | happening | going on)'],
  ['about', 'what happened'],
  ['about', 'what (is | are | was | were) <topic>'],
  [
    'about',
    '(summarise | summarize | summary of | brief me on | update me on | more about | more on) <topic>',
  ],
]

export const arabiziPatterns: readonly Pattern[] = [
  ['said', '[w | wa] (3an | w3an) <topic>'],
  ['said', `WHAT_LATIN SAY_LATIN (3an | 3n | 3la | 3ala) <topic>`],
  ['said', `WHAT_LATIN [elli | illi | li] SAY_LATIN <person> ${latinAbout}`],
  ['said', `<person> WHAT_LATIN SAY_LATIN ${latinAbout}`],
  ['said', `<person> SAY_LATIN (eh | eih | shu | sho | shou | chou | esh | eish | shinu) ${latinAbout}`],
  ['said', `SAY_LATIN (eh | eih | shu | sho | esh | eish) <person> ${latinAbout}`],
  ['said', `(elli | illi | kol ma | kull ma) SAY_LATIN <person> ${latinAbout}`],
  [
    'who',
    `(min | meen | mn | man | mino | chkoun) [elli | illi | li | allathi] SAY_LATIN [ABOUT | THAT] <topic>`,
  ],
  ['latest', `[WHAT_LATIN] LATEST_AR WORDS [BY] <person> ${latinAbout}`],
  ['latest', `LATEST_AR (shi | chi | haga | 7aga | ma) SAY_LATIN <person> ${latinAbout}`],
  ['said', `[shu | ma | sho] STANCE [BY] <person> [(TO | ABOUT) <topic>]`],
  [
    'said',
    `(tasrihat | tasreehat | tasri7at | ta9ri7at | tsrihat | tasrih | tasree7at | kalam | klam | aqwal | a2wal | 7aki | 7ake | khitab) [BY] <person> ${latinAbout}`,
  ],
  ['said', `hal (SAY_LATIN | 3alla2 | 3allaq | rad | radd) <person> ${latinAbout}`],
  ['about', '(meen | min | man) (howe | huwe | huwa | howa) <subject>'],
  [
    'about',
    '[shu | sho | eh | ma | esh | LATEST_AR] (akhbar | a5bar | akhir akhbar | jadid) [3an | fi | ABOUT] [<topic>]',
  ],
  ['about', '(shu | sho | eish | esh | chou) (sar | 9ar | 7asal | hasal) [(b | bi | fi | ma3)] <topic>'],
]

/** Questions that have lost their question word; only where nothing above fits, and their language is told by the letters. */
export const barePatterns: readonly Pattern[] = [
  ['said', '[و | ok | طيب | and | so] AND_ABOUT <topic>'],
  ['said', `SAY <person> ${about}`],
  ['said', '<name> (عن | حول | بشأن | بخصوص | ضد | on | about | regarding) <topic>'],
  ['said', '<name> SAID_EN what [ABOUT] [<topic>]'],
  ['said', '<name> SAY [(ABOUT | THAT)] <topic>'],
  ['said', '<name> SAID_EN [(ABOUT | THAT)] <topic>'],
  ['said', '<name> SAID_EN'],
]
