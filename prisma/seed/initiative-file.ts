import { z } from 'zod'
import { readReference } from './reference'

const maybe = z.string().nullable()
const texts = z.array(z.string()).nullable()
const support = z.enum(['expliciet', 'afgeleid'])
const certainty = z.enum(['stated', 'derived'])

const initiativeEntry = z.object({
  slug: z.string(),
  title: z.string(),
  alternativeTitles: z.array(z.string()),
  reportSection: z.string(),
  region: z.object({ serRegion: z.string(), note: maybe }),
  regions: z.array(z.object({ code: z.string(), certainty })).min(1),
  owner: maybe,
  ownerNote: maybe,
  partners: texts,
  partnersNote: maybe,
  period: z.null(),
  periodNote: maybe,
  status: z.null(),
  summary: z.string(),
  problem: z.string(),
  problemNote: maybe.optional(),
  approach: z.object({
    style: z.string(),
    styleSupport: support,
    steps: z
      .array(z.object({ order: z.int(), name: z.string(), description: z.string() }))
      .nullable(),
    workingElements: z.array(z.string()),
  }),
  targetGroups: z.array(z.string()),
  targetGroupsNote: maybe,
  sectors: texts,
  instruments: z.array(z.string()),
  /** Those that could or might not be used. */
  blockedInstruments: z.array(z.string()).default([]),
  instrumentsNote: maybe.optional(),
  societalChallenges: z.array(z.string()),
  drivers: z.array(z.object({ slug: z.string(), support, basis: z.string() })),
  results: z
    .array(
      z.object({
        kind: z.enum(['bereik', 'output', 'outcome', 'doel', 'inrichting', 'kwalitatief']),
        label: z.string(),
        value: z.number().nullable(),
        unit: maybe,
        qualifier: maybe,
        measuredByInitiative: z.boolean(),
        note: maybe,
        resultType: maybe,
      }),
    )
    .nullable(),
  impact: maybe,
  expectedImpact: texts,
  expectedImpactNote: maybe.optional(),
  goals: texts.optional(),
  successFactors: texts,
  successFactorsNote: maybe.optional(),
  lessons: texts,
  recommendations: texts,
  obstacles: texts,
  sources: z
    .array(z.object({ url: z.url(), label: z.string(), note: maybe, kind: z.string() }))
    .nullable(),
  scalability: z.object({
    reportSays: maybe,
    supports: z.array(z.string()),
    limits: z.array(z.string()),
  }),
  evidence: z.object({ level: z.string(), rationale: z.string() }),
  gaps: z.array(z.string()),
  externalFacts: z.array(
    z.object({ fact: z.string(), url: z.url().nullable(), date: maybe, confidence: z.string() }),
  ),
})

export type InitiativeEntry = z.infer<typeof initiativeEntry>

export const readInitiatives = () =>
  readReference('reference/initiatives.json', z.object({ initiatives: z.array(initiativeEntry) }))
    .initiatives
