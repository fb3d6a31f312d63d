// How a text speaks to a machine. Patterns are met in folded text (see `machine-talk.ts`): lower case, no marks, one form of each letter,
// so «أنت» is written «انت» here and «المساعدة» «المساعده».

const rules = String.raw`(?:instructions?|prompts?|rules?|directions?|directives?|guidelines?|commands?|orders|safeguards?|filters?|programming|context|messages?|constraints?)`
const rulesArabic = String.raw`(?:ال)?(?:تعليمات|اوامر|توجيهات|قواعد|ارشادات|موجهات?|ضوابط|قيود|سياق|نصوص|طلبات)(?:ك|كم)?`
const machine = String.raw`(?:(?:an? |the |any |all )?(?:helpful |large |our |new )?(?:a\.?i\.?|llms?|language models?|ai models?|assistants?|chat ?bots?|chatgpt|gpt|claude|gemini|summari[sz]ers?|crawlers?|agents?|bots?))`
const machineArabic = String.raw`(?:ال)?(?:نموذج|مساعد|ذكاء الاصطناعي|روبوت|بوت|شات بوت|محرر الالي|برنامج|ملخص الالي|اله|نماذج|جي بي تي)`
const outcome = String.raw`(?:answers?|summary|summaries|repl(?:y|ies)|responses?|outputs?|translations?|headlines?|completions?)`
const outcomeArabic = String.raw`(?:ال)?(?:اجاب(?:ه|ات)|جواب|رد|ملخص|خلاصه|مخرجات?|ترجم(?:ه|ات)|عنوان|نتيجه)(?:ك|كم)?(?!\p{L})`

