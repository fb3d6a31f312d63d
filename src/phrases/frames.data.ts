// How nouns go with what follows them, by the English word that a term is shown with (in the singular).

import type { Link } from './phrase.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s*,\s*/))

/** Their genitive is always the one who speaks or decides: «تصريحات الوزير» are remarks by the minister. */
export const byHeads =
  list(`remark, statement, speech, comment, decision, proposal, pledge, announcement, report, testimony, interview, tweet,
  warning, message, press statement, press release, initiative, allegation`)

/** Their genitive is always the one it happens to, or the matter itself. */
export const ofHeads =
  list(`resignation, death, killing, murder, assassination, arrest, trial, funeral, birth, injury, wounding, collapse, fall, absence,
  arrival, departure, kidnapping, execution, deportation, extradition, birthday, anniversary`)

/** A body's own doings: "Security Council meeting". */
export const bodyHeads =
  list(`meeting, summit, session, decision, resolution, report, conference, statement, congress, vote, elections, budget,
  mission, operation, forum, spokesman, spokeswoman, member, country, leader, head, official, minister, president, mandate, charter,
  troops, force, peacekeepers, staff, office, headquarters, representative, envoy, secretary-general, director, adviser, employee, expansion, membership`)

/** "rise in prices" */
export const inHeads = list(
  `rise, fall, drop, decline, increase, decrease, reduction, growth, jump, slowdown, surge, improvement, deterioration, crisis, delay`,
)

/** What Arabic joins with a preposition of one letter, or with one that has several meanings. */
export const frames: Readonly<Record<string, { [preposition: string]: Link }>> = {
  accusation: { ب: 'of' },
  charge: { ب: 'of' },
  suspicion: { ب: 'of' },
  claim: { ب: 'of' },
  support: { ل: 'for' },
  backing: { ل: 'for' },
  preparation: { ل: 'for' },
  plan: { ل: 'for' },
  project: { ل: 'for' },
  candidate: { ل: 'for' },
  candidacy: { ل: 'for' },
  need: { ل: 'for' },
  fund: { ل: 'for' },
  visit: { إلى: 'to' },
  trip: { إلى: 'to' },
  tour: { في: 'in' },
  return: { إلى: 'to' },
  export: { إلى: 'to', من: 'from' },
  import: { من: 'from' },
  transfer: { إلى: 'to' },
  aid: { ل: 'for', إلى: 'to' },
  solution: { ل: 'to' },
  threat: { ل: 'to', ب: 'of' },
  violation: { ل: 'of' },
  withdrawal: { من: 'from' },
  exit: { من: 'from' },
  fear: { من: 'of' },
  concern: { من: 'about' },
  warning: { من: 'of' },
  protection: { من: 'from' },
  joining: { إلى: 'to' },
}

/** «على» and "on" after these are against somebody; after other words "on" is about something. */
export const hostile =
  list(`attack, war, sanction, strike, raid, aggression, offensive, siege, embargo, blockade, ban, tariff, tax, shelling, bombing, bombardment,
  assault, cyber-attack, airstrike, missile attack, drone attack, invasion, pressure, restriction, campaign, coup, restrictions, fee, duty, customs duty`)

/** Between «ب» and the deed: «بشن هجمات», «بارتكاب جرائم». */
export const lightDeeds: ReadonlySet<string> = new Set('شن القيام قيام تنفيذ ارتكاب'.split(' '))

/** Too little to be shown as what a text is about. */
export const tooGeneral =
  list(`year, day, week, month, time, thing, side, part, number, field, way, case, matter, place, hour, minute, person, point, result,
  beginning, end, level, kind, reason, name, man, woman, country, people, world, work, period, today, yesterday, hand, head, group, issue, process, order,
  framework, light, role, situation, context, step, opportunity, need, subject, sector, total, percentage, half, third, quarter, member, date, morning, evening, night, list,
  stage, form, sir, source, statement, remark, spokesman, minister, president, official, comment, question, answer, word, speech, area, region, state, addition, area, life,
  measure, purpose, goal, aim, cause, century, decade, basis, presence, return, use, start, series, city, capital, town, village, home, house, family, man, turn, path`)

/** What stands behind these is what is spoken of. */
export const emptyHeads =
  list(`work, part, number, case, field, side, framework, light, basis, presence, beginning, end, process, level, stage, purpose,
  thousand, million, billion, result, reason, cause, name, point, role, group, kind, series, issue, situation`)

/** What numbers count: shown with its number or not at all. */
export const units =
  list(`dollar, euro, pound, rouble, rial, dirham, dinar, yuan, rupee, litre, gram, hectare, mile, degree Celsius, centimetre, megawatt, kilometre, metre, kilogram, tonne, barrel, barrel per day, year, month, week, day, hour, minute,
  decade, century, percentage`)

/** Set expressions whose words mean nothing by themselves, in folded letters, without a leading و. */
export const idioms = {
  ar: list(`علي الاطلاق, في الوقت نفسه, الوقت نفسه, في الوقت ذاته, الوقت ذاته, في نفس الوقت, من اجل, بشكل عام, الي جانب, علي الاقل, علي الاكثر, في ظل, من جانبه, من جانبها, من جهته,
    من جهتها, من جهه, من ناحيه, من ناحيته, علي حد, في حين, علي الرغم, علي الرغم من, من خلال, في اطار, في ضوء, علي صعيد, علي الصعيد, من شانه, من شانها, بما في ذلك, في ذلك, عن طريق, في نهايه المطاف,
    نهايه المطاف, نقلا عن, علي راس, بعين الاعتبار, في الاعتبار, في الحسبان, علي وجه, علي وجه الخصوص, وجه الخصوص, علي قدم, في صدد, علي وشك, في طور, في المقابل, في البدايه, في النهايه,
    في الحقيقه, في الواقع, علي الفور, في مقدمه, يد العون, علي يد, في يد, من قبل, علي ايدي, في سبيل, في سياق, علي هامش, علي سبيل, سبيل المثال, مد يد, وضع حد, قيد التنفيذ, راي العين, علي نحو,
    في هذا الاطار, في هذا السياق, في هذا الشان, في هذا الصدد, علي اساس, علي حساب, بصدد ان, حول العالم, انحاء العالم, في العالم`),
  en: list(`in the light, in light of, on the part, at the same, the same time, in the case, in case of, in terms of, on the other, the other hand, on behalf of, by way of, of course, at least, as well as, as well,
    in order to, in front of, in spite of, in addition to, at the end, at the time, at large, in the face, in general, in part, in place, in question, on the ground, by all means, as a result, by the way`),
}
