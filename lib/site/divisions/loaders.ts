import 'server-only'
import { requireVocabularies } from '@/lib/site/vocabularies/loaders'
import { listDivisionRegions, listDivisions, listMovingOrganisations } from './data'

/** The divisions, the regions of now and before, and the organisations that have to move. */
export async function loadDivisions(returnTo: string) {
  await requireVocabularies(returnTo)
  const [divisions, regions, organisations] = await Promise.all([
    listDivisions(),
    listDivisionRegions(),
    listMovingOrganisations(),
  ])
  return { divisions, regions, organisations }
}