/** Nobody but a machine is spoken to like this. */
export const commands: readonly RegExp[] = [
  // "Ignore all previous instructions"
  new RegExp(
    String.raw`\b(?:ignore|disregard|forget|override|bypass|discard|drop|overwrite|skip)\b[^.!?]{0,40}\b(?:previous|prior|above|earlier|preceding|former|your|these|those|all|any|system)\b[^.!?]{0,25}\b${rules}`,
  ),
  new RegExp(
    String.raw`\b(?:new|updated|real|actual|hidden|secret|following|system|developer|admin) (?:system )?(?:instructions?|prompts?|directives?|commands?)\b[^.!?]{0,20}(?::|follow|are|is\b|take)`,
  ),
  new RegExp(
    String.raw`\b(?:ignore|disregard|forget) (?:everything|anything|what|all that|the (?:above|rest|article|text|source))\b`,
  ),
  new RegExp(
    String.raw`(?:تجاهل|انس|اهمل|تخط|الغ|تجاوز|اطرح|دعك من|لا تتبع|لا تلتزم)(?:وا|ي)?(?: عن)? (?:\p{L}+ ){0,3}${rulesArabic}`,
    'u',
  ),
  /(?:^|\P{L})(?:تجاهل|انس|اهمل)(?:وا|ي)? (?:كل |جميع )?(?:ما سبق|ما ورد|ما قيل|النص|المقال|الخبر|كل شي)/u,
  new RegExp(
    String.raw`${rulesArabic} (?:ال)?(?:جديده|حقيقيه|تاليه|سريه|نظام|مطور)[^.؟!]{0,20}(?::|هي|اتبع|نفذ)`,
    'u',
  ),
  // "You are now …", "act as …"
  new RegExp(String.raw`\byou(?: are|'re) (?:now|no longer|from now on)\b`),
  new RegExp(
    String.raw`\b(?:you are|you're|act as|behave as|pretend (?:to be|you are)|respond as|speak as|roleplay as) ${machine}\b`,
  ),
  /\b(?:act|behave|respond|answer|speak) as (?:if you|though you|dan\b|root\b|admin)|\bpretend (?:that )?you\b|\b(?:developer|jailbreak|god|debug|dan|sudo|maintenance) mode\b|\bdo anything now\b|\brole ?-?play\b[^.!?]{0,30}\b(?:as|you|where)\b/,
  new RegExp(
    String.raw`(?:^|\P{L})(?:انت|انتم) (?:الان|من الان|منذ الان|لم تعد|${machineArabic})(?!\p{L})`,
    'u',
  ),
  new RegExp(
    String.raw`(?:^|\P{L})(?:تصرف|تظاهر|تقمص|العب|تكلم|تحدث|اجب) (?:وك|ك|ب|دور|شخصيه|بصفت|على ان|انك|وكان)[^.؟!]{0,25}(?:${machineArabic}|انك|دور|شخصيه|قيود|مطور|مدير|قرصان)`,
    'u',
  ),
  /وضع المطور|وضع الصيانه|بلا قيود ولا شروط|(?:من الان فصاعدا|ابتداء من الان)[^.؟!]{0,30}(?:انت|اجب|اكتب|قل|ستكون)/u,
  // "Note to AI assistants:"
  new RegExp(
    String.raw`\b(?:notes?|messages?|instructions?|attention|important|reminder|warning|task|hey|dear|hello|hi)\b[^.!?]{0,15}\b(?:to|for|,)? ?${machine}\b`,
  ),
  new RegExp(
    String.raw`\b(?:if|when|since) (?:you|your)\b[^.!?]{0,20}${machine}|\bas an? (?:ai|large language|language model)\b`,
  ),
  new RegExp(
    String.raw`(?:^|\P{L})(?:ملاحظه|رساله|تعليمات|تنبيه|تذكير|مهم|مهمه|عاجل|ايها|عزيزي|مرحبا)(?: (?:الي|ل))? ?(?:لل|الي )?${machineArabic}(?!\p{L})`,
    'u',
  ),
  new RegExp(String.raw`(?:بصفتك|كونك|باعتبارك|بما انك|اذا كنت) ${machineArabic}|كنموذج لغوي`, 'u'),
  // The form of our own answers
  /["'“”«]?(?:rests_on|headline|evidence|sentences|sayings|topics|summary|rests on)["'“”»]?\s*:\s*[[{"]|\{\s*["'“]\w+["'”]\s*:/,
  // Asked for what only a machine has
  new RegExp(
    String.raw`\b(?:reveal|leak|print|show|output|repeat|expose|send|disclose|share|give|tell)\b[^.!?]{0,30}\b(?:your|the|its) (?:system |hidden |initial |original |secret |full )*(?:prompt|instructions?|api.?keys?|tokens?|environment|env|configuration|secrets?|credentials?)\b`,
  ),
  new RegExp(
    String.raw`(?:اكشف|اظهر|اطبع|ارسل|اعرض|كرر|شارك|افصح)(?: عن)? (?:\p{L}+ ){0,2}(?:موجه|تعليمات|مفتاح|مفاتيح|كلمه (?:ال)?(?:سر|مرور)|رمز|بيانات|اعدادات|اسرار)(?:ك|كم| النظام| السري)?`,
    'u',
  ),
  // Asked to put something into what is being written
  new RegExp(
    String.raw`\b(?:include|add|append|insert|put|write|mention|say|place|embed|start|begin|end|finish|use|replace|state)\b[^.!?]{0,80}\b(?:in|into|to|of|from|with|at the (?:end|beginning|start|top) of) (?:your|the|every|each|all|any) (?:\w+ )?${outcome}\b`,
  ),
  new RegExp(
    String.raw`\b(?:in|when|while|before|after) (?:your|summari[sz]ing|translating|answering|writing the|generating) ?(?:${outcome}|this|the (?:article|text|above))?\b[^.!?]{0,30}\b(?:say|write|include|add|mention|do not|don't|always|never|only|state|use|claim|omit|replace|must)\b`,
  ),
  new RegExp(
    String.raw`\b(?:reply|respond|answer|output|print|return|say|write|repeat|echo|generate)\b (?:\w+ ){0,3}?(?:only|exactly|verbatim|nothing but|just|the following|the (?:word|words|sentence|text|phrase|string)|this (?:sentence|text|word)|json|instead)\b`,
  ),
  new RegExp(
    String.raw`\b(?:the|your) (?:correct|right|new|real|only|final|true|required|expected) ${outcome} (?:is|should|must|reads?)\b|\byour (?:new )?(?:task|job|role|goal|mission|purpose|answer|summary|output|response|reply) (?:is|will|must|should)\b|\b(?:do not|don't|never) (?:summari[sz]e|translate) (?:this|the)`,
  ),
  new RegExp(
    String.raw`(?:^|\P{L})(?:اضف|ادرج|ضع|اكتب|اذكر|ادخل|ابدا|اختم|انه|ضمن|استبدل|قل)(?:وا|ي)? [^.؟!]{0,80}(?:في|الي|ضمن|ب|نهايه|بدايه|اول|اخر) ?(?:كل |جميع )?(?:اي )?${outcomeArabic}`,
    'u',
  ),
  new RegExp(
    String.raw`(?:في|عند|قبل|خلال) (?:تلخيص|ترجمه|كتابه|الاجابه|اجابتك|ملخصك|ردك|جوابك|كتابتك)(?:ك)?(?!\p{L})[^.؟!]{0,40}(?:قل|اكتب|اذكر|اضف|لا تذكر|لا تكتب|ادرج|استخدم|يجب)`,
    'u',
  ),
  new RegExp(
    String.raw`(?:^|[.؟!:،\s«"“'(])(?:اجب|رد|قل|اكتب|اطبع|اخرج|كرر|اعد|لخص)(?:وا|ي)? (?:\p{L}+ ){0,3}?(?:فقط|حرفيا|بالضبط|ما يلي|التالي|التاليه|الاتي|الاتيه|الكلمه|العباره|الجمله|بصيغه json|بدلا من)`,
    'u',
  ),
  new RegExp(
    String.raw`(?:مهمتك|دورك|وظيفتك|هدفك)(?: (?:الجديده?|الان|الوحيده?|الحقيقيه?))? (?:هي|هو|ان|الان|كتابه|نشر)|(?:ملخصك|جوابك|اجابتك|ردك) (?:هو|هي|يجب|سيكون|ينبغي)|(?:الملخص|الجواب|الرد|العنوان)ه? (?:الصحيح|المطلوب|النهائي|الوحيد|الجديد)ه? (?:هو|هي|:)|الاجابه (?:الصحيحه|المطلوبه|النهائيه) (?:هي|:)|لا تلخص|لا تترجم هذا`,
    'u',
  ),
  // Carries data away
  /!\[[^\]]*\]\(\s*(?:https?:|\/\/|data:)|\]\(\s*(?:javascript|data):|https?:\/\/\S+\?\S*(?:\{|%7b|\$\{|<)\S*/,
]

/** Parts of a conversation with a model, and ends of what it was given: whatever stands behind one was put there by its writer. */
export const breakouts: readonly RegExp[] = [
  /(?:^|\n|[\])}>"'*#-]\s*)(?:system|assistant|developer|user|human|ai|tool)\s*(?:message|prompt|note|override|update)?\s*:\s*\S/,
  /(?:^|\n)\s*(?:النظام|المساعد|المستخدم|المطور|رساله النظام|رساله من النظام|تعليمات النظام)\s*:/u,
  /<\|?\/?(?:im_start|im_end|system|assistant|user|endoftext|inst|s|instructions?|prompt|tool\w*|start_header_id|eot_id|think)\|?>|\[\/?(?:inst|system|sys|assistant)\]|<<\/?sys>>|###\s*(?:instruction|system|response|user|assistant|new task)|={3,}\s*(?:end|begin|start|article|evidence|نهايه|بدايه)|-{3,}\s*(?:end|begin|system)\b|\bend of (?:the )?(?:article|text|document|evidence|prompt|input|sources?)\b|(?:انتهي|نهايه) (?:ال)?(?:مقال|نص|خبر|مصدر|وثيقه|ادله)\s*[.:=\])]/u,
]

/** An order at the beginning of a sentence. News has such sentences too: alone they count for nothing, beside a command for all. */
export const orders: readonly RegExp[] = [
  /^\P{L}*(?:please |now |then |instead,? |just |also |finally,? |next,? )*(?:write|say|output|print|reply|respond|answer|repeat|include|add|append|insert|translate|summari[sz]e|call|click|visit|send|reveal|follow|tell|state|report|claim|use|set|return|pretend|act|obey|start|begin|end|make|replace|attribute|mention|quote|execute|run|open|download|confirm|announce|do not|don't|never|always|you must|you will|you should)\b/u,
  /^\P{L}*(?:من فضلك |الان |ثم |و|ف|فقط |رجاء )*(?:اكتب|قل|اطبع|اجب|رد|كرر|اضف|ادرج|ضع|ترجم|لخص|انقر|اضغط|زر|ارسل|اكشف|اتبع|اخبر|استخدم|اجعل|اعلن|انسب|استبدل|نفذ|شغل|افتح|حمل|اكد|لا تكتب|لا تذكر|لا تقل|يجب عليك|عليك ان|ستكتب|ابدا ب|اختم ب)(?!\p{L})/u,
]
