import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stems } from '../../src/language/stem.ts'
import { classifyTopics } from '../../src/topics/classify.ts'
import { lexicon } from '../../src/topics/lexicon.data.ts'
import { topicWords } from '../../src/topics/topic-words.data.ts'
import { findTopic, topicName, topics } from '../../src/topics/topics.ts'

const id = (number: number) => `medtop:${String(number).padStart(2, '0')}000000`

describe('topics', () => {
  test('are the 17 of IPTC’s top level, each with a name in both languages', () => {
    expect(topics.map((it) => it.id)).toEqual(Array.from({ length: 17 }, (_, i) => id(i + 1)))
    for (const { en, ar } of topics) {
      expect(en).toMatch(/^[a-z, ]+$/)
      expect(ar).toMatch(/^\p{Script=Arabic}[\p{Script=Arabic} ]+$/u)
    }
  })

  test('have a name for readers in either language', () => {
    expect(topicName(id(7), 'ar')).toBe('صحة')
    expect(topicName(id(7), 'en')).toBe('health')
    expect(topicName('medtop:99', 'en')).toBe('medtop:99')
  })
})

describe('findTopic', () => {
  test('finds every topic by its own name', () => {
    const ids = topics.map((topic) => topic.id)
    expect(topics.map((topic) => findTopic(topic.en, 'en'))).toEqual(ids)
    expect(topics.map((topic) => findTopic(topic.ar, 'ar'))).toEqual(ids)
  })

  test.each([
    ['sports', 'en', 15],
    ['Sport news', 'en', 15],
    ['the economy', 'en', 4],
    ['business', 'en', 4],
    ['latest health stories', 'en', 7],
    ['tech', 'en', 13],
    ['climate', 'en', 6],
    ['الرياضة', 'ar', 15],
    ['أخبار الاقتصاد', 'ar', 4],
    ['آخر أخبار الصحة', 'ar', 7],
    ['كرة القدم', 'ar', 15],
    ['التكنولوجيا', 'ar', 13],
    ['الطقس اليوم', 'ar', 17],
    ['السياسه', 'ar', 11],
    ['حروب ونزاعات', 'ar', 16],
  ] as const)('understands «%s»', (words, language, number) => {
    expect(findTopic(words, language)).toBe(id(number))
  })

  test.each([
    ['Qandalawi', 'en'],
    ['cyberattacks on ports', 'en'],
    ['sports minister', 'en'],
    ['news', 'en'],
    ['', 'en'],
    ['الهجمات السيبرانية', 'ar'],
    ['ميناء بحر الريم', 'ar'],
    ['أخبار', 'ar'],
    ['؟', 'ar'],
  ] as const)('takes «%s» for no topic', (words, language) => {
    expect(findTopic(words, language)).toBeUndefined()
  })
})

