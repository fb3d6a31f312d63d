import { describe, expect, test } from 'vitest'

import { isPublicAddress, refusal } from '../../src/sources/address.ts'
import { canonicalUrl } from '../../src/sources/canonical.ts'

test.each([
  '127.0.0.1',
  '127.8.9.1',
  '10.0.0.8',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '::1',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'fd00:ec2::254',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.8',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'no address',
  '',
])('an inner address is not public: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each([
  '93.184.215.14',
  '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
  '::ffff:93.184.215.14',
  '64:ff9b::5db8:d70e',
])('an outer address is public: %s', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://①②⑦.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:7f00:1]/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://printer.local/',
  'http://metadata.google.internal/',
  'http://169.254.169.254/latest/meta-data/',
  'https://user:secret@news.example/',
  'http://news.example:5432/',
  'http://news.example:22/',
  'ftp://news.example/',
  'file:///etc/passwd',
])('is refused by its letters alone: %s', (address) => {
  expect(refusal(new URL(address))).toBeTypeOf('string')
})

test('a public address on a port of the web is not refused', () => {
  expect(refusal(new URL('https://news.example/feed'))).toBeUndefined()
  expect(refusal(new URL('http://93.184.215.14:8080/feed'))).toBeUndefined()
})

describe('one address for one page', () => {
  test.each([
    ['HTTPS://News.Example:443/A/b?utm_source=x&id=7&fbclid=y#top', 'https://news.example/A/b?id=7'],
    ['http://news.example:80/?utm_campaign=x', 'http://news.example/'],
    ['http://news.example:8080/a', 'http://news.example:8080/a'],
    [
      'https://news.example/بحث?q=ميناء%20سلمانة',
      'https://news.example/%D8%A8%D8%AD%D8%AB?q=%D9%85%D9%8A%D9%86%D8%A7%D8%A1%20%D8%B3%D9%84%D9%85%D8%A7%D9%86%D8%A9',
    ],
    ['https://user:secret@news.example./a', 'https://news.example/a'],
    ['  https://news.example/a  ', 'https://news.example/a'],
  ])('%s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical)
    expect(canonicalUrl(canonical)).toBe(canonical)
  })

  test('a relative link is made whole', () => {
    expect(canonicalUrl('/a?gclid=1', 'https://news.example/feed')).toBe('https://news.example/a')
  })

  test.each(['javascript:alert(1)', 'mailto:a@news.example', 'data:text/html,x', 'news', ''])(
    '%s is none',
    (address) => {
      expect(canonicalUrl(address)).toBeUndefined()
    },
  )
})
