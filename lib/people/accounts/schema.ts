import { z } from 'zod'
import { cleanText, optionalText } from '@/lib/base/text/text'

/** Bounds the work of hashing. */
const MAX_TYPED_PASSWORD = 1_000
export const typedPassword = z.string().min(1, 'required').max(MAX_TYPED_PASSWORD, 'tooLong')

/** An international domain as mail servers and browsers write it (IDNA); other text unchanged. */
function asciiDomain(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  if (at < 1 || !/[^\u0000-\u007f]/.test(domain)) return address
  const host = URL.canParse(`https://${domain}`) ? new URL(`https://${domain}`).hostname : domain
  return `${address.slice(0, at)}@${host}`
}

/** Trimmed, in lower case, with the domain in ASCII. */
export const emailKey = z
  .string()
  .transform((text) => asciiDomain(cleanText(text).toLowerCase()))
  .pipe(z.string().min(1, 'required').max(254, 'tooLong'))

/** An address that mail can be sent to (RFC 5321), also with a plus or an apostrophe. */
export const emailAddress = emailKey.pipe(z.email('email'))

/** A name on one line, without a web address: strangers' names stand in mail from this site. */
export const nameText = (max: number, min = 1) =>
  z
    .string()
    .transform((text) => cleanText(text).replace(/\s+/gu, ' '))
    .pipe(
      z
        .string()
        .min(min, 'required')
        .max(max, 'tooLong')
        .refine((text) => !/:\/\/|\bwww\.|[<>]/i.test(text), 'noLinks'),
    )

export const personName = nameText(200)

/** A wrong address is simply refused, so it is not validated further. */
export const credentialsSchema = z.object({ email: emailKey, password: typedPassword })

export const signInSchema = z.strictObject({
  email: emailKey,
  password: typedPassword,
  returnTo: optionalText(2_000),
})

export const revokeSessionSchema = z.strictObject({ sessionId: z.uuid() })

/** Empty for all organisations. */
export const actingForSchema = z.strictObject({
  organisationId: z.union([z.literal(''), z.uuid()]),
})

export const changePasswordSchema = z.strictObject({
  currentPassword: typedPassword,
  newPassword: typedPassword,
})

export const leaveSchema = z.strictObject({
  /** Not asked of an account without one. */
  password: typedPassword.optional().default(''),
  sure: z.literal('on', 'required'),
})

export const newAdministratorSchema = z.strictObject({
  email: emailAddress,
  name: personName,
})

const MAX_EXPERTISE = 60
const chosenTerms = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z.array(z.string().min(1).max(120)).max(MAX_EXPERTISE, 'tooMany'),
)

export const expertiseSchema = z.strictObject({ groups: chosenTerms, sectors: chosenTerms })