describe('classifyTopics', () => {
  test.each([
    [
      'ar',
      1,
      'افتتاح معرض للوحات الرسامين الشباب',
      'يضم المعرض في المتحف أربعين لوحة ومنحوتات من الفخار، ويصاحبه حفل موسيقى.',
    ],
    [
      'ar',
      2,
      'المحكمة تحكم بالسجن على تاجر بتهمة التزوير',
      'أدانت المحكمة المتهم بعد أن قدمت النيابة العامة أدلتها، وقال المحامي إنه سيستأنف.',
    ],
    [
      'ar',
      3,
      'حريق في مبنى قديم وإنقاذ عشرة عالقين',
      'أخلى رجال الإطفاء المبنى قبل انهيار سقفه، ونُقل المصابون بسيارات الإسعاف.',
    ],
    [
      'ar',
      4,
      'ارتفاع أسعار الأسهم بعد نشر أرباح البنوك',
      'صعدت البورصة بدعم من أسهم المصارف، وتراجع التضخم وزادت الصادرات.',
    ],
    [
      'ar',
      5,
      'الجامعة تفتح باب القبول أمام طلاب الثانوية',
      'يبدأ الفصل الدراسي في سبتمبر، وتشترط الكلية اجتياز امتحان قبل التسجيل.',
    ],
    [
      'ar',
      6,
      'غرس ألف شجرة في المحمية لمواجهة التصحر',
      'تهدف حملة التشجير إلى حماية الطيور والسلاحف والحد من انبعاثات الكربون.',
    ],
    [
      'ar',
      7,
      'المستشفى يعلن وصول لقاح جديد للأطفال',
      'قال الطبيب إن الجرعة تحمي المرضى من الفيروس ومن أعراضه الشديدة.',
    ],
    [
      'ar',
      9,
      'عمال المصنع يبدؤون إضراباً للمطالبة برفع الأجور',
      'تقول النقابة إن الرواتب لم تُرفع منذ سنوات، وتخشى تسريح مئات الموظفين.',
    ],
    [
      'ar',
      11,
      'الأحزاب تستعد للانتخابات البرلمانية',
      'يتنافس مئتا مرشح على مقاعد البرلمان، ودعت المعارضة الناخبين إلى التصويت ضد الحكومة.',
    ],
    [
      'ar',
      12,
      'آلاف المصلين في المساجد ليلة رمضان الأولى',
      'أدى المسلمون صلاة التراويح، وألقى الإمام خطبة عن الصيام والزكاة.',
    ],
    [
      'ar',
      13,
      'باحثون يطورون تلسكوباً لرصد الكويكبات',
      'يعتمد المرصد على الذكاء الاصطناعي وعلى بيانات الأقمار، ويأمل العلماء في اكتشاف كواكب.',
    ],
    [
      'ar',
      15,
      'المنتخب يتأهل إلى نهائي البطولة',
      'سجل المهاجم هدف المباراة في الشوط الثاني، وأشاد المدرب بلاعبيه وبالجماهير في الملعب.',
    ],
    [
      'ar',
      16,
      'غارات وقصف مدفعي رغم إعلان الهدنة',
      'قُتل جنود ومسلحون في اشتباكات على خط وقف إطلاق النار، وتبادل الجيش والمتمردون الأسرى.',
    ],
    [
      'ar',
      17,
      'أمطار ورياح نشطة وانخفاض درجات الحرارة',
      'تتوقع الأرصاد الجوية ضباباً في الصباح وثلوجاً على المرتفعات.',
    ],
    [
      'en',
      1,
      'Gallery opens an exhibition of young painters',
      'The museum shows forty paintings and sculptures, with music by a local orchestra.',
    ],
    [
      'en',
      2,
      'Court jails trader for forgery',
      'The judge found the defendant guilty of fraud; his lawyer said he would appeal the sentence.',
    ],
    [
      'en',
      3,
      'Firefighters rescue ten from burning building',
      'The blaze broke out at night and the roof collapsed; victims were taken away by ambulance.',
    ],
    [
      'en',
      4,
      'Shares rise as banks report higher profits',
      'The stock market gained while inflation fell and exports grew, economists said.',
    ],
    [
      'en',
      5,
      'University opens enrolment for students',
      'The autumn semester starts in September and the college asks pupils to sit an exam.',
    ],
    [
      'en',
      6,
      'A thousand trees planted in nature reserve',
      'The forest protects birds and turtles and cuts carbon emissions, conservationists say.',
    ],
    [
      'en',
      7,
      'Hospital receives new vaccine for children',
      'The doctor said that a single dose protects patients from the virus.',
    ],
    [
      'en',
      9,
      'Factory workers strike for higher wages',
      'The union says salaries have not risen for years and fears layoffs of employees.',
    ],
    [
      'en',
      11,
      'Parties prepare for parliamentary elections',
      'Two hundred candidates seek the votes; the opposition attacked the government.',
    ],
    [
      'en',
      12,
      'Thousands pray in mosques on first night of Ramadan',
      'The imam gave a sermon on fasting to the worshippers.',
    ],
    [
      'en',
      13,
      'Researchers build telescope to find asteroids',
      'The observatory uses artificial intelligence and satellite data, scientists said.',
    ],
    [
      'en',
      15,
      'Team reach the final of the championship',
      'The striker scored in the second half and the coach praised his players and the fans.',
    ],
    [
      'en',
      16,
      'Shelling and airstrikes in spite of truce',
      'Soldiers and rebels were killed in clashes along the ceasefire line.',
    ],
    [
      'en',
      17,
      'Rain, strong winds and falling temperatures',
      'Forecasters expect fog in the morning and snow on the hills.',
    ],
  ] as const)('knows (%s) topic %i: %s', (language, number, title, text) => {
    expect(classifyTopics({ title, text, language })[0]).toBe(id(number))
  })

  test.each([
    ['ar', 'تفاصيل اللقاء', 'جرى الحديث في هدوء، ثم غادر الجميع المكان في المساء.'],
    ['en', 'A quiet evening', 'They sat for a while, and then everyone left.'],
    ['en', '', ''],
  ] as const)('says nothing where the words say nothing (%s: %s)', (language, title, text) => {
    expect(classifyTopics({ title, text, language })).toEqual([])
  })

  test('gives two topics where an article has two', () => {
    const title = 'Teachers call strike at all schools'
    const text = 'Pupils stay at home; teachers want higher wages, the union said.'
    expect(classifyTopics({ title, text, language: 'en' }).toSorted()).toEqual([id(5), id(9)])
  })

  test('one word repeated is no evidence', () => {
    expect(classifyTopics({ title: '', text: 'port '.repeat(50), language: 'en' })).toEqual([])
  })

  test('reads no language that it has no words for', () => {
    expect(
      classifyTopics({ title: 'Le tribunal', text: 'football police virus hospital', language: 'other' }),
    ).toEqual([])
  })

  test('gives at most three known topics for any text', () => {
    const word = fc.constantFrom(...Object.values(lexicon).flatMap(({ en }) => en.split(/\s+/)))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const found = classifyTopics({
          title: '',
          text: words.join(' ').replaceAll('_', ' '),
          language: 'en',
        })
        expect(found.length).toBeLessThanOrEqual(3)
        expect(new Set(found).size).toBe(found.length)
        for (const topic of found) expect(topicName(topic, 'en')).not.toBe(topic)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the word lists', () => {
  test.each(['ar', 'en'] as const)('hold at least 40 different stems a topic (%s)', (language) => {
    const small = topics.filter(({ id: topic }) => {
      const entries = lexicon[topic]?.[language].split(/\s+/) ?? []
      return new Set(entries.map((entry) => stems(entry.replaceAll('_', ' '), language).join(' '))).size < 40
    })
    expect(small).toEqual([])
    expect(Object.keys(topicWords)).toEqual(topics.map((topic) => topic.id))
  })
})
