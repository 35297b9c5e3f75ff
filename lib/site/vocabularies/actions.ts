'use server'
import { getLocale, getTranslations } from 'next-intl/server'
import { redirect as redirectToPath } from 'next/navigation'
import { getPathname } from '@/i18n/navigation'
import { invalidateContent } from '@/lib/base/cache/cached'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidField,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { findTerm, getTerm } from './data'
import { mergeTerm, restoreTerm, retireTerm } from './merge.mutations'
import { createTerm, saveTerm } from './mutations'
import { canManageVocabularies } from './policy'
import { slugOfVocabulary, termValues } from './rules'
import {
  mergeSchema,
  newTermSchema,
  retireSchema,
  termIdSchema,
  termSchema,
  withMeasure,
} from './schema'
import type { ManagedVocabulary, TermProblem } from './types'

type Result = ActionResult<Saved>

const can = (actor: Actor) => canManageVocabularies(actor)

const existing = {
  actor: requireActor,
  load: ({ id }: { id?: unknown }) =>
    typeof id === 'string' ? findTerm(id) : Promise.resolve(null),
  can,
  shows: 'page' as const,
}

/** What stands in the way of a save, beside the field it is about. */
async function refusal(problem: Exclude<TermProblem, 'conflict'>, values: FormValues) {
  if (problem === 'gone') return invalidForm('WRONG_STATE', values)
  if (problem === 'parent') return invalidField('parentId', 'unknownChoice', values)
  const t = await getTranslations('vocabularies')
  return invalidField(problem.field, t('taken', { term: problem.term }), values)
}

async function leadTo(vocabulary: ManagedVocabulary, slug: string): Promise<never> {
  invalidateContent()
  const params = { vocabulary: slugOfVocabulary(vocabulary), slug }
  return redirectToPath(
    getPathname({
      href: { pathname: '/workspace/admin/terms/[vocabulary]/[slug]', params },
      locale: await getLocale(),
    }),
  )
}

export async function createTermAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { actor: requireActor, load: () => Promise.resolve(true), can, schema: newTermSchema },
    async (input, { actor, submission, values }) => {
      const outcome = await createTerm(
        { actorId: actor.userId, submission },
        { ...withMeasure(input, input.vocabulary), vocabulary: input.vocabulary },
      )
      if ('slug' in outcome) return leadTo(input.vocabulary, outcome.slug)
      return outcome.problem === 'conflict' ? null : refusal(outcome.problem, values)
    },
  )
}

export async function saveTermAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...existing, schema: termSchema },
    async (input, { actor, target, values }) => {
      const { vocabulary, slug } = target
      const problem = await saveTerm(actor.userId, {
        ...withMeasure(input, vocabulary),
        vocabulary,
      })
      if (problem === null) return null
      if (problem !== 'conflict') return refusal(problem, values)
      const theirs = await getTerm(vocabulary, slug)
      return theirs
        ? conflict(values, termValues(theirs), theirs.version)
        : invalidForm('WRONG_STATE', values)
    },
  )
}

export async function mergeTermAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...existing, schema: mergeSchema },
    async ({ id, intoId }, { actor, target, values }) => {
      const { vocabulary, slug } = target
      const isMerged = await mergeTerm(actor.userId, { id, intoId, vocabulary })
      return isMerged ? leadTo(vocabulary, slug) : invalidForm('WRONG_STATE', values)
    },
  )
}

export async function retireTermAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...existing, schema: retireSchema },
    async ({ id, childrenTo }, { actor, target: { vocabulary }, values }) => {
      const problem = await retireTerm(actor.userId, { id, childrenTo, vocabulary })
      if (problem === null) return null
      if (problem === 'gone') return invalidForm('WRONG_STATE', values)
      return invalidField('childrenTo', problem === 'children' ? 'choose' : 'unknownChoice', values)
    },
  )
}

export async function restoreTermAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...existing, schema: termIdSchema }, async ({ id }, { actor, values }) =>
    (await restoreTerm(actor.userId, id)) ? null : invalidForm('WRONG_STATE', values),
  )
}
