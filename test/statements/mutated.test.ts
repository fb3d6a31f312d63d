// Articles of ours with the accidents that texts meet on their road, thousands of them: nothing fails, and what is found is the
// text letter for letter.

import { describe, expect, test } from 'vitest'
import { readSamples } from '../../src/articles/samples.ts'
import { mutate } from '../../src/evaluation/mutate.ts'
import { extractStatements, findPeople } from '../../src/statements/extract.ts'
import { isVerbatim } from '../../src/statements/verbatim.ts'

const samples: { title: string; text: string }[] = []
for await (const { draft } of readSamples()) samples.push({ title: draft.title, text: draft.text })
const mutationsEach = 70

test('there are enough samples in both languages to make thousands', () => {
  expect(samples.length * mutationsEach).toBeGreaterThan(2_000)
  expect(samples.filter(({ text }) => /[ا-ي]/.test(text)).length).toBeGreaterThan(8)
})

describe.each(samples)('$title', ({ title, text }) => {
  test('mutated in many ways gives only words that stand there', () => {
    let found = 0
    for (let seed = 0; seed < mutationsEach; seed++) {
      const article = { title: seed % 3 === 0 ? mutate(title, seed) : title, text: mutate(text, seed) }
      const statements = extractStatements(article)
      found += statements.length
      for (const it of statements) {
        expect(isVerbatim(article, it), `seed ${seed}: ${it.text}`).toBe(true)
        expect(article[it.in]).toContain(it.speaker)
      }
      for (const { mentions } of findPeople(article))
        for (const { start, end } of mentions)
          expect(start >= 0 && start < end && end <= article.text.length, `seed ${seed}`).toBe(true)
    }
    expect(found).toBeGreaterThan(0)
  })

  test('mutated twice in the same way is the same', () => {
    expect(mutate(text, 7)).toBe(mutate(text, 7))
    expect(mutate(text, 7)).not.toBe(mutate(text, 8))
  })
})

const otherLanguages: [language: string, text: string][] = [
  [
    'Persian',
    'وزیر راه گفت: «پل جدید هفته آینده باز می‌شود». او افزود که هزینه ساخت آن دو برابر شده است و کارگران همچنان مشغول‌اند.',
  ],
  [
    'Urdu',
    'وزیر ٹرانسپورٹ نے کہا کہ "نیا پل اگلے ہفتے کھل جائے گا"۔ انہوں نے مزید کہا کہ اس پر لاگت دوگنی ہو گئی ہے۔',
  ],
  [
    'Pashto',
    'د ټرانسپورټ وزیر وویل چې «نوی پل به په راتلونکې اونۍ کې پرانیستل شي». هغه زیاته کړه چې لګښت یې دوه برابره شوی دی.',
  ],
  [
    'Kurdish',
    'وەزیری گواستنەوە گوتی «پردی نوێ هەفتەی داهاتوو دەکرێتەوە». هەروەها گوتی تێچووەکەی دوو هێندە بووە.',
  ],
  [
    'French',
    'Le ministre a déclaré que « le pont ouvrira la semaine prochaine ». Il a ajouté que son coût avait doublé.',
  ],
  [
    'German',
    'Der Minister sagte: „Die Brücke öffnet nächste Woche.“ Er fügte hinzu, dass sich die Kosten verdoppelt hätten.',
  ],
  [
    'Turkish',
    'Bakan, "Köprü gelecek hafta açılacak" dedi. Maliyetin iki katına çıktığını da sözlerine ekledi.',
  ],
  [
    'Spanish',
    'El ministro dijo que «el puente abrirá la próxima semana». Añadió que su costo se había duplicado.',
  ],
  ['Russian', 'Министр сказал: «Мост откроется на следующей неделе». Он добавил, что стоимость удвоилась.'],
  ['Hebrew', 'השר אמר: "הגשר ייפתח בשבוע הבא". הוא הוסיף כי העלות הוכפלה.'],
]

test.each(otherLanguages)('%s is not read as Arabic or English', (_, text) => {
  expect(extractStatements({ text })).toEqual([])
})
