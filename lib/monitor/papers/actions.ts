'use server'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidForm,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { createLimit } from '@/lib/base/http/rate-limit'
import { AppError } from '@/lib/base/runtime/errors'
import { getRegionGraph, listRegionsById } from '@/lib/base/regions/data'
import type { RegionGraph } from '@/lib/base/regions/rules'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { regionSchema } from '@/lib/monitor/chains/schema'
import { canEditRegionPolicy, owningOrganisation } from '@/lib/monitor/policies/policy'
import { getFrozenPaper, getPaper, getPaperRequest, listFrozenPapers } from './data'
import { collectFiles } from './files.data'
import { freezePaper, saveDecision, saveRequest } from './mutations'
import { requestLines } from './proposal.rules'
import { MAX_PAPERS, paperDigest } from './rules'
import { decisionSchema, freezeSchema, paperSchema, requestSchema } from './schema'

type Result = ActionResult<Saved>

/** A paper is printed; nobody settles more than this in an hour. */
const freezeLimit = createLimit({ name: 'paper-freeze', points: 12, windowSeconds: 3_600 })

interface Target {
  regionId: string
  slug: string
  graph: RegionGraph
}

const mayEdit = (actor: Actor, { regionId, graph }: Target) =>
  canEditRegionPolicy(actor, { regionId }, graph)

async function targetOf(regionId: string): Promise<Target | null> {
  const [[region], graph] = await Promise.all([listRegionsById([regionId]), getRegionGraph()])
  return region === undefined ? null : { regionId, slug: region.slug, graph }
}

const aboutRegion = {
  actor: requireActor,
  load: (values: FormValues) => {
    const about = regionSchema.safeParse(values)
    return about.success ? targetOf(about.data.regionId) : Promise.resolve(null)
  },
  can: mayEdit,
}

export async function saveRequestAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutRegion, schema: requestSchema, shows: 'page' },
    async (input, { actor, submission, values }) => {
      if ((await saveRequest({ ...input, actorId: actor.userId, submission })) === null) return null
      const theirs = await getPaperRequest(input.regionId, input.year)
      return conflict(values, { request: theirs?.text ?? '' }, theirs?.version ?? 0)
    },
  )
}

const UNPRINTED = {
  'no-chromium': 'paperNoPrinter',
  failed: 'paperNotPrinted',
  personBusy: 'paperBusy',
  full: 'paperBusy',
  waitedTooLong: 'paperBusy',
} as const

/** The organisation that someone settles for, by the name that it has now. */
function settledBy(actor: Actor, { regionId, graph }: Target): { id: string; name: string } {
  const id = owningOrganisation(actor, regionId, graph)
  const own = actor.memberships.find(({ organisationId }) => organisationId === id)
  if (!own) throw new AppError('NOT_FOUND')
  return { id: own.organisationId, name: own.organisationName }
}

export async function freezePaperAction(_previous: Result, form: FormData): Promise<Result> {
  const rules = {
    ...aboutRegion,
    schema: freezeSchema,
    skipRepeat: true,
    shows: 'page' as const,
    limit: ({ actor }: { actor: Actor }) => freezeLimit.consume(actor.userId),
  }
  return runForm(form, rules, async ({ regionId, year }, { actor, target, submission, values }) => {
    const organisation = settledBy(actor, target)
    if ((await listFrozenPapers(regionId, year)).length >= MAX_PAPERS)
      return invalidForm('papersFull', values)
    const today = todayInNetherlands(new Date())
    const read = () => getPaper(regionId, year, today, 'nl')
    const model = await read()
    if (!model) throw new AppError('NOT_FOUND')
    const digest = paperDigest(model)
    const person = `account ${actor.userId}`
    const found = await collectFiles({ slug: target.slug, year, today, digest, person })
    if (found.kind === 'unprinted') return invalidForm(UNPRINTED[found.why], values)
    const after = await read()
    if (found.kind === 'changed' || after === null || paperDigest(after) !== digest)
      return invalidForm('paperChanged', values)
    const kept = await freezePaper(
      {
        regionId,
        year,
        organisation,
        request: requestLines(model, 'nl').join('\n'),
        isProposal: model.request === null,
        hasExamples: model.examples.length > 0,
        dataOn: today,
        files: found.files,
      },
      { actorId: actor.userId, submission },
    )
    return kept === null
      ? null
      : invalidForm(kept === 'full' ? 'papersFull' : 'paperTooLarge', values)
  })
}

export async function saveDecisionAction(_previous: Result, form: FormData): Promise<Result> {
  const rules = {
    actor: requireActor,
    load: async (values: FormValues) => {
      const about = paperSchema.safeParse(values)
      const paper = about.success ? await getFrozenPaper(about.data.paperId) : null
      return paper && targetOf(paper.regionId)
    },
    can: mayEdit,
    schema: decisionSchema,
    shows: 'page' as const,
  }
  return runForm(form, rules, async (input, { actor, values }) =>
    (await saveDecision(input, actor.userId)) === null ? null : savedElsewhere(values),
  )
}
