// The reporting verbs of English news: every form that is written, its class, and what may follow it.
// A new verb is one line here. Forms: base, -s, past, participle -ing; a second past participle only where it differs.

import type { VerbClass } from '../statement.ts'

/**
 * What may follow a verb:
 * `clause`: a quotation, "that …", a bare clause, or the words stand before it ("…, he said");
 * `that`: the same, but bare clauses only where they plainly are clauses ("suggested he would go"), for verbs that also take things;
 * `told`: a hearer stands between the verb and the words;
 * `thing`: the object itself is reported ("denied the charge", "called for a truce", "accused Ankara of …");
 * `hearer-to`: a person and what is asked of them ("urged voters to …");
 * `to`: an infinitive ("vowed to …").
 */
export const frameNames = ['clause', 'that', 'told', 'thing', 'hearer-to', 'to'] as const
export type Frame = (typeof frameNames)[number]

/** [class, frames, forms]: the forms stand in the order base, -s, past, -ing, and may hold several words. */
export type VerbRow = readonly [VerbClass, string, string]

export const verbRows: readonly VerbRow[] = [
  ['say', 'clause', 'say|says|said|saying'],
  ['say', 'told', 'tell|tells|told|telling'],
  ['say', 'told', 'inform|informs|informed|informing'],
  ['say', 'told', 'remind|reminds|reminded|reminding'],
  ['say', 'told', 'assure|assures|assured|assuring'],
  ['say', 'clause', 'add|adds|added|adding'],
  ['say', 'clause', 'note|notes|noted|noting'],
  ['say', 'clause', 'state|states|stated|stating'],
  ['say', 'clause', 'explain|explains|explained|explaining'],
  ['say', 'clause', 'write|writes|wrote|writing|written'],
  ['say', 'clause', 'tweet|tweets|tweeted|tweeting'],
  ['say', 'clause', 'post|posts|posted|posting'],
  ['say', 'clause', 'reply|replies|replied|replying'],
  ['say', 'clause', 'respond|responds|responded|responding'],
  ['say', 'clause', 'answer|answers|answered|answering'],
  ['say', 'clause', 'continue|continues|continued|continuing'],
  ['say', 'clause', 'conclude|concludes|concluded|concluding'],
  ['say', 'clause', 'recall|recalls|recalled|recalling'],
  ['say', 'clause', 'remark|remarks|remarked|remarking'],
  ['say', 'clause', 'observe|observes|observed|observing'],
  ['say', 'clause', 'comment|comments|commented|commenting'],
  ['say', 'clause', 'mention|mentions|mentioned|mentioning'],
  ['say', 'clause', 'point out|points out|pointed out|pointing out'],
  ['say', 'clause', 'quip|quips|quipped|quipping'],
  ['say', 'clause', 'joke|jokes|joked|joking'],
  ['say', 'clause', 'boast|boasts|boasted|boasting'],
  ['say', 'clause', 'lament|laments|lamented|lamenting'],
  ['say', 'that', 'complain|complains|complained|complaining'],
  ['say', 'clause', 'counter|counters|countered|countering'],
  ['say', 'clause', 'retort|retorts|retorted|retorting'],
  ['say', 'clause', 'shout|shouts|shouted|shouting'],
  ['say', 'clause', 'exclaim|exclaims|exclaimed|exclaiming'],
  ['say', 'clause', 'testify|testifies|testified|testifying'],
  ['say', 'clause', 'report|reports|reported|reporting'],
  ['say', 'clause', 'stress|stresses|stressed|stressing'],
  ['say', 'clause', 'emphasize|emphasizes|emphasized|emphasizing'],
  ['say', 'clause', 'emphasise|emphasises|emphasised|emphasising'],
  ['say', 'clause', 'underline|underlines|underlined|underlining'],
  ['say', 'clause', 'underscore|underscores|underscored|underscoring'],
  ['say', 'clause', 'reiterate|reiterates|reiterated|reiterating'],
  ['say', 'clause', 'elaborate|elaborates|elaborated|elaborating'],
  ['say', 'clause', 'clarify|clarifies|clarified|clarifying'],
  ['say', 'that', 'suggest|suggests|suggested|suggesting'],
  ['say', 'that', 'indicate|indicates|indicated|indicating'],
  ['say', 'that', 'predict|predicts|predicted|predicting'],
  ['say', 'that', 'hint|hints|hinted|hinting'],
  ['say', 'that', 'signal|signals|signaled|signaling|signalled|signalling'],
  ['say', 'that thing', 'rule out|rules out|ruled out|ruling out'],
  ['claim', 'clause', 'claim|claims|claimed|claiming'],
  ['claim', 'clause', 'allege|alleges|alleged|alleging'],
  ['claim', 'clause', 'assert|asserts|asserted|asserting'],
  ['claim', 'clause', 'contend|contends|contended|contending'],
  ['claim', 'clause', 'maintain|maintains|maintained|maintaining'],
  ['claim', 'clause', 'insist|insists|insisted|insisting'],
  ['claim', 'clause', 'argue|argues|argued|arguing'],
  ['confirm', 'that thing', 'confirm|confirms|confirmed|confirming'],
  ['confirm', 'clause', 'acknowledge|acknowledges|acknowledged|acknowledging'],
  ['confirm', 'clause', 'admit|admits|admitted|admitting'],
  ['confirm', 'clause', 'concede|concedes|conceded|conceding'],
  ['confirm', 'clause', 'affirm|affirms|affirmed|affirming'],
  ['confirm', 'clause', 'agree that|agrees that|agreed that|agreeing that'],
  ['deny', 'that thing', 'deny|denies|denied|denying'],
  ['deny', 'thing', 'reject|rejects|rejected|rejecting'],
  ['deny', 'thing', 'dismiss|dismisses|dismissed|dismissing'],
  ['deny', 'that thing', 'dispute|disputes|disputed|disputing'],
  ['warn', 'clause told', 'warn|warns|warned|warning'],
  ['warn', 'clause', 'caution|cautions|cautioned|cautioning'],
  ['warn', 'to', 'threaten|threatens|threatened|threatening'],
  ['ask', 'clause told', 'ask|asks|asked|asking'],
  ['ask', 'clause', 'wonder aloud|wonders aloud|wondered aloud|wondering aloud'],
  ['ask', 'hearer-to', 'beg|begs|begged|begging'],
  ['demand', 'that thing', 'demand|demands|demanded|demanding'],
  ['demand', 'hearer-to that', 'urge|urges|urged|urging'],
  ['demand', 'thing', 'call for|calls for|called for|calling for'],
  ['demand', 'hearer-to', 'call on|calls on|called on|calling on'],
  ['demand', 'hearer-to', 'call upon|calls upon|called upon|calling upon'],
  ['demand', 'hearer-to', 'implore|implores|implored|imploring'],
  ['promise', 'that to', 'promise|promises|promised|promising'],
  ['promise', 'that to', 'vow|vows|vowed|vowing'],
  ['promise', 'that to', 'pledge|pledges|pledged|pledging'],
  ['promise', 'that to', 'swear|swears|swore|swearing'],
  ['accuse', 'thing', 'accuse|accuses|accused|accusing'],
  ['accuse', 'thing', 'blame|blames|blamed|blaming'],
  ['accuse', 'thing', 'condemn|condemns|condemned|condemning'],
  ['accuse', 'thing', 'denounce|denounces|denounced|denouncing'],
  ['accuse', 'thing', 'criticize|criticizes|criticized|criticizing'],
  ['accuse', 'thing', 'criticise|criticises|criticised|criticising'],
  ['say', 'thing', 'call|calls|called|calling'],
  ['say', 'thing', 'describe|describes|described|describing'],
  ['announce', 'that thing', 'announce|announces|announced|announcing'],
  ['announce', 'clause', 'declare|declares|declared|declaring'],
  ['announce', 'that', 'reveal|reveals|revealed|revealing'],
  ['announce', 'that', 'disclose|discloses|disclosed|disclosing'],
  ['announce', 'that', 'proclaim|proclaims|proclaimed|proclaiming'],
]

/** Fixed phrases that stand for a verb and need no analysis of their own. */
export const phraseRows: readonly VerbRow[] = [
  ['say', 'clause', 'went on to say|goes on to say'],
  ['say', 'clause', 'goes on|went on'],
  [
    'say',
    'clause',
    'was quoted as saying|were quoted as saying|is quoted as saying|has been quoted as saying',
  ],
  ['say', 'clause', 'made clear|makes clear|made it clear|makes it clear'],
  ['say', 'clause', 'shot back|fired back|chimed in'],
]

/**
 * Base forms of verbs that also take things ("reported a loss", "added a day") or are written like nouns ("reports", "claim"):
 * a bare clause after them must show itself by a subject and a finite verb before the first comma.
 */
export const alsoTakeThings: ReadonlySet<string> = new Set(
  'report state claim post comment note answer promise call demand pledge tweet write add remark observe signal hint dispute blame stress explain clarify mention recall maintain declare continue conclude counter warn boast concede acknowledge admit reiterate underline underscore joke reveal disclose indicate announce'.split(
    ' ',
  ),
)
