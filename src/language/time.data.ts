// The words of time in questions, in both languages and the dialects, as lists with commas between; months and weekdays stand in
// `calendar.data.ts`. Units, numbers and days stand under what they mean, so that the rules never see a word.

/** What may stand before a time and belongs to it ("in April", «خلال الأسبوع الماضي»). */
export const inTime = `
  in, on, during, within, over, throughout, as of, in the month of, on the, in the, over the,
  during the, within the, in the year, in year, dated, في, خلال, أثناء, بتاريخ, في تاريخ, يوم, في يوم,
  نهار, في خلال, بـ, ب, فى, f, fi, yom, في شهر, خلال شهر, شهر, بشهر, في عام, عام, في سنة, سنة,
  خلال عام, خلال سنة, بسنة`

export const since = `
  since, starting, starting from, beginning, since the, ever since, as from, منذ, من, مند, مذ,
  ابتداء من, بدءا من, اعتبارا من, منذ يوم, من يوم, منذ شهر, منذ عام, منذ سنة, من شهر, من عام, من سنة,
  men, min`

export const after = `after, following, later than, بعد, عقب, بعد يوم, بعد شهر, بعد عام, بعد سنة, after the`

export const before = `before, prior to, earlier than, ahead of, before the, قبل, قبيل, قبل يوم, قبل شهر, قبل عام, قبل سنة`

export const until = `until, till, up to, until the, حتى, لغاية, إلى غاية, حتى يوم, لحد, حتى شهر, حتى عام, حتى سنة`

export const between = `between, from, بين, ما بين, من, في الفترة من, في الفترة بين, between the, from the`

export const and = `and, to, until, till, through, و, إلى, الى, حتى, لغاية, -, and the, to the, لـ, ل`

/** Days counted from today. */
export const days = {
  0: `
    today, tonight, this morning, this afternoon, this evening, earlier today, today morning, اليوم,
    النهارده, النهاردة, انهارده, اليوم هذا, هذا اليوم, هاليوم, هذا الصباح, هذا المساء, الليلة,
    صباح اليوم, مساء اليوم, ظهر اليوم, فجر اليوم, عصر اليوم, الليلة هذه, هذه الليلة, نهار اليوم, ليوم,
    lyom, elyom, alyom, alyawm, el yom, al yawm, innaharda, elnaharda, el naharda, elyoum, lyoum`,
  '-1': `
    yesterday, last night, yesterday morning, yesterday evening, yesterday afternoon, yesterday night,
    the previous day, أمس, البارحة, مبارح, امبارح, إمبارح, انبارح, البارح, يوم أمس, ليلة أمس, مساء أمس,
    صباح أمس, الأمس, بالأمس, ليلة البارحة, الليلة الماضية, الليلة الفائتة, ظهر أمس, فجر أمس, نهار أمس,
    يامس, مساء البارحة, mbareh, mbare7, embareh, embare7, imbari7, ams, albare7a, lbareh, lbare7,
    elbareh`,
  '-2': `
    the day before yesterday, day before yesterday, أول أمس, أول من أمس, أمس الأول, أول امبارح,
    اول مبارح, قبل أمس, أولة امبارح, أول البارحة, awel mbareh, awel embareh, اول امس, أولمبارح`,
}

/** Days of a month in words: «العاشر من أبريل», "the first of May". */
export const dayNames = {
  1: `first, الأول, الفاتح`,
  2: `second, الثاني`,
  3: `third, الثالث`,
  4: `fourth, الرابع`,
  5: `fifth, الخامس`,
  6: `sixth, السادس`,
  7: `seventh, السابع`,
  8: `eighth, الثامن`,
  9: `ninth, التاسع`,
  10: `tenth, العاشر`,
  11: `eleventh, الحادي عشر`,
  12: `twelfth, الثاني عشر`,
  13: `thirteenth, الثالث عشر`,
  14: `fourteenth, الرابع عشر`,
  15: `fifteenth, الخامس عشر`,
  16: `sixteenth, السادس عشر`,
  17: `seventeenth, السابع عشر`,
  18: `eighteenth, الثامن عشر`,
  19: `nineteenth, التاسع عشر`,
  20: `twentieth, العشرين`,
  25: `الخامس والعشرين`,
  30: `thirtieth, الثلاثين`,
}

/** "late March", «مطلع أبريل»: the whole month is looked through. */
export const stages = `
  early, late, mid, the end of, the beginning of, the start of, the middle of, مطلع, أوائل, أواخر,
  نهاية, بداية, منتصف, آخر, أول, مطلع شهر, أواخر شهر, نهاية شهر, بداية شهر`

export const partsOfDay = `morning, afternoon, evening, night, صباحا, مساء, ظهرا, ليلا, فجرا`

export const partsOfArabicDay = `صباح, مساء, ظهر, ليلة, عصر, فجر, نهار`

