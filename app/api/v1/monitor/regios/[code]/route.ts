import { getRegionChain } from '@/lib/monitor/chains/data'
import { chainOpenEnds, chainState } from '@/lib/monitor/chains/rules'
import { chainYearQuerySchema, openRegionChainSchema } from '@/lib/monitor/chains/schema'
import type { ChainFunding } from '@/lib/monitor/chains/types'
import { apiJson, apiResource, notFoundProblem, parseQuery } from '@/lib/base/http/api'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import type { MeasureYear } from '@/lib/monitor/verdicts/types'
import type { Amounts } from '@/lib/base/amounts/types'
import { regionIdsOf } from '../../../region-names'
import { oneFigure, qualifierOf, together } from '@/lib/base/amounts/rules'

const DECISIONS = {
  continue: 'doorgaan',
  adapt: 'aanpassen',
  stop: 'stoppen',
  undecided: 'nog-niet-vast-te-stellen',
} as const
const CONFIDENCES = { low: 'weinig', medium: 'redelijk', high: 'zeker' } as const
const OPEN_END_KINDS = {
  goalsWithoutInitiative: 'doel-zonder-initiatief',
  initiativesWithoutGoal: 'initiatief-zonder-doel',
  moneyWithoutMeasurement: 'geld-zonder-meting',
  moneyEnding: 'geld-loopt-af',
  measuresWithoutVerdict: 'maatregel-zonder-oordeel',
  goalsWithoutTarget: 'doel-zonder-streefwaarde',
  moneyNotAligned: 'geld-zonder-oordeel-over-aansluiting',
} as const

const openMoney = (row: ChainFunding) => ({
  verstrekker: row.provider,
  soort: { slug: row.type.slug, label: row.type.labelNl },
  bedragEuro: row.amountEuro,
  bedragKwalificatie: row.amountEuro === null ? null : qualifierOf(row.amountQualifier),
  overlap: row.overlap,
  begin: row.startsOn,
  eind: row.endsOn,
})

function openVerdict(year: MeasureYear | null) {
  const expectation = year?.expectation?.signedAt == null ? null : year.expectation
  const current = year?.current ?? null
  if (current === null) return null
  return {
    verwacht: expectation?.text ?? null,
    achterafOpgeschreven: expectation?.writtenAfterwards ?? null,
    nietVoorafMaarOp: expectation?.lateOn ?? null,
    gezien: current.observed,
    andereOorzaken: current.otherCauses,
    zekerheid: current.confidence && CONFIDENCES[current.confidence],
    besluit: current.decision && DECISIONS[current.decision],
    reden: current.reason,
    getekendOp: current.signedAt,
  }
}

const NO_SUM = {
  approximate: 'bij-benadering',
  overlap: 'mogelijk-overlap',
  both: 'bij-benadering-en-mogelijk-overlap',
} as const

function noSum(amounts: Amounts) {
  const money = together(amounts)
  if (money.kind === 'apart') return NO_SUM[money.why]
  if (money.kind === 'one' && money.qualifier !== 'exact') return NO_SUM.approximate
  return amounts.isExample ? 'voorbeeld' : null
}

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<{ code: string }>(
  async (request, { code }) => {
    const query = parseQuery(request, chainYearQuerySchema)
    if ('problem' in query) return query.problem
    const [regionId] = (await regionIdsOf([code])) ?? []
    const today = todayInNetherlands(new Date())
    const chain =
      regionId === undefined
        ? null
        : await getRegionChain(regionId, query.data.jaar ?? Number(today.slice(0, 4)))
    if (!chain) return notFoundProblem()
    const state = chainState(chain, today)
    const slugs = new Map(chain.goals.map((goal) => [goal.id, goal.slug]))
    return apiJson(
      openRegionChainSchema.parse({
        regio: { code: chain.region.code, slug: chain.region.slug, naam: chain.region.name },
        jaar: chain.year,
        peildatum: today,
        stand: {
          doelen: state.goals,
          doelenMetInitiatief: state.goalsServed,
          maatregelen: state.measures,
          geldstromen: state.streams,
          bekendBedragEuro: state.amounts.known === 0 ? 0 : oneFigure(state.amounts),
          geenSomOmdat: noSum(state.amounts),
          voorbeeldbedragenNietMeegeteld: state.amounts.examples,
          zonderBedrag: state.unknownAmounts,
          looptAf: state.ending,
          oordelen: state.verdicts,
        },
        doelen: chain.goals.map((goal) => ({
          slug: goal.slug,
          titel: goal.title,
          onderDoel: slugs.get(goal.parentId ?? '') ?? null,
          eigen: goal.own,
          isVoorbeeld: goal.isExample,
          initiatieven: goal.initiatives.map(({ slug }) => slug),
          maatregelen: goal.measures.map((measure) => ({
            slug: measure.slug,
            titel: measure.title,
            financiering: measure.fundings.map(openMoney),
            oordeel: openVerdict(measure.now),
          })),
        })),
        losseEinden: chainOpenEnds(chain, today).map((item) => ({
          soort: OPEN_END_KINDS[item.kind],
          titel: item.title,
          op: item.on,
        })),
      }),
    )
  },
)
