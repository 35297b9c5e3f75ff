import type * as Data from '@/lib/exchange/obstacles/data'
import type * as Mutations from '@/lib/exchange/obstacles/mutations'
import type { readFilter } from '@/lib/exchange/obstacles/rules'
import type { db } from '@/lib/base/db/db'
import { demoAccount, initiativeId } from './demo-account'

const OBSTACLE: Mutations.ObstacleContent = {
  title: 'Geen opvang in de avond',
  description: 'Wie avonddienst heeft, vindt geen opvang.',
  law: '',
  authority: 'municipality',
  authorityName: '',
  groups: ['vrouwen-met-zorgtaken'],
  regions: ['twente'],
}

type Modules = Pick<typeof Data, 'getObstacle' | 'listAllObstacles'> &
  Pick<typeof Mutations, 'saveNewObstacle'> & { readFilter: typeof readFilter }

export async function arrangeObstacles(
  client: typeof db,
  { getObstacle, listAllObstacles, saveNewObstacle, readFilter: filterOf }: Modules,
) {
  const { id, organisation } = await demoAccount(client, 'redacteur.overijssel@voorbeeld.nl')
  const editor = { id, organisationId: organisation.id }
  const view = async (slug: string) => {
    const found = await getObstacle(slug)
    if (!found || 'movedTo' in found) throw new Error(`${slug} is not there`)
    return found
  }
  return {
    content: OBSTACLE,
    editor,
    follower: (await demoAccount(client, 'redacteur.brabant@voorbeeld.nl')).id,
    initiativeId: await initiativeId(client, 'ontdek-wat-jij-in-huis-hebt'),
    view,
    add: async (
      title: string,
      extra: Partial<Mutations.ObstacleContent> = {},
      own: string | null = null,
    ) =>
      view(
        await saveNewObstacle({
          ...OBSTACLE,
          ...extra,
          title,
          organisationId: editor.organisationId,
          initiativeId: own,
          actorId: editor.id,
        }),
      ),
    listed: async (raw: Record<string, string>) =>
      (await listAllObstacles(filterOf(raw))).map(({ slug }) => slug),
  }
}
