// Closed word classes and lists of nouns that the English rules read. All in lower case.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const determiners = list(
  'the a an this that these those his her their its our my some many several most both all no few another other each every one two three four five six seven eight nine ten dozens hundreds',
)
export const subjectPronouns = list('he she they it')
export const pronouns = list(
  'he she they it i we you him her them us me himself herself themselves itself who which what whoever this that these those there',
)
export const conjunctions = list(
  'and but or nor yet so while when whereas because although though as if unless until since after before that whether which who whom whose where why how than once',
)
/** Words that open an aside before the subject: "Meanwhile the minister said". */
export const openers = list(
  'but and so yet even however meanwhile instead still then also later earlier today yesterday now indeed moreover similarly likewise additionally ultimately eventually notably originally subsequently consequently accordingly thus hence moreover nevertheless nonetheless besides furthermore additionally finally again perhaps maybe asked pressed speaking',
)
export const adverbs = list(
  'also similarly likewise additionally ultimately eventually notably originally subsequently consequently accordingly later then previously recently repeatedly first once often even just only reportedly apparently himself herself themselves itself never publicly falsely already again still further actually simply always earlier now frequently famously privately openly flatly firmly strongly bluntly quickly immediately initially separately specifically explicitly angrily long since sometimes usually generally correctly rightly wrongly regularly largely consistently clearly proudly today yesterday tonight both all together',
)
export const auxiliaries = list("has have had did does do is are was were be been being 's 've 'd am")
export const beForms = list("is are was were be been being 's am got gets get")
export const modals = list(
  "would will could may might should can must shall cannot wouldn't won't couldn't can't shouldn't 'll",
)
export const negations = list(
  "not n't never didn't doesn't don't hasn't haven't hadn't wouldn't won't couldn't can't isn't wasn't aren't weren't cannot neither nobody declined refused refuses declines failed",
)
export const prepositions = list(
  'of for at in from with on to by under over about into near between among against during outside inside within across off around behind through without representing leading including',
)
/** Finite verbs that are common after a subject and betray a clause; besides auxiliaries and regular pasts in -ed. */
export const finiteVerbs = list(
  `is are was were has have had does did do will would can could may might should must shall cannot won't wouldn't can't couldn't isn't aren't wasn't weren't hasn't haven't hadn't doesn't didn't don't
  went came got made took gave saw knew thought found left kept held brought began felt led met ran sat stood lost paid put set sent won spoke fell rose grew broke chose drove wrote read spent built bought sold fought caught taught
  goes comes gets makes takes gives sees knows thinks finds leaves keeps holds brings begins feels leads meets runs sits stands loses pays puts sets sends wins speaks falls rises grows breaks chooses seems appears remains becomes became
  want wants need needs believe believes know think see get go come make take give keep hold seem appear remain become hope hopes expect expects include includes show shows mean means work works live lives`,
)
/** Single words that are times: "said Monday". */
export const timeWords = list(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. recently afterward afterwards later earlier early late midday noon then',
)
export const timeNouns = list(
  'week weekend month year day days night morning afternoon evening hours hour minutes moments weeks months years time spring summer fall autumn winter season century decade midnight noon',
)
/** Where and in which medium something is said: "in a statement", "at a rally". */
export const settingNouns = list(
  `statement statements interview interviews speech speeches address remarks comment comments briefing briefings conference conferences release rally rallies tweet tweets post posts message messages letter letters memo email e-mail emails e-mails article column op-ed
  editorial essay book memoir blog debate debates hearing hearings testimony meeting meetings forum fundraiser event events appearance appearances call calls telephone phone podcast show program programme video broadcast report filing lawsuit complaint affidavit opinion ruling note documentary
  document documents paper study survey newsletter television tv radio twitter facebook x telegram instagram youtube linkedin truth media social sunday visit trip stop summit session ceremony gathering panel town hall convention dinner lunch breakfast campaign press news conversation discussion exchange response reply answer court writing private public person part full detail arabic english russian french summary plea gaggle sidelines`,
)
export const audienceNouns = list(
  'reporters journalists supporters voters lawmakers senators congress parliament crowd audience crowds viewers listeners donors delegates members council committee court judge jurors jury officials investors analysts students employees staff police investigators me us him them her you correspondents newspaper magazine network station channel newspapers agency outlet host people ministers deputies media press ambassadors',
)
/** What shows that a noun phrase can speak: heads of roles and offices, groups of people, and documents that newsrooms quote. */
export const roleNouns = list(
  `president vice-president vice premier chancellor minister ministers secretary ambassador envoy consul governor gov. mayor senator sen. senators sens. del. congressman congresswoman representative rep. reps. representatives lawmaker lawmakers legislator mp mps deputy deputies speaker leader leaders chairman chairwoman chair chairperson chief head director commissioner
  spokesman spokeswoman spokesperson spokespeople spokesmen aide aides adviser advisers advisor advisors strategist consultant official officials officer officers general gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. admiral adm. commander marshal sheriff police constable detective inspector
  judge justice attorney lawyer lawyers prosecutor prosecutors solicitor barrister counsel professor prof. prof dr. dr doctor doctors scientist scientists researcher researchers analyst analysts economist economists expert experts historian historians author authors writer journalist journalists reporter reporters editor editors columnist correspondent host anchor commentator pundit blogger
  king queen prince princess sheikh emir sultan pope bishop archbishop cardinal imam rabbi pastor reverend rev. rev father sister monsignor ayatollah grand patriarch mufti
  ceo coo cfo cto executive executives manager managers founder co-founder owner partner investor banker trader president-elect nominee candidate candidates politician politicians democrat democrats republican republicans conservative conservatives critic critics supporter supporters opponent opponents opposition activist activists advocate advocates
  coach captain player players manager striker goalkeeper champion actor actress singer musician director producer artist star comedian billionaire businessman businesswoman tycoon veteran soldier soldiers worker workers teacher teachers student students engineer engineers nurse nurses driver farmer farmers pilot resident residents neighbor neighbour neighbors neighbours witness witnesses victim victims relative relatives
  friend friends mother father son daughter brother sister wife husband uncle aunt cousin widow man woman men women boy girl people person voters voter source sources insider insiders observer observers delegate delegates organizer organizers coordinator coordinators specialist specialists pollster trustee member members chief-of-staff undersecretary under-secretary treasurer comptroller auditor inspector-general negotiator mediator diplomat diplomats mr. mrs. ms. mr mrs ms miss sir lady lord dame madam
  warden wardens ranger rangers keeper keepers gamekeeper zookeeper groundskeeper beekeeper beekeepers innkeeper shopkeeper shopkeepers goalkeepers housekeeper bookkeeper caretaker janitor custodian curator curators archivist archivists librarian librarians conservator restorer antiquarian archaeologist archaeologists anthropologist anthropologists sociologist sociologists psychologist psychologists psychiatrist psychiatrists geologist geologists biologist biologists ecologist ecologists zoologist meteorologist meteorologists forecaster forecasters seismologist seismologists volcanologist hydrologist oceanographer glaciologist climatologist climatologists astronomer astronomers astronaut astronauts cosmonaut cosmonauts physicist physicists chemist chemists mathematician mathematicians statistician statisticians epidemiologist epidemiologists virologist virologists immunologist immunologists microbiologist pathologist pathologists cardiologist neurologist oncologist pediatrician paediatrician dermatologist radiologist gynaecologist gynecologist surgeon surgeons physician physicians paramedic paramedics medic medics midwife midwives pharmacist pharmacists dentist dentists vet vets veterinarian veterinarians therapist therapists physiotherapist optician clinician clinicians coroner coroners undertaker
  superintendent superintendents supervisor supervisors foreman forewoman headmaster headmistress headteacher rector rectors vice-rector provost vice-chancellor lecturer lecturers academic academics scholar tutor instructor instructors trainer trainers pupil pupils graduate graduates educator educators registrar registrars ombudsman ombudswoman regulator regulators inspectors detectives constables sheriffs bailiff bailiffs magistrate magistrates jurist jurists justices notary paralegal litigator litigators plaintiff plaintiffs defendant defendants claimant claimants juror jurors prosecutor-general attorneys judges solicitors barristers
  firefighter firefighters fireman firemen policeman policemen policewoman policewomen patrolman trooper troopers lifeguard lifeguards coastguard guard guards gendarme sailor sailors skipper skippers mariner mariners helmsman fisherman fishermen ferryman harbourmaster harbormaster shipowner shipowners boatman stevedore docker dockers longshoreman conductor conductors drivers trucker truckers cyclist cyclists motorist motorists pedestrian pedestrians commuter commuters passenger passengers traveller travellers traveler travelers tourist tourists aviator steward stewards stewardess dispatcher dispatchers controller controllers mechanic mechanics electrician electricians plumber plumbers welder welders builder builders bricklayer contractor contractors developer developers architect architects surveyor surveyors planner planners designer designers programmer programmers coder technician technicians operator operators miner miners labourer labourers laborer laborers craftsman craftsmen blacksmith goldsmith locksmith seamstress weaver weavers brewer brewers winemaker winemakers vintner distiller cheesemaker bakers butchers chef chefs restaurateur restaurateurs waiter waiters waitress barista bartender hotelier hoteliers landlord landlords landlady tenant tenants homeowner homeowners shopper shoppers customer customers consumer consumers client clients vendor vendors traders merchant merchants grocer florist retailer retailers wholesaler exporter exporters importer importers manufacturer manufacturers industrialist industrialists entrepreneur entrepreneurs financier financiers bankers investors shareholder shareholders stockbroker broker brokers lender lenders creditor creditors insurer insurers auditors accountant accountants treasurers cashier auctioneer grower growers rancher ranchers breeder breeders herder herders forester foresters lumberjack logger loggers gardener gardeners horticulturist agronomist agronomists landowner landowners smallholder smallholders villager villagers islander islanders townspeople settler settlers 
  councillor councillors councilman councilwoman councilmember councilmembers alderman alderwoman selectman assemblyman assemblywoman assemblymember commissioners governors mayors premiers chancellors ambassadors envoys consuls attaché attache emissary emissaries plenipotentiary whips backbencher backbenchers frontbencher incumbent incumbents challenger challengers rival rivals frontrunner front-runner contender contenders ally allies loyalist loyalists dissident dissidents rebel rebels separatist separatists militant militants insurgent insurgents guerrilla warlord warlords chieftain chieftains elder elders tribesman tribesmen sheik sheikhs emirs sultans monarch regent viceroy duchess countess baroness viscount marquess governor-general general-secretary secretary-general under-secretary-general rapporteur rapporteurs commissioner-general lobbyist lobbyists campaigner campaigners protester protesters protestor protestors demonstrator demonstrators marcher marchers strikers unionist unionists organiser organisers convener convenor whistleblower whistleblowers whistle-blower informant informants spy spies agent agents handler
  bishops archbishops cardinals imams rabbis pastors priest priests monk monks nun nuns friar abbess chaplain chaplains deacon deacons vicar vicars missionary missionaries preacher preachers evangelist cleric clerics clergyman clergymen clergywoman theologian theologians metropolitan catholicos lama guru
  publisher publishers broadcaster broadcasters presenter presenters anchorman anchorwoman newsreader photojournalist photographer photographers cameraman camerawoman filmmaker filmmakers film-maker screenwriter screenwriters playwright playwrights novelist novelists poet poets essayist biographer translator translators interpreter interpreters cartoonist cartoonists illustrator illustrators painter painters sculptor sculptors composer composers pianist violinist cellist guitarist drummer rapper rappers songwriter songwriters soprano dancer dancers choreographer choreographers ballerina impresario showrunner actors actresses singers musicians directors producers artists stars
  athlete athletes footballer footballers cricketer golfer golfers boxer boxers sprinter swimmer swimmers skier skiers skater skaters runner runners jockey jockeys referee referees umpire umpires midfielder defender defenders winger quarterback pitcher batsman bowler goaltender coaches captains medallist medalist champions teammate teammates fan fans spectator spectators climber climbers mountaineer mountaineers hiker hikers explorer explorers diver divers
  parent parents grandfather grandmother grandparent grandparents grandson granddaughter stepfather stepmother stepson stepdaughter nephew niece nephews nieces cousins uncles aunts brothers sisters sons daughters twin twins spouse spouses fiancé fiancée fiance fiancee boyfriend girlfriend husbands wives widower widows orphan survivor survivors bystander bystanders passerby passers-by onlooker onlookers eyewitness eyewitnesses hostage hostages captive captives detainee detainees prisoner prisoners inmate inmates convict convicts suspect suspects attacker attackers gunman gunmen assailant kidnapper kidnappers hacker hackers refugee refugees migrant migrants asylum-seeker evacuee evacuees volunteer volunteers donor donors patient patients caregiver caregivers carer carers nanny babysitter teenager teenagers youngster youngsters pensioner pensioners retiree retirees taxpayer taxpayers reader readers viewer viewers listener listeners user users subscriber subscribers employee employees employer employers staffer staffers intern interns recruiter colleague colleagues co-worker co-workers classmate classmates roommate acquaintance confidant confidante mentor predecessor successor counterpart counterparts namesake hosts hostess moderator moderators panelist panelists panellist panellists speechwriter genealogist futurist strategists consultants pollsters tacticians negotiators mediators arbitrator arbitrators co-chair co-chairs co-author co-authors co-owner co-director vice-chair vice-chairman principal principals chairs chairpersons heads chiefs bosses boss magnate mogul oligarch oligarchs heir heiress philanthropist philanthropists benefactor environmentalist environmentalists conservationist conservationists naturalist naturalists feminist feminists technologist technologists cryptographer`,
)
/** Groups, bodies and papers that speak without being persons. */
export const bodyNouns = list(
  `report reports study studies survey poll polls statement document documents memo letter article paper newspaper magazine website site agency agencies ministry department office committee commission council court campaign company companies group groups organization organisation organizations union unions party government administration authorities authority army military police force forces
  team board panel institute university bank fund association foundation federation coalition alliance movement embassy parliament senate house cabinet kremlin pentagon firm network channel station book film lawsuit complaint indictment filing bill law order opinion ruling review analysis ad advertisement video post tweet email others other some many one ones both few two three rest none most nobody everyone
  experts scholars scientists economists historians russians americans europeans palestinians israelis ukrainians iranians germans britons`,
)
/** What finds and rules: the others just come upon things. */
export const finders = list(
  'report reports study studies survey surveys poll polls review reviews analysis audit audits inquiry enquiry investigation investigations court courts judge judges jury panel committee commission tribunal watchdog agency regulator regulators researchers researcher scientists investigators inspectors auditors coroner arbitrator ruling paper experts board politifact ombudsman university',
)
/** Titles that show a person (and sometimes the gender) and never belong to the name. */
export const titles: ReadonlyMap<string, 'm' | 'f' | null> = new Map([
  ['mr.', 'm'],
  ['mr', 'm'],
  ['sir', 'm'],
  ['lord', 'm'],
  ['mrs.', 'f'],
  ['mrs', 'f'],
  ['ms.', 'f'],
  ['ms', 'f'],
  ['miss', 'f'],
  ['lady', 'f'],
  ['dame', 'f'],
  ['madam', 'f'],
  ['king', 'm'],
  ['queen', 'f'],
  ['prince', 'm'],
  ['princess', 'f'],
  ['sheikh', 'm'],
  ['dr.', null],
  ['dr', null],
  ['prof.', null],
  ['prof', null],
  ['rev.', null],
  ['rev', null],
  ['hon.', null],
])
/** Role nouns that tell the gender. */
export const genderedRoles: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...gendered(
    'm',
    'spokesman chairman congressman businessman man father son brother husband king pope actor policeman fireman foreman headmaster councilman assemblyman alderman grandfather grandson nephew uncle boyfriend widower stepfather stepson monk priest duke sultan emir sheikh fisherman cameraman clergyman gunman salesman boy prince baron landlord waiter',
  ),
  ...gendered(
    'f',
    'spokeswoman chairwoman congresswoman businesswoman woman mother daughter sister wife queen actress policewoman forewoman headmistress councilwoman assemblywoman alderwoman grandmother granddaughter niece aunt girlfriend widow stepmother stepdaughter nun duchess baroness countess empress princess landlady waitress ballerina midwife hostess heiress girl',
  ),
])
function gendered(gender: 'm' | 'f', words: string): (readonly [string, 'm' | 'f'])[] {
  return [...list(words)].map((word) => [word, gender] as const)
}
/** After "Secretary of …", "Chief of …": the words that still belong to the role. */
export const portfolioWords = list(
  'state defense defence treasury commerce education energy health interior justice staff representatives parliament labor labour agriculture transportation veterans homeland security foreign affairs finance the',
)
/** A capitalised run with one of these is an organisation, a place or a thing. */
export const organisationWords = list(
  `party assembly board committee commission council institute institution university college school department ministry agency bureau office corp corp. inc inc. ltd ltd. llc plc co. company group bank fund association foundation federation union league coalition alliance movement news times post journal tribune herald gazette guardian telegraph magazine television tv radio network press
  street avenue road city county state states kingdom republic emirates nations senate house congress parliament court church mosque hospital airport stadium river sea ocean lake mountain valley bay island islands gulf north south east west northern southern eastern western center centre tower hall palace square park bridge war act law agreement treaty accord deal plan project program programme initiative force forces army navy guard corps
  club fc sports cup olympics games festival awards day week month year night morning monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december district province region twitter facebook google microsoft amazon apple tesla boeing airbus exxon
  holdings partners capital industries systems technologies international global society services service authority administration supreme federal national security white house energy oil gas steel airlines motors pharmaceuticals plan protocol amendment constitution bill`,
)
/** Single words that speak for a body: never a person. */
export const bodies = list(
  `kremlin pentagon congress parliament senate downing brussels moscow washington beijing london paris berlin tehran ankara cairo riyadh doha kyiv kiev damascus baghdad jerusalem hamas hezbollah nato google apple microsoft amazon tesla twitter facebook meta boeing airbus gazprom aramco toyota samsung reuters bloomberg politico interfax tass sputnik xinhua sana wam wafa afp breitbart fox cnn bbc nbc abc cbs npr
  axios euronews medvedevcare islam christianity europe africa asia america arabs muslims christians jews republicans democrats conservatives liberals labour tories israelis palestinians russians ukrainians americans britons germans iranians syrians egyptians democrat republican black english arabic russian french israel russia ukraine britain germany france china japan iran iraq syria egypt turkey jordan lebanon qatar kuwait oman bahrain yemen libya tunisia algeria morocco sudan
  saudi poland hungary italy spain greece canada mexico brazil india pakistan afghanistan australia texas florida california ohio virginia nevada michigan iowa arizona colorado georgia wisconsin pennsylvania obamacare brexit god internet covid-19`,
)
/** Agencies and outlets: told to them, the words came through them (`via`). */
export const outlets: readonly string[] = [
  'Reuters',
  'AFP',
  'Agence France-Presse',
  'AP',
  'The Associated Press',
  'the Associated Press',
  'Associated Press',
  'Bloomberg',
  'Bloomberg News',
  'Interfax',
  'TASS',
  'RIA Novosti',
  'RIA',
  'Novosti',
  'Sputnik',
  'RT',
  'Xinhua',
  'Anadolu',
  'Anadolu Agency',
  'SANA',
  'WAM',
  'SPA',
  'WAFA',
  'IRNA',
  'Al Jazeera',
  'Al-Jazeera',
  'Al Arabiya',
  'Al-Arabiya',
  'Asharq Al-Awsat',
  'Sky News',
  'Sky News Arabia',
  'BBC',
  'the BBC',
  'CNN',
  'Fox News',
  'MSNBC',
  'NBC',
  'NBC News',
  'ABC',
  'ABC News',
  'CBS',
  'CBS News',
  'CNBC',
  'NPR',
  'PBS',
  'C-SPAN',
  'Politico',
  'POLITICO',
  'Axios',
  'the New York Times',
  'The New York Times',
  'New York Times',
  'The Times',
  'the Times',
  'the Washington Post',
  'The Washington Post',
  'The Post',
  'the Post',
  'The Wall Street Journal',
  'the Wall Street Journal',
  'USA TODAY',
  'USA Today',
  'the Financial Times',
  'The Financial Times',
  'The Guardian',
  'the Guardian',
  'The Telegraph',
  'the Telegraph',
  'Time',
  'Newsweek',
  'The Hill',
  'The Huffington Post',
  'HuffPost',
  'BuzzFeed News',
  'BuzzFeed',
  'Breitbart News',
  'Breitbart',
  'Der Spiegel',
  'Bild',
  'Le Monde',
  'Le Figaro',
  'El Pais',
  'La Repubblica',
  'Corriere della Sera',
  'Haaretz',
  'The Jerusalem Post',
  'Ynet',
  'Kommersant',
  'Izvestia',
  'Rossiya 24',
  'DPA',
  'dpa',
  'EFE',
  'ANSA',
  'Kyodo',
  'Yonhap',
  'PTI',
  'Euronews',
  'France 24',
  'Deutsche Welle',
  'DW',
  'Axel Springer',
  'The Daily Caller',
  'The Daily Beast',
  'The Atlantic',
  'The New Yorker',
  'Vox',
  'Slate',
  'Ukrinform',
  'Ukrainska Pravda',
]
/** Who may stand before the colon of a headline though the text does not name him: "Kremlin: …". */
export const headlineSources = list(
  'kremlin pentagon police officials official report reports minister ministry pm president king spokesman spokeswoman source sources study survey poll un nato eu white house state department foreign treasury mayor governor judge lawyer lawyers un chief prosecutors prosecutor army military hamas hezbollah idf opec imf who',
)
/** Small words inside names. */
export const nameParticles = list(
  'de da di del della van von der den bin ibn ben al el la le abu abd ter dos du of-the st.',
)

/** Surnames that newspapers use without a first mention: alone, they still are a person. */
export const knownBySurname = list(
  `trump obama biden clinton bush putin medvedev peskov lavrov zakharova zelensky zelenskyy zelenskiy poroshenko lukashenko macron sarkozy hollande merkel scholz merz johnson sunak starmer truss cameron corbyn netanyahu gallant gantz lapid erdogan assad sisi el-sisi khamenei rouhani raisi pezeshkian zarif araghchi sinwar nasrallah haniyeh abbas
  modi xi kishida abe trudeau carney bolsonaro lula milei maduro meloni draghi berlusconi orban tusk duda stoltenberg rutte guterres borrell kallas michel vance harris rubio blinken sullivan austin hegseth witkoff kellogg musk bezos zuckerberg powell yellen lagarde pompeo kerry mcconnell pelosi sanders kissinger snowden assange navalny prigozhin shoigu kadyrov lukashenka duterte yoon sadr maliki aoun hariri mikati berri haftar dbeibah hemedti burhan`,
)

/** Indefinite pronouns, which no name starts with. */
export const indefinites = list(
  'everything everyone everybody nobody nothing something someone somebody anyone anybody anything none',
)
