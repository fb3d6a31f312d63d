// Words at the start of a sentence that lean on the sentence before it. Written as the language writes them; `dangling.ts` folds them.

/** Verbs of speech whose subject may be missing («وأضاف أن …»), without a leading و or ف. */
export const speechVerbs = `قال قالت قالوا يقول تقول أضاف أضافت أضافوا تابع تابعت واصل واصلت استطرد استطردت أردف أردفت زاد زادت مضى
  أوضح أوضحت أكد أكدت أشار أشارت لفت لفتت ذكر ذكرت بين بينت شدد شددت نوه نوهت أعلن أعلنت كشف كشفت صرح صرحت أعرب أعربت
  اعتبر اعتبرت رأى رأت يرى ترى توقع توقعت رجح رجحت استبعد استبعدت حذر حذرت نبه نبهت دعا دعت طالب طالبت ناشد ناشدت حث حثت
  نفى نفت زعم زعمت ادعى ادعت اتهم اتهمت انتقد انتقدت رفض رفضت تساءل تساءلت سأل سألت رد ردت أجاب أجابت علق علقت عقب عقبت
  وعد وعدت تعهد تعهدت أقر أقرت اعترف اعترفت وصف وصفت طلب طلبت خلص خلصت ختم ختمت اختتم اختتمت أبدى أبدت أفاد أفادت`

/** What follows a verb whose subject is missing: it opens the words themselves or an adjunct, never a name. */
export const afterBareVerb = `أن إن أنه إنه أنها إنها أنهم إنهم بأن بأنه بأنها بأنهم أنّ إنّ إلى في خلال عن على من قائلا قائلة أيضا كذلك بالقول
  حول بشأن ردا تعليقا لدى أثناء عبر أمام للصحفيين للصحافيين له لها لهم عليه عليها هذا هذه ذلك ما كل وجود لا لم أي`

/** Openings that point back without a verb of speech. */
export const backPointers = `وهو وهي وهم وهما هو هي هم وذلك ذلك وبذلك بذلك ولذلك لذلك وعليه ومنه ومنها ومنهم وبينهم وفيه وفيها وله ولها ولهم
  وأنه وأنها وإنه وإنها بينما فيما وبعدها وبعده وقبلها وعندها حينها وحينها`

/** Connectives: the sentence stands by itself, but reads as if something came before. */
export const connectives = {
  ar: `لكن ولكن غير إلا بل كذلك أيضا إذ كما وكذلك لكنه لكنها ولكنه ولكنها وبالتالي وهكذا ثم رغم ورغم وكان وكانت`,
  en: `but and yet so however meanwhile moreover nevertheless also then still instead`,
}

/** English words that stand for someone or something named before. */
export const pronounsFirst = `he she they it his her their its him them this that these those such both neither one another others`
export const personPronouns = `he she him his her hers`
