// What admins are told, in Arabic.

import type { adminEn } from './admin-en.ts'
import { momentInWeek } from './clock.ts'
import { counters } from './counters.ts'
import { megabytes, minutesBetween } from './words.ts'

const { sources: sourcesRead } = counters.ar

export const adminAr: typeof adminEn = {
  users: {
    title: 'من يستخدم «خبر»',
    lines: ({
      readers,
      groups,
      activeToday,
      activeThisWeek,
      arabic,
      english,
      subscribed,
      retired,
      banned,
    }) => [
      `محادثات خاصة: ${readers}، ومجموعات وقنوات: ${groups}`,
      `وصلت منها رسالة اليوم: ${activeToday}، وهذا الأسبوع: ${activeThisWeek}`,
      `اختارت العربية: ${arabic}، والإنجليزية: ${english}`,
      `لها ملخصات: ${subscribed}`,
      `غادرت أو حظرت البوت: ${retired}، والممنوعة: ${banned}`,
    ],
    how: 'لا أسماء محفوظة. /ban والرقم بعده لمنع مستخدم أو مجموعة، و/unban والرقم بعده لرفع المنع.',
    needsNumber: 'ينقص رقم المستخدم أو المجموعة، مثل: /ban 12345678',
    isAdmin: 'هذا رقم مشرف: يُعفى أولاً بالأمر /dismiss، أو يُخرج من ADMIN_IDS.',
    banned: (id) => `مُنع ${id}: لا جواب ولا إرسال إليه.`,
    bannedAlready: (id) => `${id} ممنوع من قبل.`,
    unbanned: (id) => `رُفع المنع عن ${id}.`,
    notBanned: (id) => `${id} غير ممنوع.`,
  },

  stats: {
    title: '«خبر» الآن',
    articles: (count, arabic, english) => `المقالات: ${count} (${arabic} بالعربية، ${english} بالإنجليزية)`,
    statements: (count) => `التصريحات: ${count}`,
    summaries: (count, unfinished) => `الملخصات: ${count}${unfinished > 0 ? `، وينتظر ${unfinished}` : ''}`,
    chats: (count, active, questions) =>
      `المحادثات: ${count}، منها ${active} نشطة اليوم؛ الأسئلة في 24 ساعة: ${questions}`,
    queue: (waiting, active, failed) =>
      `الطابور: ${waiting} في الانتظار، ${active} قيد التنفيذ، ${failed} فشلت`,
    model: (name) => (name ? `النموذج: ${name}` : 'النموذج: لا يوجد، يعمل «خبر» بلا نموذج'),
  },

  reload: {
    none: 'لا مصادر مضافة. يُضاف مصدر بكتابة: /sources add URL',
    unknown: (asked) => `لا مصدر باسم «${asked}». القائمة في /sources.`,
    running: (done, sources) => `تجري قراءة ${sourcesRead(sources)}: تم ${done} من ${sources}`,
    finished: (sources, seconds) => `قُرئت المصادر من جديد (${sources}) في ${seconds} ثانية`,
    account: ({ new: added, changed, duplicate, failed, filtered }) =>
      `المقالات: ${added} جديدة، ${changed} معدّلة، ${duplicate} مكررة، ${failed} فشلت${filtered > 0 ? `، ${filtered} استبعدها مرشّح` : ''}`,
    moreFailed: (count) => `… و${count} غيرها: انظر السجل`,
  },

  admins: {
    list: (first, appointed) =>
      `المشرفون: ${first.join('، ')} (ADMIN_IDS)${appointed.length > 0 ? `؛ المعيّنون: ${appointed.join('، ')}` : ''}. الأمر /appoint مع رقم يعيّن مشرفاً، و/dismiss مع رقمه يعفيه؛ والرقم يعرضه /whoami.`,
    appointed: (id) => `صار ${id} مشرفاً: له كل الأوامر ما عدا /appoint و/dismiss.`,
    already: (id) => `${id} من المشرفين فعلاً.`,
    dismissed: (id) => `لم يعد ${id} مشرفاً.`,
    none: (id) => `${id} ليس مشرفاً.`,
    ofSettings: (id) => `الرقم ${id} في ADMIN_IDS: لا يخرجه منها إلا من يشغّل البوت.`,
    firstOnly: 'تعيين المشرفين لمن هم في ADMIN_IDS وحدهم.',
  },

  sourceList: {
    title: (count) => `ما تعيد /reload قراءته: ${sourcesRead(count)}`,
    paused: (name) => `مصدر توقّفت قراءته بعد إخفاقات كثيرة: ${name}`,
    resume: (address) => `لاستئناف قراءته: /reload ${address}`,
    morePaused: (count) => `… وغيرها: ${count}. القائمة في /sources.`,
    wished: (address) => `محادثة تطلب مصدراً: ${address}`,
    allow: (address) =>
      `ما يُقرأ منه يُقرأ للجميع. للسماح به: /sources resume ${address} · ولرفضه: /sources remove ${address}`,
    usage:
      'لتغييرها: /sources وبعدها add أو pause أو resume أو remove ثم العنوان. وتعطي /sources export القائمة بصيغة OPML، ومستند من هذا النوع (.opml) يُرسَل هنا تُضاف مصادره.',
    added: (address) => `أُضيف: ${address}. يُقرأ خلال دقيقة، وتبيّن /sources كيف جرى ذلك.`,
    addedAlready: (address) => `${address} من المصادر فعلاً.`,
    noAddress: (given) => `المصدر عنوان يبدأ بـ https://، لا «${given}». والمجلدات تُضاف من سطر الأوامر.`,
    refused: (address, reason) => `لا يصلح ${address} مصدراً: ${reason}`,
    removed: (address) => `حُذف: ${address}. وما قُرئ منه باقٍ.`,
    pausedNow: (address) => `أُوقفت قراءة ${address} مؤقتاً.`,
    resumed: (address) => `تُستأنف قراءة ${address} من الآن.`,
    unknown: (address) => `${address} ليس من المصادر، وتبيّنها /sources.`,
    isPaused: 'متوقف',
    opml: ({ added, known, refused }) =>
      `القائمة: أُضيف ${added}، وكان موجوداً ${known}${refused.length > 0 ? `، ورُفض ${refused.length}: ${refused.slice(0, 5).join('، ')}` : ''}. يُقرأ الجديد خلال دقيقة، وتفصيل ذلك في /sources.`,
    opmlUnread: 'ليس هذا المستند قائمة مصادر (OPML)، أو هو فارغ.',
    opmlTooMany: (max) => `في القائمة الواحدة ${max} مصدراً على الأكثر، وما فوقها لسطر الأوامر.`,
    row: (name, read, failure) => `• ${name}: ${failure ?? (read === null ? 'لم يُقرأ بعد' : `قُرئ ${read}`)}`,
  },

  queue: {
    title: 'الطابور',
    counts: ({ waiting, active, delayed, failed }) =>
      `${waiting} في الانتظار، ${active} قيد التنفيذ، ${delayed} تُعاد محاولتها، ${failed} فشلت`,
    dead: (id, attempts, reason) => `• ${id}، بعد ${attempts} محاولات: ${reason}`,
    moreDead: (count) => `… و${count} غيرها: npx khabar queue`,
    retry: (count) => `إعادة ما فشل (${count})`,
    refresh: 'تحديث',
    retried: (count) => `أُعيد إلى الطابور: ${count}`,
  },

  budget: {
    title: 'كلفة النموذج',
    tokens: (spent, limit) =>
      `اليوم: ${spent} رمزاً${limit > 0 ? ` من ${limit}` : '، بلا حد (MODEL_TOKENS_PER_DAY)'}`,
    money: (spent, limit) =>
      `اليوم: ${spent.toFixed(2)} مالاً${limit > 0 ? ` من ${limit.toFixed(2)}` : '، بلا حد (MODEL_MONEY_PER_DAY)'}`,
    resets: (zone) => `تبدأ من جديد عند منتصف الليل (${zone}). وبعد الحد يعمل «خبر» بلا نموذج.`,
    row: ({ day, purpose, model, calls, tokens, money }) =>
      `• ${day}، ${purpose === 'summary' ? 'ملخصات' : 'أسئلة'}، ${model}: ${calls} طلبات، ${tokens} رمزاً، ${money.toFixed(2)}`,
  },

  model: {
    leftAlone: 'توقّف سؤال النموذج: الخلل في مفتاحه أو في رصيده',
    askedAgain: 'عاد النموذج إلى العمل',
    meanwhile: 'إلى أن يجيب تُصنع الملخصات والأجوبة من دونه، وتتكرر المحاولة من غير تدخّل.',
  },

  broadcast: {
    how: (max) =>
      `يُكتب بعد /broadcast نص، أو نصان باللغتين وبينهما سطر ---. لكل منهما ${max} حرف على الأكثر. ولا يُرسل شيء قبل معاينته.`,
    preview: 'معاينة: لم يُرسل شيء بعد',
    chats: (arabic, english) => `المحادثات: بالعربية ${arabic}، بالإنجليزية ${english}`,
    oneText: 'يصل هذا النص إلى قراء اللغة الأخرى أيضاً.',
    send: (count) => `إرسال إلى ${count}`,
    discard: 'إلغاء',
    discarded: 'أُلغي: لم يُرسل شيء.',
    running: 'الرسالة العامة: في الطريق',
    done: 'الرسالة العامة: أُرسلت',
    stopped: 'الرسالة العامة: أُوقفت',
    stop: 'إيقاف',
    reached: (count, all) => `وصلت إلى ${count} من ${all}`,
    failed: (count) => `لم تصل (حظر أو حذف): ${count}`,
    unknown: (count) => `مجهول، توقفت العملية أثناء الإرسال: ${count}`,
  },

  health: {
    title: 'حال «خبر»',
    lines: ({ database, queue, articles: news, sources, model, freeBytes, process: own }, now) => [
      `قاعدة البيانات: تجيب في ${Math.round(database.ms)} م.ث، وحجمها ${megabytes(database.bytes)} م.ب`,
      `المهام: في الانتظار ${queue.waiting}، ميتة ${queue.failed}${queue.failed > 0 ? ' (/queue)' : ''}`,
      `المقالات: ${news.newestAt === null ? 'لا شيء بعد' : `أحدثها دخل قبل ${minutesBetween(news.newestAt, now)} دقيقة`}، لم تُقرأ بعد: ${news.unfinished}`,
      `المصادر: ${sources.all}، متعثرة ${sources.failing}، موقوفة ${sources.paused}${sources.failing + sources.paused > 0 ? ' (/sources)' : ''}`,
      `النموذج: ${model ?? 'لا شيء، يعمل «خبر» بلا نموذج'}`,
      ...(freeBytes === null ? [] : [`القرص: المتاح ${megabytes(freeBytes)} م.ب`]),
      `هذه العملية: تعمل منذ ${Math.round(own.upSeconds / 60)} دقيقة، ${megabytes(own.bytes)} م.ب`,
    ],
  },

  resummarize: {
    how: (max) => `/resummarize وعدد الأيام، من 1 إلى ${max}؛ وبلا عدد 7.`,
    noModel: 'لا نموذج لغوياً متصلاً: الملخصات مقتطفات وحقائق أساسية، وتبقى كذلك.',
    queued: (count, days, isMost) =>
      `تنتظر النموذج من جديد (آخر ${days} يوماً): ${count}.${isMost ? ' وقد يكون هناك غيرها: يكفي إرسال الأمر مرة أخرى.' : ''}`,
  },

  peopleKnown: {
    title: 'من يُعرف بهذا الاسم',
    how: '/people والاسم: من يُعرف به. /people merge ورقمان: يصير الأول جزءاً من الثاني. /people split والرقم وصيغة من صيغ الاسم: تصير الصيغة شخصاً آخر.',
    nobody: (asked) => `لا أحد باسم «${asked}» تكلم في المقالات المحفوظة.`,
    row: ({ id, name, spellings }) => `${id}: ${name} (${spellings.join('؛ ')})`,
    merged: (from, into) => `صار ${from} جزءاً من ${into}.`,
    split: (of) =>
      `صار «${of.spelling}» الرقم ${of.personId}، ومعه ${counters.ar.statements(of.statements)}، ولن يُعدّ ${of.from} مرة أخرى.`,
    noSuchSpelling: (id, spelling) =>
      `لا يُعرف ${id} باسم «${spelling}»، أو لا يُعرف بغيره: لا شيء يُفصل. الأمر /people مع الاسم يعرض الصيغ.`,
    noSuch: 'أحدهما غير معروف أو لم يتكلم قط، أو هما واحد.',
  },

  audit: {
    title: 'ما فعله المشرفون، الأحدث أولاً',
    row: ({ at, zone, adminId, action, detail }) =>
      `${momentInWeek(at, zone, 'ar', true)} · ${adminId} · ${action}${detail === '' ? '' : ` ${detail}`}`,
  },
}
