// The reporting verbs of Arabic news, one a line, in the spelling of a dictionary; all other forms are derived from it.
// Columns: past (he) | past (she) | present without its prefix (- where it is another word) | class | what it governs besides a clause | remarks
//   governs: prepositions of a nominal complement («حذر من»); «مفعول» for a direct object («نفى وجود»); - for none;
//            «مخاطب»: whom it is said to may stand behind it as an object («دعا فلانا إلى», «سأل القاضي الشاهد»).
//   remarks: «ضعيف» the word has other meanings, so only a clause, a colon or a quotation makes it a report;
//            «أول» it counts at the beginning of a clause only; «خبر» tells events as often as words.

export const reportingVerbs = `
قال | قالت | قول | say | - |
أكد | أكدت | ؤكد | confirm | على مفعول |
أضاف | أضافت | ضيف | say | - |
أوضح | أوضحت | وضح | say | - |
أعلن | أعلنت | علن | announce | عن مفعول |
صرح | صرحت | صرح | say | - |
زعم | زعمت | زعم | claim | - |
ادعى | ادعت | - | claim | - |
أشار | أشارت | شير | say | إلى |
شدد | شددت | شدد | say | على |
اعتبر | اعتبرت | عتبر | think | مفعول |
رأى | رأت | رى | think | - | ضعيف
توقع | توقعت | توقع | think | مفعول |
رجح | رجحت | رجح | think | مفعول |
اعتقد | اعتقدت | عتقد | think | - |
استبعد | استبعدت | ستبعد | deny | مفعول |
ذكر | ذكرت | ذكر | say | - |
كشف | كشفت | كشف | announce | عن |
حذر | حذرت | حذر | warn | من مخاطب |
نبه | نبهت | نبه | warn | إلى من | ضعيف
هدد | هددت | هدد | warn | ب |
طالب | طالبت | طالب | demand | ب مخاطب |
دعا | دعت | دعو | demand | إلى مخاطب |
ناشد | ناشدت | ناشد | demand | مخاطب |
حث | حثت | حث | demand | على مخاطب |
طلب | طلبت | - | demand | من | أول
أوصى | أوصت | وصي | demand | ب |
تعهد | تعهدت | تعهد | promise | ب |
وعد | وعدت | - | promise | ب مخاطب | أول
اتهم | اتهمت | تهم | accuse | مفعول مخاطب |
نفى | نفت | نفي | deny | مفعول |
أنكر | أنكرت | نكر | deny | مفعول |
تساءل | تساءلت | تساءل | ask | عن |
سأل | سألت | سأل | ask | مخاطب | ضعيف
لفت | لفتت | لفت | say | إلى |
نوه | نوهت | نوه | say | إلى ب |
ألمح | ألمحت | لمح | say | إلى |
لمح | لمحت | لمح | say | إلى |
تابع | تابعت | تابع | say | - | ضعيف
كتب | كتبت | كتب | say | - | ضعيف
غرد | غردت | غرد | say | - |
أفاد | أفادت | فيد | say | - |
أورد | أوردت | ورد | say | - | ضعيف
أبلغ | أبلغت | بلغ | say | مخاطب |
أخبر | أخبرت | خبر | say | مخاطب |
استطرد | استطردت | ستطرد | say | - |
أردف | أردفت | ردف | say | - |
استدرك | استدركت | ستدرك | say | - |
وصف | وصفت | صف | say | مفعول مخاطب |
أعرب | أعربت | عرب | say | عن |
عبر | عبرت | عبر | say | عن | أول
بين | بينت | بين | say | - | ضعيف أول
اعترف | اعترفت | عترف | say | ب |
أقر | أقرت | قر | say | ب | ضعيف
جزم | جزمت | جزم | say | ب |
أصر | أصرت | صر | say | على | ضعيف
شكا | شكت | - | say | من | ضعيف
اشتكى | اشتكت | - | say | من |
جدد | جددت | جدد | say | مفعول | ضعيف
كرر | كررت | كرر | say | - | ضعيف
خلص | خلصت | خلص | say | إلى | ضعيف
ختم | ختمت | ختم | say | - | ضعيف
اختتم | اختتمت | ختتم | say | - | ضعيف
رد | ردت | رد | say | - | ضعيف
عقب | عقبت | عقب | say | - | ضعيف أول
علق | علقت | علق | say | - | ضعيف
أجاب | أجابت | جيب | say | - | ضعيف
روى | روت | روي | say | - | ضعيف
حكى | حكت | حكي | say | - | ضعيف
`

/** Active participles that carry on the sentence of a speaker («مؤكداً أن»), with the verb whose class they share. */
export const reportingParticiples = `
قائل قال | مضيف أضاف | مؤكد أكد | مشير أشار | موضح أوضح | معتبر اعتبر | مشدد شدد | لافت لفت | محذر حذر | منوه نوه
متسائل تساءل | مطالب طالب | معرب أعرب | معلن أعلن | ناف نفى | نافي نفى | زاعم زعم | متابع تابع | مبين بين | كاشف كشف
مستدرك استدرك | مردف أردف | ملمح لمح | مذكر ذكر | مبرز أوضح | منبه نبه | معبر عبر | واصف وصف | متهم اتهم | داعي دعا
معترف اعترف | متوقع توقع | مستطرد استطرد | مدعي ادعى | متعهد تعهد | مهدد هدد | مرجح رجح | مستبعد استبعد
مفيد أفاد | مصرح صرح | منكر أنكر | حاث حث | مناشد ناشد | مقر أقر | مصر أصر | معقب عقب | معلق علق
`

/** Verbal nouns with a pronoun («قوله إن»), with their verb. */
export const reportingNouns = `
قول قال | تأكيد أكد | إعلان أعلن | تصريح صرح | إشارت أشار | نفي نفى | زعم زعم | اعتقاد اعتقد | تشديد شدد | إيضاح أوضح | توضيح أوضح
`
