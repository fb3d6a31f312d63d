// Words that say nothing about what a text is about. Written as the language writes them; readers of the list fold them.

export const stopWords = {
  ar: `في من على إلى عن أن إن أنّ إنّ أنه إنه أنها إنها أنهم إنهم بأن بأنه بأنها لأن لأنه لأنها كأن لكن لكنه لكنها ولكن
    ما لا لم لن ليس ليست ليسوا هل أو أم ثم بل حتى إذا إذ إذن لو لولا كي لكي كيف متى أين لماذا ماذا بماذا مما عما ممن كم أي أية
    هذا هذه هذان هاتان هؤلاء ذلك تلك أولئك هنا هناك هنالك ذاك الذي التي الذين اللذان اللتان اللاتي اللواتي
    هو هي هم هن هما أنا نحن أنت أنتم إياه له لها لهم لنا لي لك به بها بهم بنا فيه فيها فيهم منه منها منهم عنه عنها عنهم
    إليه إليها إليهم عليه عليها عليهم علينا لديه لديها لديهم لدينا لدى معه معها معهم بينه بينها بينهم بيننا
    كان كانت كانوا يكون تكون يكونوا سيكون ستكون كن كنا يكن تكن أكان أصبح أصبحت قد لقد وقد فقد سوف
    مع عند عندما بعد بعدما قبل قبيل منذ مذ خلال أثناء حين حينما حيث حيثما بين بينما دون بدون غير سوى إلا عبر ضمن ضد نحو حول
    تجاه بشأن بخصوص بسبب فوق تحت أمام خلف وراء داخل خارج ضمنها كل كلا كلتا جميع بعض كافة عدة أكثر أقل جدا فقط أيضا كذلك هكذا
    كما كذا مثل مثلما كلما طالما ربما لعل ليت إما أما فإن وإن وأن فهو فهي وهو وهي وهم وما ولا ولم ولن فلا وليس وكان وكانت
    ومن وفي وعن وعلى وإلى ومع وبعد وقبل وهذا وهذه وذلك وكذلك وأنه وأنها وإنه وإنها والتي والذي والذين وكما وحيث وبين
    نفسه نفسها ذاته ذاتها آخر أخرى أحد إحدى تم يتم تمت فيما بما لما وفق وفقا حسب بحسب يا و ف ب ل ك`,

  en: `a an the this that these those there here such same own other others another each every either neither both all any
    some few more most much many less least several
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
    it its itself they them their theirs themselves one ones who whom whose which what where when why how
    am is are was were be been being do does did doing done have has had having will would shall should can could may might must
    and or but nor so yet if than then else because as while until unless though although whereas whether
    of at by for with without within about against between among into onto through throughout during before after since above
    below to from up upon down in out on off over under again further per via toward towards across along around behind beside
    besides beyond near
    not no never ever only just also too very quite rather even still already almost always often once however therefore thus
    s t d m re ll ve don didn doesn isn aren wasn weren won wouldn shouldn couldn hasn haven hadn ain let etc`,
} as const
