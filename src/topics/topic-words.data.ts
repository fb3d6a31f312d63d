// What readers call the topics, beside their names. Whole words, as a reader would write them.

export const topicWords: Record<string, { ar: string; en: string }> = {
  'medtop:01000000': {
    ar: 'ثقافة ثقافي ثقافية فن فنون فنية إعلام أدب سينما موسيقى مسرح',
    en: 'culture cultural art arts entertainment media film films cinema music books theatre literature',
  },
  'medtop:02000000': {
    ar: 'جريمة جرائم قانون قضاء قضائية عدالة محاكم حوادث_الجريمة أمنية',
    en: 'crime crimes law legal justice courts court',
  },
  'medtop:03000000': {
    ar: 'كارثة كوارث حادث حوادث طوارئ',
    en: 'disaster disasters accident accidents emergency emergencies incident incidents',
  },
  'medtop:04000000': {
    ar: 'اقتصاد اقتصادي اقتصادية مال مالية أعمال تجارة أسواق بورصة',
    en: 'economy economics economic business finance financial money markets market trade',
  },
  'medtop:05000000': { ar: 'تعليم تعليمية تربية مدارس جامعات', en: 'education schools school universities' },
  'medtop:06000000': { ar: 'بيئة بيئية مناخ', en: 'environment environmental climate nature' },
  'medtop:07000000': { ar: 'صحة صحية طب طبية', en: 'health medicine medical healthcare' },
  'medtop:08000000': { ar: 'منوعات طرائف غرائب', en: 'human interest oddities odd' },
  'medtop:09000000': { ar: 'وظائف توظيف عمال عمالية نقابات', en: 'labour labor work jobs employment unions' },
  'medtop:10000000': {
    ar: 'أسلوب حياة ترفيه موضة سفر سياحة',
    en: 'lifestyle leisure fashion travel tourism food',
  },
  'medtop:11000000': {
    ar: 'سياسة سياسية سياسي حكم حكومة انتخابات دبلوماسية',
    en: 'politics political government policy elections diplomacy',
  },
  'medtop:12000000': { ar: 'دين دينية أديان', en: 'religion religions religious faith' },
  'medtop:13000000': {
    ar: 'علوم علم علمية تكنولوجيا تقنية تقنيات فضاء',
    en: 'science sciences scientific technology technologies tech space',
  },
  'medtop:14000000': { ar: 'مجتمع اجتماعية مجتمعية', en: 'society social' },
  'medtop:15000000': { ar: 'رياضة رياضية كرة قدم', en: 'sport sports football soccer' },
  'medtop:16000000': {
    ar: 'نزاع نزاعات حرب حروب صراع صراعات سلام عسكرية',
    en: 'conflict conflicts war wars peace military',
  },
  'medtop:17000000': { ar: 'طقس أرصاد جوية', en: 'weather forecast' },
}

/** Words around a topic that name none: "health news", «آخر أخبار الرياضة». */
export const wordsAround = {
  ar: 'خبر أخبار آخر أحدث جديد موضوع موضوعات مواضيع قسم شؤون أنباء اليوم',
  en: 'news latest recent new topic topics section stories story headlines today affairs',
}
