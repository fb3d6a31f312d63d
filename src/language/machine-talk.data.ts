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
    String.raw`\b(?:include|add|append|insert|put|write|mention|say|place|embed|start|begin|open|close|end|finish|use|replace|state)\b[^.!?]{0,80}\b(?:in|into|to|of|from|with|at the (?:end|beginning|start|top) of) (?:your|the|every|each|all|any) (?:\w+ )?${outcome}\b`,
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
  // What only a machine has or does
  /\b(?:your|the model[’']s|the assistant[’']s) (?:(?:previous|prior|original|initial|first|next|final|whole|entire|own|current|system|real) )*(?:response|summary|summaries|instructions?|prompts?|outputs?|completion|headline|translation|training|guidelines|context window)\b/,
  /\b(?:new|next|real|actual|following|updated) (?:task|assignment|objective|mission|goal|role)\s*:/,
  /\b(?:who(?:ever)?|any(?:one|body|thing)?|all|every|systems?|tools?|software|programs?|machines?|those)\b[^.!?]{0,30}\b(?:process(?:es|ing)?|summari[sz](?:es|ing|e)|pars(?:es|ing)|translat(?:es|ing|e)|read(?:s|ing)?|ingest(?:s|ing)?|scrap(?:es|ing)) (?:this|the) (?:text|article|page|content|document)\b[^.!?]{0,30}\b(?:must|should|shall|has to|have to|will|is to|are to|needs? to|automatically)/,
  /\b(?:follow|obey|listen to|trust|answer to) (?:only )?(?:me|us|my|these|this|the following|what (?:i|follows))\b[^.!?]{0,40}\b(?:instead|only|orders?|commands?|instructions?|from now|now|not them)\b/,
  /\b(?:the|this|any|every) (?:summary|summari[sz]er|translation|answer|response|headline|output) (?:must|should|has to|needs to|is to|shall|ought to) (?:say|state|claim|include|mention|contain|begin|start|end|read|be\b|not)/,
  /(?:^|\P{L})(?:ملخصك|تلخيصك|ترجمتك|اجابتك|جوابك|ردك|تعليماتك|موجهك|اوامرك|مخرجاتك|برمجتك|تدريبك|مهمتك|وظيفتك الحقيقيه)(?!\p{L})/u,
  /(?:^|\P{L})(?:ال)?(?:مهمه|مهام|تكليف|هدف|دور) (?:ال)?(?:جديده?|تاليه?|حقيقيه?|فعليه?)\s*:/u,
  /(?:^|\P{L})(?:من|لمن|كل من|علي من|اي نظام|كل نظام|اي برنامج|كل برنامج|الانظمه التي|البرامج التي) (?:ي|ت)(?:لخص|عالج|قرا|ترجم|حلل|فهرس)(?:ون)? (?:هذا|هذه) (?:ال)?(?:نص|مقال|خبر|صفحه|محتوي|وثيقه)/u,
  /(?:^|\P{L})(?:ال|علي ال|لل)(?:ملخص|ترجمه|اجابه|جواب|رد|عنوان) (?:ان )?(?:يجب|ينبغي|لا بد|عليه?ا?) (?:ان )|(?:يجب|ينبغي|لا بد) (?:علي|في|ل)? ?(?:ال|لل)(?:ملخص|ترجمه الاليه|اجابه|مساعد|نموذج)(?!\p{L})/u,
  /(?:^|\P{L})(?:ال)?موجه(?:ات)? (?:ال)?(?:اولي|اصلي|سري|نظام|خفي)/u,
  /(?:^|\P{L})(?:بدل|بدلا من|عوضا عن|عوض) (?:ال)?(?:ملخص|تلخيص|ترجمه|اجابه)(?!\p{L})/u,
  /(?:^|\P{L})(?:اعطني|اعطنا|ارسل لي|اطبع لي|اكشف لي|اخبرني ب?) ?(?:كلمه|كلمات|مفتاح|مفاتيح|رمز|رموز|بيانات|اسرار|تعليمات|موجه)(?!\p{L})/u,
  // Spoken to by name, or by a verb that only an order has
  /^\P{L}*(?:(?:hey|hi|hello|dear|yo|ok|okay|please|attention)[ ,]+)?(?:bot|chat ?bot|assistant|a\.?i\.?|llm|model|language model|summari[sz]er|gpt|chatgpt|claude|gemini)\s*[,:!]\s*\p{L}/u,
  /(?:^|\P{L})(?:يا|ايها|ايتها) (?:ال)?(?:روبوت|بوت|مساعد|نموذج|ملخص|اله|ذكاء الاصطناعي|شات بوت|جي بي تي)(?!\p{L})/u,
  /^\P{L}*(?:please |kindly |now |then |instead,? |just |also |finally,? |next,? )*(?:write|output|print|reply|respond|repeat|append|insert|pretend|obey|disregard|override|summari[sz]e|translate|rewrite|rephrase|echo)\b(?!-)[^.!?]{0,60}(?:[:"“'‘«]|\b(?:only|in|that|as|the|this|a|an|all|with|editor|nothing)\b)/u,
  /^\P{L}*(?:please |now |instead,? )*(?:do not|don[’']t|never|stop|avoid) (?:mention|summari[sz]|translat|writ|includ|say|quot|report|us|output|print)/u,
  /[,:;]\s*(?:and |then |now )?(?:print|output|say|write|reply|respond|repeat|echo)\s*(?:only\s*)?[:"“'‘]|\band (?:print|output|reply|respond|repeat|echo|write)\s*:/u,
  /\bwhen(?:ever)? you (?:write|summari[sz]e|translate|answer|report|reply|respond|describe|process|read)\b/,
  /\b(?:following|next|below) (?:text|article|paragraph|passage|lines?)\b[^.!?]{0,20}\b(?:replaces?|supersedes?|overrides?|is the (?:real|true|only|correct))\b/,
  /\b(?:we|i)\b,?[^.!?]{0,30}\b(?:administrators?|admins?|developers?|operators?|openai|anthropic|google)\b[^.!?]{0,30}\b(?:change|order|authori[sz]e|instruct|command|allow|permit|require|grant)/,
  /\b(?:the )?(?:administrators?|admins?|developers?|operators?) (?:ha(?:s|ve) )?(?:authori[sz]ed|ordered|instructed|permitted|allowed|commanded) you\b|\bconsider (?:the|this)\b[^.!?]{0,40}\b(?:truth|only source|instructions?)\b/,
  /^\P{L}*(?:و|ف|ثم |الان |من فضلك |رجاء |فقط )*(?:اكتب|اطبع|اجب|اضف|تقمص|لا تذكر|لا تكتب|لا تلخص|لا تترجم)(?:وا|ي)?(?!\p{L})/u,
  /(?:^|\P{L})(?:النص|المقال|الخبر|السطر|الفقره) (?:التالي|الاتي|ادناه)ه? (?:يحل محل|يلغي|ينسخ|يستبدل|هو الصحيح|هو الحقيقي)/u,
  /(?:^|\P{L})(?:نحن|انا)(?: بصفتنا| بصفتي)? (?:ال)?(?:مشرف|مطور|مدير|مشغل)(?:ين|ون|ي)?(?: النظام)? [^.؟!]{0,30}(?:نغير|نامر|اغير|امر|نسمح|اسمح|نخول|القواعد|الاوامر)/u,
  /(?:نهايه|بدايه|انتهت|تبدا) (?:ال)?(?:مدخلات|مخرجات|سياق|اوامر|تعليمات|موجه)/u,
  /(?:^|\P{L})اعتبر(?:وا)? (?:بقيه|باقي|هذا|هذه|ما يلي)[^.؟!]{0,40}(?:حقيقه|صحيح|تعليمات|اوامر|كرر)/u,
  /\b(?:for|to) (?:the )?(?:robots?|machines?|bots?|a\.?i\.?|crawlers?|llms?|language models?|algorithms?) (?:only|alone|reading)|\b(?:only|just) for (?:robots?|machines?|bots?|a\.?i\.?|llms?)\b/,
  /(?:^|\n)\P{L}*(?:sys ?admin|administrator|moderator|system|developer|operator)(?:[’']s)? (?:note|message|notice|override|update)\b/u,
  /\b(?:whatever|regardless of what|despite what|no matter what) you (?:were|are|have been|had been)\b|\btell (?:the |your |all )?(?:readers?|users?|everyone|people) that\b[^.!?]*$/,
  /\bmark (?:this|the) (?:article|text|page|story) as\b/,
  /(?:^|\P{L})(?:لل|الي ال)(?:الات|روبوتات|نماذج|خوارزميات|بوتات) (?:فقط|وحدها)/u,
  /(?:^|\n)\P{L}*(?:ملاحظه|رساله|تنبيه|اشعار|تحديث) (?:من )?(?:ال)?(?:مشرف|نظام|مطور|مدير النظام|مشغل)/u,
  /(?:^|\P{L})مهما (?:قيل|قالوا|طلب|طلبوا|امروك|امرت) ?(?:لك|منك)?|(?:^|\P{L})اخبر(?:وا)? (?:ال)?(?:قراء|جميع|مستخدمين) (?:ان|بان)/u,
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
