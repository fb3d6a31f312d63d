// Words around a name that are not the name: titles, honorifics and particles, in folded form (hamza seats, marks and case dropped).

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Never part of a name: dropped wherever they stand before it. */
export const titles = words(`
  سمو صاحب الملكي السمو جلاله فخامه دوله معالي سعاده سياده فضيله سماحه غبطه نيافه قداسه حضره
  الشيخ شيخ الشيخه الدكتور الدكتوره دكتور دكتوره د المهندس المهندسه م الاستاذ الاستاذه البروفيسور البروفسور
  اللواء الفريق العميد العقيد المقدم الرائد النقيب الملازم المشير الجنرال الكولونيل الادميرال الركن اول
  السيده الانسه الرئيس الرئيسه الوزير الوزيره السفير السفيره النائب النائبه السيناتور المستشار المستشاره البابا المطران البطريرك
  الكاردينال المحامي المحاميه القاضي الحاج حجه الاسلام والمسلمين
  mr mrs ms miss mx dr prof professor sir dame sheikh shaikh sheik cheikh shaykh sheikha president minister senator sen
  gen general lt col colonel maj major capt captain cmdr admiral ambassador chancellor premier governor gov
  congressman congresswoman representative rep hon honourable honorable excellency highness majesty hh he hrh hm
  ayatollah hojjatoleslam pope cardinal archbishop bishop rabbi rev reverend herr frau monsieur mme madame señor
  президент министр премьер господин госпожа
`)

/** Said in courtesy and of no office: «سمو الشيخ», «معالي». */
export const courtesies = words(`
  سمو صاحب السمو الملكي جلاله فخامه دوله معالي سعاده سياده فضيله سماحه غبطه نيافه قداسه الشيخ الشيخه السيد السيده الدكتور الدكتوره
`)

/** Titles that are names as well (السيد البدوي, Martin Luther King): dropped only where two words of name remain. */
export const doubtfulTitles = words(`
  السيد سيد الامير الاميره الملك الملكه السلطان الامام ايه الله مولانا الحبيب
  king queen prince princess sultan emir imam lord lady baron count sayyid sayed saint pastor judge father
`)

/** Particles that one outlet writes and another leaves out. */
export const particles = words(`
  ال بن ابن بنت ولد فون فان دي دير دو دا دي لا لو
  al el ul bin ibn ben bint ould wuld von van der den ter de di da do dos das du des del della la le zu af av ten
  бен бин ибн аль эль фон ван де ди да
`)

/** Words that belong to what follows: Abu Mazen, Abdel Rahman. */
export const joinedForward = words(`
  عبد ابو ابي ابا عبيد
  abd abdul abdel abdal abdoul abdur abdus abu abou abo
  абд абу
`)

/** Words that belong to what precedes: Nasr Allah, Salah al-Din. */
export const joinedBack = words(`
  الله الدين
  allah ullah addin eddin eddine uddin
`)

/** Forms that the Latin article takes before a sun letter, told from a name by its hyphen. */
export const hyphenatedArticle =
  /(?<![\p{L}\p{M}])(?:a[ldnrtsz]|a(?:sh|th|dh)|e[ldnrtsz]|ech|esh|аль|эль|ад|ан|ар|ас|аш|ат|эд|эн|эр|эс|эш)[-‐‑–’'`](?=[\p{L}ʿ])/giu

/** First words of institutions: what goes on after one of them is no person. */
export const institutions = words(`
  اتحاد الاتحاد مجلس المجلس منظمه المنظمه هيئه الهيئه لجنه اللجنه وزاره الوزاره حزب الحزب شركه الشركه نادي النادي فريق منتخب المنتخب
  جامعه الجامعه مديريه مؤسسه المؤسسه جمعيه الجمعيه بنك البنك مصرف المصرف قناه القناه صحيفه الصحيفه وكاله الوكاله محكمه المحكمه
  حركه الحركه جبهه الجبهه كتله الكتله ائتلاف تحالف التحالف نقابه النقابه غرفه بلديه ولايه جمهوريه مملكه مدينه بلده قريه ضاحيه محافظه
  مستشفى مطار ميناء فندق معهد مركز المركز مكتب المكتب قياده رئاسه الرئاسه سلطه السلطه حكومه الحكومه برلمان البرلمان
  university ministry department committee council agency bank party union court company foundation institute
`)
