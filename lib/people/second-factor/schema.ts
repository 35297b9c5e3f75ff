import { z } from 'zod'
import { cleanText, optionalText } from '@/lib/base/text/text'

const returnTo = optionalText(2_000)
/** Bounds the work; whether it is right is for the rules. */
const typedCode = z
  .string()
  .transform(cleanText)
  .pipe(z.string().min(1, 'required').max(100, 'tooLong'))
const typedPassword = z.string().max(1_000, 'tooLong').optional().default('')

export const codeSchema = z.strictObject({ code: typedCode, returnTo })
export const finishSchema = z.strictObject({ returnTo })
export const startSchema = z.strictObject({ password: typedPassword })
export const confirmSchema = z.strictObject({ code: typedCode })

const passkeyName = z
  .string()
  .transform(cleanText)
  .pipe(z.string().min(1, 'required').max(60, 'tooLong'))
/** What the browser made, as JSON. */
const answer = z.string().min(1, 'required').max(20_000, 'tooLong')

export const passkeyStepSchema = z.strictObject({ answer, returnTo })
export const savePasskeySchema = z.strictObject({ name: passkeyName, answer })
export const renameSchema = z.strictObject({ id: z.uuid(), name: passkeyName })
export const removeSchema = z.strictObject({
  kind: z.enum(['totp', 'passkey']),
  id: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .default(''),
  password: typedPassword,
})
export const personSchema = z.strictObject({ userId: z.uuid() })

const base64 = z
  .string()
  .regex(/^[\w-]*$/)
  .max(12_000)
const credential = {
  id: base64,
  rawId: base64,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.object({}).default({}),
}

/** WebAuthn Level 3, AuthenticationResponseJSON. */
export const assertionSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64,
    authenticatorData: base64,
    signature: base64,
    userHandle: base64.optional(),
  }),
})

/** WebAuthn Level 3, RegistrationResponseJSON; the rest is read from the attestation object. */
export const attestationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64,
    attestationObject: base64,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
})
