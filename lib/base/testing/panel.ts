import type * as Data from '@/lib/judgement/assessments/data'
import type { AssessmentInput } from '@/lib/judgement/assessments/mutations'
import type * as Targets from '@/lib/judgement/assessments/targets.data'
import type { TypedScore } from '@/lib/judgement/assessments/types'
import type { db } from '@/lib/base/db/db'

async function openRoundInput(
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

async function createAssessor(client: typeof db): Promise<string> {
  const { id } = await client.user.create({
    data: { email: `beoordelaar-${String((people += 1))}@voorbeeld.nl`, name: 'Beoordelaar' },
    select: { id: true },
  })
  return id
}

type Modules = Pick<typeof Data, 'listCriteria'> & Pick<typeof Targets, 'getAssessmentTarget'>

export async function arrangeAssessments(
  client: typeof db,
  { listCriteria, getAssessmentTarget }: Modules,
) {
  const criteria = (await listCriteria()).map(({ slug }) => slug)
  const target = await getAssessmentTarget('ontdek-wat-jij-in-huis-hebt')
  if (!target) throw new Error('nothing to assess')
  const input: AssessmentInput = await openRoundInput(client, target)
  return {
    input,
    scores: (
      score: TypedScore['score'] = '4',
      reason = 'Dit past bij wat wij zien.',
    ): TypedScore[] => criteria.map((criterion) => ({ criterion, score, reason })),
    assessor: async (): Promise<AssessmentInput> => ({
      ...input,
      actorId: await createAssessor(client),
    }),
  }
}
