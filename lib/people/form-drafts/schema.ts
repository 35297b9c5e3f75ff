import { z } from 'zod'
import { xmlSafe } from '@/lib/base/text/text'
import { MAX_FIELDS } from '@/lib/base/http/form-data'
import { MAX_CHARACTERS } from './rules'

const path = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])/)
const text = z.string().max(MAX_CHARACTERS).transform(xmlSafe)
const values = z
  .record(z.string().min(1).max(200), z.union([text, z.array(text).max(MAX_FIELDS)]))
  .refine((fields) => Object.keys(fields).length <= MAX_FIELDS)
  .refine((fields) => !Object.keys(fields).some((name) => /password/i.test(name)))
  .refine((fields) => JSON.stringify(fields).length <= MAX_CHARACTERS)

export const formNameSchema = z.string().min(1).max(400)
export const draftPathSchema = path

/** What the browser sends at a pause. A password is never kept. */
export const formDraftSchema = z.strictObject({
  form: formNameSchema,
  path,
  title: z.string().max(300).transform(xmlSafe),
  values,
})

export type FormDraftInput = z.infer<typeof formDraftSchema>
