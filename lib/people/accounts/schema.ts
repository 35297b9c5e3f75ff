import { z } from 'zod'
import { cleanText, optionalText } from '@/lib/base/text/text'

/** Far above the longest password we accept, so that nobody makes the server hash a book. */
const MAX_TYPED_PASSWORD = 1_000
const typedPassword = z.string().min(1, 'required').max(MAX_TYPED_PASSWORD, 'tooLong')

/** An e-mail address as an account key: trimmed and in lower case. */
export const emailKey = z
  .string()
  .transform((text) => cleanText(text).toLowerCase())
  .pipe(z.string().min(1, 'required').max(254, 'tooLong'))

/** What next-auth and the sign-in form send. The address is not checked further: a wrong one is simply refused. */
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

/** Leaving asks for the password once more, and for a yes. */
export const leaveSchema = z.strictObject({
  password: typedPassword,
  sure: z.literal('on', 'required'),
})

/** Input of `npm run admin:create`. */
export const newAdministratorSchema = z.strictObject({
  email: emailKey.pipe(z.email('email')),
  name: z.string().transform(cleanText).pipe(z.string().min(1, 'required').max(200, 'tooLong')),
})

const MAX_EXPERTISE = 60
const chosenTerms = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z.array(z.string().min(1).max(120)).max(MAX_EXPERTISE, 'tooMany'),
)

/** What someone knows about: slugs of target groups and of sectors. */
export const expertiseSchema = z.strictObject({ groups: chosenTerms, sectors: chosenTerms })
