// The words for people, one typed table a language. A missing Arabic line does not compile.

import type { Language } from '../language/script.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'

export type Texts = typeof en

export const texts: Record<Language, Texts> = { ar, en }
