// Where this project lies and which version of it this is.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

export const projectFolder = path.join(import.meta.dirname, '..')

export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')))
