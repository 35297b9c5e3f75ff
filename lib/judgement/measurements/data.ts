import 'server-only'
import { toOutcomeFacts } from './outcomes.rules'
import type {
  InitiativeIndicatorView,
  MeasurementView,
  MeasuringTarget,
  OutcomeView,
  SourceFile,
} from './types'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'

const LIST_LIMIT = 100

const measurementSelect = {
  id: true,
  measuredOn: true,
  periodStart: true,
  periodEnd: true,
  value: true,
  numerator: true,
  n: true,
  qualifier: true,
  design: true,
  comparisonNumerator: true,
  comparisonN: true,
  comparisonDescription: true,
  independent: true,
  measuredBy: true,
  sourceTitle: true,
  sourceUrl: true,
  note: true,
  supersedesId: true,
  population: true,
  horizon: true,
  correctionReason: true,
  createdAt: true,
  file: { select: { name: true, sizeBytes: true } },
  replies: {
    select: {
      text: true,
      version: true,
      createdAt: true,
      organisation: { select: { name: true } },
    },
    orderBy: { version: 'desc' },
    take: 1,
  },
} satisfies Prisma.MeasurementSelect

const indicatorSelect = {
  id: true,
  position: true,
  label: true,
  definition: true,
  unit: true,
  sourceTitle: true,
  frequency: true,
  baselineValue: true,
  baselineOn: true,
  baselineN: true,
  baselineNote: true,
  targetValue: true,
  targetOn: true,
  lowerIsBetter: true,
  version: true,
  resultType: { select: { slug: true, labelNl: true, labelEn: true } },
  outcome: { select: { slug: true, labelNl: true, labelEn: true, attributes: true } },
  measurements: {
    select: measurementSelect,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 500,
  },
} satisfies Prisma.InitiativeIndicatorSelect

type MeasurementRow = Prisma.MeasurementGetPayload<{ select: typeof measurementSelect }>
type IndicatorRow = Prisma.InitiativeIndicatorGetPayload<{ select: typeof indicatorSelect }>

const toNumber = (value: Prisma.Decimal | null) => value && value.toNumber()

function toMeasurement({
  value,
  measuredOn,
  periodStart,
  periodEnd,
  createdAt,
  replies: [reply],
  ...row
}: MeasurementRow): MeasurementView {
  return {
    ...row,
    value: toNumber(value),
    measuredOn: toCalendarDate(measuredOn),
    periodStart: toCalendarDate(periodStart),
    periodEnd: toCalendarDate(periodEnd),
    createdAt: createdAt.toISOString(),
    reply: reply
      ? {
          text: reply.text,
          version: reply.version,
          at: reply.createdAt.toISOString(),
          organisationName: reply.organisation.name,
        }
      : null,
  }
}

const toOutcome = ({ attributes, ...term }: NonNullable<IndicatorRow['outcome']>): OutcomeView => ({
  ...term,
  ...toOutcomeFacts(attributes),
})

const measuredOn = (measurement: MeasurementView) =>
  measurement.measuredOn ?? measurement.periodEnd ?? ''

function toIndicator(row: IndicatorRow): InitiativeIndicatorView {
  const measurements = row.measurements.map(toMeasurement)
  const replacedIds = new Set(measurements.map((measurement) => measurement.supersedesId))
  const inForce = measurements.filter((measurement) => !replacedIds.has(measurement.id))
  return {
    id: row.id,
    position: row.position,
    label: row.label,
    definition: row.definition,
    unit: row.unit,
    resultType: row.resultType,
    outcome: row.outcome && toOutcome(row.outcome),
    sourceTitle: row.sourceTitle,
    frequency: row.frequency,
    lowerIsBetter: row.lowerIsBetter,
    version: row.version,
    baseline: {
      value: toNumber(row.baselineValue),
      on: toCalendarDate(row.baselineOn),
      n: row.baselineN,
      note: row.baselineNote,
    },
    target: { value: toNumber(row.targetValue), on: toCalendarDate(row.targetOn) },
    measurements: inForce.sort((a, b) => measuredOn(a).localeCompare(measuredOn(b))),
    replaced: measurements.filter((measurement) => replacedIds.has(measurement.id)),
  }
}

/** The indicators of an initiative with all measurements, in order. */
export async function listInitiativeIndicators(
  initiativeId: string,
  client: Transaction = db,
): Promise<InitiativeIndicatorView[]> {
  const rows = await client.initiativeIndicator.findMany({
    where: { initiativeId },
    select: indicatorSelect,
    orderBy: { position: 'asc' },
    take: LIST_LIMIT,
  })
  return rows.map(toIndicator)
}

const MANY_LIMIT = 2_000

/** The indicators under an outcome in common of many initiatives, in order, by initiative. */
export async function listOutcomeIndicators(
  initiativeIds: readonly string[],
): Promise<Map<string, InitiativeIndicatorView[]>> {
  const rows = await db.initiativeIndicator.findMany({
    where: { initiativeId: { in: [...initiativeIds] }, outcomeId: { not: null } },
    select: { ...indicatorSelect, initiativeId: true },
    orderBy: [{ initiativeId: 'asc' }, { position: 'asc' }],
    take: MANY_LIMIT,
  })
  const found = new Map<string, InitiativeIndicatorView[]>()
  for (const { initiativeId, ...row } of rows)
    found.set(initiativeId, [...(found.get(initiativeId) ?? []), toIndicator(row)])
  return found
}

/** By the id of the initiative or one of its versions. */
export async function getMeasuringTarget(id: string): Promise<MeasuringTarget | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.initiative.findFirst({
    where: { OR: [{ id }, { revisions: { some: { id } } }] },
    select: {
      id: true,
      slug: true,
      organisationId: true,
      publishedRevisionId: true,
      revisions: { select: { title: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  })
  const [revision] = row?.revisions ?? []
  if (!row || !revision) return null
  return {
    initiativeId: row.id,
    organisationId: row.organisationId,
    slug: row.slug,
    title: revision.title,
    isPublished: row.publishedRevisionId !== null,
  }
}

/** The source file, or null. The caller checks `canReadSourceFile`. */
export async function getSourceFile(measurementId: string): Promise<SourceFile | null> {
  if (!z.uuid().safeParse(measurementId).success) return null
  const row = await db.measurementFile.findUnique({
    where: { measurementId },
    select: {
      name: true,
      mediaType: true,
      content: true,
      measurement: {
        select: {
          indicator: {
            select: { initiative: { select: { organisationId: true, publishedRevisionId: true } } },
          },
        },
      },
    },
  })
  if (!row) return null
  const { organisationId, publishedRevisionId } = row.measurement.indicator.initiative
  return {
    name: row.name,
    mediaType: row.mediaType,
    content: row.content,
    organisationId,
    isPublished: publishedRevisionId !== null,
  }
}

/** The outcomes in common that are offered, in order; and these, also when retired. */
export async function listOutcomes(chosen: readonly string[] = []): Promise<OutcomeView[]> {
  const rows = await db.term.findMany({
    where: {
      vocabulary: 'outcome',
      replacedById: null,
      OR: [{ retiredOn: null }, { slug: { in: [...chosen] } }],
    },
    select: indicatorSelect.outcome.select,
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: LIST_LIMIT,
  })
  return rows.map(toOutcome)
}

/** From input to impact. */
export async function listResultTypes() {
  return db.term.findMany({
    where: { vocabulary: 'result_type', replacedById: null },
    select: { slug: true, labelNl: true, labelEn: true, definitionNl: true, definitionEn: true },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: 20,
  })
}
