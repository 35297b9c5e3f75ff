import type { PrismaClient } from '@/generated/prisma/client'
import type { Transaction } from '@/lib/base/db/db'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { listMedians } from '@/lib/judgement/assessments/data'
import { fillDirections, refreshSearch, saveMedians } from '@/lib/knowledge/search/mutations'
import { loadDemoAccounts, loadDemoContacts } from './demo-accounts'
import { loadDemoAdoptions } from './demo-adoptions'
import { loadDemoChain } from './demo-chain'
import { loadDemoAssessments, loadDemoDrafts, loadDemoRounds } from './demo-content'
import { loadDemoCalls, loadDemoMeetings } from './demo-exchange'
import { loadDemoCollections, loadDemoLearning } from './demo-learning'
import { loadIndicators } from './indicators'
import { loadInitiatives, type Context } from './initiatives'
import { loadObstacles } from './obstacles'
import { loadOrganisations, organisationIds } from './organisations'
import type { LoadResult } from './plan'
import { linkPolicies, loadPolicies } from './policies'
import { loadRegions, regionIds } from './regions'
import { loadTaxonomy, termIds } from './taxonomy'

const PART_TIMEOUT_MS = 60_000
/** Any fixed number: two seeds at the same time would both add what is missing. */
const SEED_LOCK = 74_201

export interface SeedOptions {
  examples: boolean
  report: (line: string) => void
}

interface Part {
  name: string
  label: string
  load: (tx: Transaction) => Promise<LoadResult>
}

const context = async (tx: Transaction): Promise<Context> => ({
  regions: await regionIds(tx),
  terms: await termIds(tx),
  organisations: await organisationIds(tx),
})

const referenceParts: Part[] = [
  { name: 'regions', label: "Regio's", load: loadRegions },
  { name: 'taxonomy', label: 'Woordenlijsten en criteria', load: loadTaxonomy },
  {
    name: 'organisations',
    label: 'Organisaties',
    load: async (tx) => loadOrganisations(tx, await regionIds(tx)),
  },
  {
    name: 'indicators',
    label: 'Cijfers',
    load: async (tx) => loadIndicators(tx, await regionIds(tx)),
  },
]

const exampleParts: Part[] = [
  {
    name: 'policies',
    label: 'Beleidsdoelen uit het rapport',
    load: async (tx) =>
      loadPolicies(tx, { regions: await regionIds(tx), terms: await termIds(tx) }),
  },
  {
    name: 'initiatives',
    label: 'Praktijkvoorbeelden uit het rapport',
    load: async (tx) => {
      const { ids, ...result } = await loadInitiatives(tx, await context(tx))
      await linkPolicies(tx, ids)
      return result
    },
  },
  {
    name: 'obstacles',
    label: 'Knelpunten uit het rapport',
    load: async (tx) =>
      loadObstacles(tx, { regions: await regionIds(tx), terms: await termIds(tx) }),
  },
  { name: 'demo-accounts', label: 'Voorbeeldaccounts', load: loadDemoAccounts },
  { name: 'demo-contacts', label: 'Voorbeeldcontactpersonen', load: loadDemoContacts },
  {
    name: 'demo-chain',
    label: 'Voorbeeldketen van een regio',
    load: async (tx) => loadDemoChain(tx, await context(tx)),
  },
  {
    name: 'demo-calls',
    label: 'Voorbeeldoproepen',
    load: async (tx) => loadDemoCalls(tx, await context(tx)),
  },
  {
    name: 'demo-meetings',
    label: 'Voorbeeldbijeenkomsten',
    load: async (tx) => loadDemoMeetings(tx, await context(tx)),
  },
  {
    name: 'demo-drafts',
    label: 'Voorbeeldversies',
    load: async (tx) => loadDemoDrafts(tx, await context(tx)),
  },
  {
    name: 'demo-assessments',
    label: 'Voorbeeldbeoordelingen',
    load: async (tx) => loadDemoAssessments(tx, await context(tx)),
  },
  { name: 'demo-rounds', label: 'Voorbeeldrondes', load: loadDemoRounds },
  {
    name: 'demo-collections',
    label: 'Voorbeeldverzameling',
    load: async (tx) => loadDemoCollections(tx, await context(tx)),
  },
  {
    name: 'demo-learning',
    label: 'Voorbeeldleervragen',
    load: async (tx) => loadDemoLearning(tx, await context(tx)),
  },
  {
    name: 'demo-adoptions',
    label: 'Voorbeeldovernames',
    load: async (tx) => loadDemoAdoptions(tx, await context(tx)),
  },
]

function line(label: string, { created, updated }: LoadResult): string {
  return created + updated === 0
    ? `${label}: al aanwezig`
    : `${label}: ${created} toegevoegd, ${updated} bijgewerkt`
}

/**
 * Search rows hold names of terms and regions and today's evidence, so they follow all of these.
 */
async function refreshPublished(tx: Transaction): Promise<void> {
  const published = await tx.initiative.findMany({
    where: { publishedRevisionId: { not: null } },
    select: { id: true },
  })
  const ids = published.map((row) => row.id)
  await refreshSearch(tx, ids)
  await saveMedians(tx, await listMedians(ids, tx))
}

/** Each part is one transaction; a second run changes nothing. */
export async function seed(client: PrismaClient, { examples, report }: SeedOptions): Promise<void> {
  let changes = 0
  for (const part of examples ? [...referenceParts, ...exampleParts] : referenceParts) {
    const result = await client.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK}::bigint)`
        const loaded = await part.load(tx)
        if (loaded.created + loaded.updated > 0) {
          const detail = { part: part.name, ...loaded }
          await saveAuditEvent(tx, {
            actorId: null,
            action: 'seed.load',
            objectType: 'seed',
            objectId: part.name,
            detail,
          })
        }
        return loaded
      },
      { timeout: PART_TIMEOUT_MS },
    )
    report(line(part.label, result))
    changes += result.created + result.updated
  }
  await client.$transaction(fillDirections, { timeout: PART_TIMEOUT_MS })
  if (changes > 0) await client.$transaction(refreshPublished, { timeout: PART_TIMEOUT_MS })
}
