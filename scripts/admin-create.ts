/**
 * Makes the first administrator of an installation. Started by scripts/admin-create.mjs with tsx and
 * NODE_OPTIONS=--conditions=react-server, and with DATABASE_URL set.
 */
import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { saveAdministrator } from '@/lib/accounts/mutations'
import { newAdministratorSchema } from '@/lib/accounts/schema'
import { db } from '@/lib/platform/db'
import { AppError, isDatabaseUnavailable } from '@/lib/platform/errors'

const USAGE = `Usage: npm run admin:create -- --email you@example.org [--name "Your Name"] [--password-stdin]

Without --password-stdin a password is made and shown once. With it, the password is asked for, or read from a pipe.`

const PROBLEMS = {
  passwordTooShort: 'The password is too short: use 12 characters or more.',
  passwordTooLong: 'The password is too long: use at most 128 characters.',
  passwordContext: 'The password leans on the name, the e-mail address or words of this site. Choose other words.',
  passwordWeak: 'The password is easy to guess. Take, for example, four words that have nothing to do with each other.',
} as const

/** Something the person at the keyboard can mend. */
class UsageError extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { email: { type: 'string' }, name: { type: 'string' }, 'password-stdin': { type: 'boolean' }, help: { type: 'boolean' } },
    })
    return values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

/** Without characters that look alike; 24 out of 55 signs are about 138 bits. */
function makePassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const sign = () => signs.charAt(randomInt(signs.length))
  return Array.from({ length: 4 }, () => Array.from({ length: 6 }, sign).join('')).join('-')
}

/** One line from standard input; at a keyboard it is asked for and not shown. */
async function readPassword(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  if (process.stdin.isTTY) process.stderr.write('Password (not shown while you type): ')
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY })
  for await (const line of lines) {
    lines.close()
    if (process.stdin.isTTY) process.stderr.write('\n')
    return line
  }
  return ''
}

async function main(): Promise<void> {
  const values = readArguments()
  if (values.help) return console.log(USAGE)
  const email = values.email ?? ''
  const input = newAdministratorSchema.safeParse({ email, name: values.name ?? email.split('@')[0] })
  if (!input.success) {
    const wrong = [...new Set(input.error.issues.map((issue) => `--${String(issue.path[0])}`))].join(' and ')
    throw new UsageError(`Missing or not right: ${wrong}.\n\n${USAGE}`)
  }
  const typed = values['password-stdin'] ? await readPassword() : null
  const password = typed ?? makePassword()
  const outcome = await saveAdministrator({ ...input.data, password })
  if ('problem' in outcome) throw new UsageError(PROBLEMS[outcome.problem])
  console.log(`Administrator made: ${input.data.email}`)
  if (typed === null) console.log(`Password: ${password}\nIt is shown this once. Change it after the first sign-in, under your account.`)
}

/** What to say for an error that has an explanation; anything else is a fault and shows its trace. */
function explain(error: unknown): string | null {
  if (error instanceof UsageError) return error.message
  if (error instanceof AppError && error.code === 'CONFLICT') {
    return 'This e-mail address already has an account. Nothing was changed. Use another address, or sign in with this one.'
  }
  if (isDatabaseUnavailable(error)) return 'The database does not answer. Check DATABASE_URL and that the server runs, then try again.'
  return null
}

try {
  await main()
} catch (error) {
  const explanation = explain(error)
  if (explanation === null) throw error
  console.error(explanation)
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
