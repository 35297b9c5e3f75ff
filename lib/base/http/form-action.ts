import 'server-only'
import { refresh } from 'next/cache'
import type { z } from 'zod'
import { invalidateContent } from '@/lib/base/cache/cached'
import { AppError } from '@/lib/base/runtime/errors'
import { runAction } from './action'
import { saved, type ActionResult, type FormValues, type Saved } from './action-result'
import { formValues, invalidResult } from './form-data'
import { readSentFile, type SentFile } from './sent-file'
import { requireAllowed, type Allowance } from './limit'
import { isRepeat, type Submission } from './submission'

export interface FormContext<Actor, Target> {
  actor: Actor
  target: Target
  submission: Submission
  values: FormValues
  file: SentFile | null
}

export interface FormRules<Actor extends { userId: string }, Target, Schema extends z.ZodType> {
  /** Whoever sends the form. @throws AppError NOT_SIGNED_IN */
  actor: () => Promise<Actor>
  load: (values: FormValues, actor: Actor) => Promise<Target | null>
  can: (actor: Actor, target: Target) => boolean | Promise<boolean>
  schema: Schema
  /** What the schema parses, when that is not the values as typed. */
  input?: (values: FormValues, target: Target) => unknown
  file?: string
  /** Answers a repeat of the same form as saved, without the mutation. */
  skipRepeat?: boolean
  limit?: (context: FormContext<Actor, Target>) => Promise<Allowance>
  /** What shows the change: cached content (the default), or also the uncached page of the form. */
  shows?: 'content' | 'page' | 'nothing'
}

/** Permission comes before the schema, so that a stranger learns nothing from field errors. */
export async function runForm<
  Actor extends { userId: string },
  Target,
  Schema extends z.ZodType,
  Data = Saved,
>(
  form: FormData,
  rules: FormRules<Actor, Target, Schema>,
  mutate: (
    input: z.infer<Schema>,
    context: FormContext<Actor, Target>,
  ) => Promise<ActionResult<Data> | null>,
): Promise<ActionResult<Data | Saved>> {
  const values = formValues(form)
  return runAction<Data | Saved>(values, async (submission) => {
    const actor = await rules.actor()
    const target = await rules.load(values, actor)
    if (target === null || !(await rules.can(actor, target))) throw new AppError('NOT_FOUND')
    const parsed = rules.schema.safeParse(rules.input ? rules.input(values, target) : values)
    const file =
      rules.file === undefined ? null : await readSentFile(form, rules.file, actor.userId)
    if (!parsed.success || (file && 'fault' in file))
      return invalidForm(parsed.error, values, file, rules.file)
    const context = { actor, target, submission, values, file }
    const isSkipped =
      rules.skipRepeat === true && (await isRepeat({ actorId: actor.userId, submission }))
    if (!isSkipped && rules.limit) requireAllowed(await rules.limit(context))
    const result = (isSkipped ? null : await mutate(parsed.data, context)) ?? saved()
    if (result.status === 'ok') show(rules.shows)
    return result
  })
}

/** What is wrong with the fields. No browser sends a chosen file back, so it is asked for again. */
function invalidForm(
  error: z.ZodError | undefined,
  values: FormValues,
  file: SentFile | { fault: string } | null,
  field = '',
) {
  const none = { status: 'invalid' as const, fieldErrors: {}, formErrors: [], values }
  const invalid = error ? invalidResult(error, values) : none
  if (file === null) return invalid
  const problem = 'fault' in file ? file.fault : 'fileAgain'
  return { ...invalid, fieldErrors: { ...invalid.fieldErrors, [field]: [problem] } }
}

function show(what: FormRules<{ userId: string }, unknown, z.ZodType>['shows'] = 'content') {
  if (what === 'nothing') return
  invalidateContent()
  if (what === 'page') refresh()
}
