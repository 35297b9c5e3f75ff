import { z } from 'zod'
import { emailAddress, emailKey, typedPassword } from '@/lib/people/accounts/schema'

/** A wrong address gets the same answer, so it is not validated further. */
export const forgotSchema = z.strictObject({ email: emailKey })

export const newPasswordSchema = z.strictObject({
  token: z.string().min(1).max(500),
  password: typedPassword,
})

export const changeAddressSchema = z.strictObject({ email: emailAddress, password: typedPassword })

export const confirmAddressSchema = z.strictObject({ token: z.string().min(1).max(500) })
