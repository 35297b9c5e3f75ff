import { z } from 'zod'
import { readReference } from './reference'

const text = z.string()
const maybe = z.string().nullable()
const perRegion = z.record(z.string(), z.number())

const indicatorsFile = z.object({
  meta: z.object({ counts: z.record(z.string(), z.number()), readOn: z.iso.date() }),
  sources: z.array(z.object({ id: text, name: text, url: maybe, licence: maybe })),
  indicators: z.array(
    z.object({
      slug: text,
      labelNl: text,
      unit: text,
      definition: text,
      mainSource: maybe,
      direction: maybe,
      unpaidWork: z.boolean(),
      group: text,
    }),
  ),
  observations: z.array(
    z.object({
      id: text,
      indicator: text,
      label: text,
      unit: text,
      regionCode: text,
      period: z.object({ label: text, cbs: maybe, start: maybe, end: maybe }),
      value: z.number(),
      qualifier: text,
      breakdown: z.record(z.string(), z.string()).nullable(),
      source: text,
      reportRef: maybe,
      note: maybe,
    }),
  ),
  checks: z.array(
    z.object({
      id: text,
      what: text,
      stated: z.number(),
      computed: z.union([z.number(), z.tuple([z.number(), z.number()])]),
      tolerance: z.number(),
      ok: z.boolean(),
      note: maybe,
    }),
  ),
  inconsistencies: z.array(
    z.object({ id: text, reportRef: text, finding: text, severity: text, advice: maybe }),
  ),
  definitionThresholds: z.array(
    z.object({
      slug: text,
      label: text,
      value: z.number(),
      unit: text,
      reportRef: text,
      indicator: maybe,
    }),
  ),
  derived: z.object({
    note: text,
    items: z.array(
      z.object({
        id: text,
        label: text,
        unit: text,
        period: text,
        values: perRegion,
        formula: text,
        indicator: text,
      }),
    ),
  }),
  externalReference: z.object({
    note: text,
    items: z.array(
      z.object({
        indicator: text,
        label: text,
        unit: text,
        period: text,
        source: text,
        url: text,
        values: perRegion,
      }),
    ),
  }),
})

const englishFile = z.record(z.string(), z.object({ label: text, definition: text }))
const caveatLinksFile = z.record(
  z.string(),
  z.object({
    indicators: z.array(text).default([]),
    observations: z.array(text).default([]),
    withholds: z.boolean().default(false),
  }),
)

export const readIndicators = () => ({
  dutch: readReference('reference/indicators.json', indicatorsFile),
  english: readReference('reference/indicators.en.json', englishFile),
  caveatLinks: readReference('reference/caveat-links.json', caveatLinksFile),
})

export type Indicators = ReturnType<typeof readIndicators>

export const decimalsOf = (value: number) => String(value).split('.')[1]?.length ?? 0

export function withheldKeys({ caveatLinks }: Indicators): Set<string> {
  return new Set(
    Object.values(caveatLinks).flatMap((link) => (link.withholds ? link.observations : [])),
  )
}
