import 'server-only'
import { notFound } from 'next/navigation'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { organisationsOf, workingFor } from '@/lib/people/accounts/working-for.rules'
import { isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { cached } from '@/lib/base/cache/cached'
import { countReported, listModerated, listOwnPosts, listQuestions } from './data'
import { canAccept, canModerate } from './policy'

const readQuestions = cached('questions', listQuestions)

export async function loadQuestions(initiative: { id: string; organisationId: string }) {
  const [threads, reader] = await Promise.all([readQuestions(initiative.id), loadReader()])
  if (!reader) return { threads, reader: null }
  const own = await listOwnPosts(initiative.id, reader.userId)
  const sides = { ownerOrganisationId: initiative.organisationId }
  return {
    threads,
    reader: {
      organisations: organisationsOf(workingFor(reader)),
      own,
      mayModerate: canModerate(reader, sides),
      acceptable: new Set(
        threads
          .filter(({ id }) =>
            canAccept(reader, { ...sides, askerId: own.has(id) ? reader.userId : null }),
          )
          .map(({ id }) => id),
      ),
    },
  }
}

const actsFor = (actor: Actor) => [
  ...new Set(actor.memberships.map(({ organisationId }) => organisationId)),
]

export async function loadModeration(returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!isModerator(actor)) notFound()
  return listModerated(actsFor(actor))
}

export async function loadReported(actor: Actor): Promise<number> {
  return isModerator(actor) ? countReported(actsFor(actor)) : 0
}
