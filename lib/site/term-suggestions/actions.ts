'use server'
import { getTranslations } from 'next-intl/server'
import {
  type ActionResult,
  type FormValues,
  invalidField,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { canManageVocabularies } from '@/lib/site/vocabularies/policy'
import type { TermProblem } from '@/lib/site/vocabularies/types'
import { countOpenOf, getSuggestion } from './data'
import { findOwnDraft } from './loaders'
import { addSuggested, decideSuggestion, saveSuggestion } from './mutations'
import { canSuggest } from './policy'
import { addSuggestedSchema, alternativeSchema, refuseSchema, suggestionSchema } from './schema'

type Result = ActionResult<Saved>

/** More than this at once is no list of missing terms any more. */
const MAX_OPEN = 30

export async function suggestTermAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: () => Promise.resolve(true),
      can: (actor: Actor) => canSuggest(actor),
      schema: suggestionSchema,
      shows: 'page',
    },
    async (input, { actor, submission, values }) => {
      if ((await countOpenOf(actor.userId)) >= MAX_OPEN)
        return invalidForm('suggestionsWaiting', values)
      const draft = await findOwnDraft(actor, input.revisionId)
      const outcome = await saveSuggestion(
        { actorId: actor.userId, submission },
        { ...input, revisionId: draft?.id ?? null },
      )
      if (outcome === null) return null
      const t = await getTranslations('vocabularies')
      return invalidField('name', t('exists', { term: outcome.taken }), values)
    },
  )
}

const deciding = {
  actor: requireActor,
  load: ({ id }: { id?: unknown }) =>
    typeof id === 'string' ? getSuggestion(id) : Promise.resolve(null),
  can: (actor: Actor) => canManageVocabularies(actor),
  shows: 'page' as const,
}

async function refusal(problem: TermProblem | null, values: FormValues, choice: string) {
  if (problem === null) return null
  if (problem === 'gone' || problem === 'conflict') return invalidForm('WRONG_STATE', values)
  if (problem === 'parent') return invalidField(choice, 'unknownChoice', values)
  const t = await getTranslations('vocabularies')
  const field = choice === 'termId' ? choice : problem.field
  return invalidField(field, t('taken', { term: problem.term }), values)
}

export async function addSuggestedAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...deciding, schema: addSuggestedSchema },
    async (input, { actor, target: { vocabulary }, values }) =>
      refusal(await addSuggested(actor.userId, { ...input, vocabulary }), values, 'parentId'),
  )
}

export async function existingTermAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...deciding, schema: alternativeSchema },
    async ({ termId }, { actor, target, values }) => {
      const decision = { kind: 'alternative' as const, termId }
      return refusal(await decideSuggestion(actor.userId, target, decision), values, 'termId')
    },
  )
}

export async function refuseSuggestionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...deciding, schema: refuseSchema },
    async ({ answer }, { actor, target, values }) => {
      const decision = { kind: 'refused' as const, answer }
      return refusal(await decideSuggestion(actor.userId, target, decision), values, 'answer')
    },
  )
}
