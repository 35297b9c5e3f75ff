import type { db } from '@/lib/base/db/db'

export async function openRoundInput(
  client: typeof db,
  { initiativeId, revisionId }: { initiativeId: string; revisionId: string },
) {
  const organisation = await client.organisation.findUniqueOrThrow({
    where: { slug: 'secretariaat-ser-zeeland' },
    select: { id: true, regionId: true },
  })
  // The demo data opens this round and asks three people; here it must not end by itself.
  const { number, id } = await client.assessmentRound.findFirstOrThrow({
    where: { initiativeId, status: 'open' },
    select: { id: true, number: true },
  })
  return {
    initiativeId,
    revisionId,
    kind: 'panel' as const,
    round: number,
    roundId: id,
    actorId: '',
    organisationId: organisation.id,
    regionId: organisation.regionId,
    constituency: 'other' as const,
    scores: [],
    version: 0,
    submit: false,
  }
}

let people = 0

export async function createAssessor(client: typeof db): Promise<string> {
  const { id } = await client.user.create({
    data: { email: `beoordelaar-${String((people += 1))}@voorbeeld.nl`, name: 'Beoordelaar' },
    select: { id: true },
  })
  return id
}
