import { z } from 'zod'
import { cleanText, optionalText } from '@/lib/base/text/text'

/** Bounds the work of hashing. */
const MAX_TYPED_PASSWORD = 1_000
const typedPassword = z.string().min(1, 'required').max(MAX_TYPED_PASSWORD, 'tooLong')

/** Trimmed and in lower case. */
export const emailKey = z
  .string()
  .transform((text) => cleanText(text).toLowerCase())
  .pipe(z.string().min(1, 'required').max(254, 'tooLong'))

/** A wrong address is simply refused, so it is not validated further. */
export const credentialsSchema = z.object({ email: emailKey, password: typedPassword })

export const signInSchema = z.strictObject({
  email: emailKey,
  password: typedPassword,
  returnTo: optionalText(2_000),
})

export const revokeSessionSchema = z.strictObject({ sessionId: z.uuid() })

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
  email: emailKey.pipe(z.email('email')),
  name: z.string().transform(cleanText).pipe(z.string().min(1, 'required').max(200, 'tooLong')),
})

const MAX_EXPERTISE = 60
const chosenTerms = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z.array(z.string().min(1).max(120)).max(MAX_EXPERTISE, 'tooMany'),
)

export const expertiseSchema = z.strictObject({ groups: chosenTerms, sectors: chosenTerms })