/** One or several of a unit, without the Arabic article. */
export const units = {
  hour: `hour, hours, ساعة, ساعات`,
  day: `day, days, يوم, أيام, يوما, ايام, ayam, days'`,
  week: `week, weeks, أسبوع, أسابيع, أسبوعا, اسابيع`,
  month: `month, months, شهر, أشهر, شهور, شهرا, اشهر`,
  year: `year, years, سنة, سنوات, سنين, عام, أعوام, عاما`,
}

/** With the article: «الأسبوع الماضي», «الأيام الثلاثة الأخيرة». */
export const theUnits = {
  hour: `الساعة, الساعات`,
  day: `الأيام`,
  week: `الأسبوع, الأسابيع, السبوع, el osbo3, elosbo3, al osbou3, lusbu3`,
  month: `الشهر, الأشهر, الشهور`,
  year: `السنة, العام, السنوات, الأعوام, السنين`,
}

export const twoUnits = {
  hour: `ساعتين, الساعتين`,
  day: `يومين, اليومين`,
  week: `أسبوعين, الأسبوعين`,
  month: `شهرين, الشهرين`,
  year: `سنتين, عامين, السنتين, العامين`,
}

export const numbers = {
  1: `one, a, an, واحد, واحدة`,
  2: `two, couple of, a couple of, اثنين, اثنتين`,
  3: `three, few, several, a few, ثلاثة, ثلاث, الثلاثة, الثلاث, تلات, تلاتة, بضعة, بضع, القليلة, كم`,
  4: `four, أربعة, أربع, الأربعة, الأربع, اربعه`,
  5: `five, خمسة, خمس, الخمسة, الخمس`,
  6: `six, ستة, ست, الستة, الست`,
  7: `seven, سبعة, سبع, السبعة, السبع`,
  8: `eight, ثمانية, ثماني, ثمان, تمانية, الثمانية`,
  9: `nine, تسعة, تسع, التسعة`,
  10: `ten, عشرة, عشر, العشرة, العشر`,
  12: `twelve, اثني عشر, اثنا عشر`,
  14: `fourteen, أربعة عشر`,
  15: `fifteen, خمسة عشر`,
  20: `twenty, عشرين`,
  24: `twenty four, أربع وعشرين, الأربع والعشرين`,
  30: `thirty, ثلاثين`,
  48: `ثمان وأربعين, الثماني والأربعين`,
}

export const these = `
  this, current, the current, this current, هذا, هذه, هاد, هاذا, هال, خلال هذا, هل, hada, had, hal,
  haza`

/** «الأسبوع الحالي», «الشهر ده». */
export const thisAfter = `الحالي, الحالية, الجاري, الجارية, هذا, هذه, ده, دي, هاد, هاي, دا`

export const last = `last, previous, the previous`

export const past = `past, the past, the last, last, آخر, اخر, past the, these last, these past, akher, akhir`

export const lastAfter = `
  الماضي, الماضية, الفائت, الفائتة, المنصرم, المنصرمة, الفارط, الفارطة, الأخير, الأخيرة, اللي فات,
  اللي فاتت, الي فات, اللي راح, اللي راحت, الماضيين, الأخيرين, السابق, السابقة, لي فات, لي فاتت,
  الماضين, elli fat, li fat, almadi, elmadi, el madi, al madi`

export const next = `next, coming, the next, the coming`

export const nextAfter = `المقبل, المقبلة, القادم, القادمة, الجاي, الجاية`

export const ago = `ago, earlier, back`

export const beforeNow = `قبل, من, منذ حوالي, قبل حوالي`

export const sinceBefore = `منذ`

export const startOf = {
  week: `the start of the week, the beginning of the week, start of the week, beginning of the week, بداية الأسبوع, مطلع الأسبوع, أول الأسبوع`,
  month: `the start of the month, the beginning of the month, start of the month, beginning of the month, بداية الشهر, مطلع الشهر, أول الشهر`,
  year: `
    the start of the year, the beginning of the year, the start of this year, the beginning of this year,
    بداية العام, بداية السنة, مطلع العام, بداية هذا العام, أول السنة, بداية العام الحالي,
    بداية العام الجاري`,
}

/** A date right after one of these, or before another noun, is the name of what happened that day: «هجوم 7 أكتوبر». */
export const events = `
  هجوم, هجمات, أحداث, ثورة, انتفاضة, حرب, مظاهرات, تظاهرات, انتخابات, حراك, حركة, اتفاق, ذكرى, انقلاب,
  مجزرة, اعتصام, تفجيرات, انفجار, زلزال, معركة, بيان, صلاة, خطبة, كارثة, عملية, نصر, attack, attacks,
  events, revolution, massacre, coup, uprising, black, good, bloody, holy, easter, ash, palm, super,
  movement, battle`

export const eventsAfter = `
  attack, attacks, elections, election, revolution, uprising, massacre, movement, committee, coup,
  events, agreement, protests, referendum, bombings, earthquake, times, mail, prayers, riots, raid`
