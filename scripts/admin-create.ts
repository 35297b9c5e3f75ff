/** Creates the first administrator. Started by scripts/admin-create.mjs with DATABASE_URL set. */
import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { saveAdministrator } from '@/lib/people/accounts/mutations'
import { newAdministratorSchema } from '@/lib/people/accounts/schema'
import { db } from '@/lib/base/db/db'
import { AppError, isDatabaseUnavailable } from '@/lib/base/runtime/errors'

const USAGE = `Gebruik: npm run admin:create -- --email u@organisatie.nl [--name "Uw naam"] [--password-stdin]

Zonder --password-stdin wordt een wachtwoord gemaakt en eenmaal getoond. Met --password-stdin typt u het zelf, of geeft u het door met een pipe.`

const PROBLEMS = {
  passwordTooShort: 'Het wachtwoord is te kort. Gebruik 12 tekens of meer.',
  passwordTooLong: 'Het wachtwoord is te lang. Gebruik hoogstens 128 tekens.',
  passwordContext:
    'Het wachtwoord lijkt te veel op de naam, het e-mailadres of woorden van deze website. Kies andere woorden.',
  passwordWeak:
    'Het wachtwoord is te makkelijk te raden. Neem bijvoorbeeld vier woorden die niets met elkaar te maken hebben.',
} as const

class UsageError extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        'password-stdin': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    return values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

/** No look-alike characters; 24 of 55 signs are about 138 bits. */
function makePassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const sign = () => signs.charAt(randomInt(signs.length))
  return Array.from({ length: 4 }, () => Array.from({ length: 6 }, sign).join('')).join('-')
}

async function readPassword(): Promise<string> {
  const muted = new Writable({ write: (_chunk, _encoding, done) => done() })
  if (process.stdin.isTTY) process.stderr.write('Wachtwoord (u ziet het niet tijdens het typen): ')
  const lines = createInterface({
    input: process.stdin,
    output: muted,
    terminal: process.stdin.isTTY,
  })
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
  const input = newAdministratorSchema.safeParse({
    email,
    name: values.name ?? email.split('@')[0],
  })
  if (!input.success) {
    const wrong = [
      ...new Set(input.error.issues.map((issue) => `--${String(issue.path[0])}`)),
    ].join(' en ')
    throw new UsageError(`Ontbreekt of klopt niet: ${wrong}.\n\n${USAGE}`)
  }
  const typed = values['password-stdin'] ? await readPassword() : null
  const password = typed ?? makePassword()
  const outcome = await saveAdministrator({ ...input.data, password })
  if ('problem' in outcome) throw new UsageError(PROBLEMS[outcome.problem])
  console.log(`Beheerder gemaakt: ${input.data.email}`)
  if (typed === null)
    console.log(
      `Wachtwoord: ${password}\nU ziet het alleen nu. Wijzig het na de eerste keer inloggen, onder Uw account.`,
    )
}

function explain(error: unknown): string | null {
  if (error instanceof UsageError) return error.message
  if (error instanceof AppError && error.code === 'CONFLICT') {
    return 'Dit e-mailadres heeft al een account. Er is niets veranderd. Kies een ander adres, of log in met dit adres.'
  }
  if (isDatabaseUnavailable(error))
    return 'De database antwoordt niet. Controleer DATABASE_URL en of de server draait, en probeer het opnieuw.'
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
