import { z } from 'zod'
import { isSlug, nullableText } from '@/lib/base/text/text'
import {
  AMOUNT_QUALIFIERS,
  fundingShape,
  goalShape,
  measureShape,
  NOT_ASSESSED,
  peopleFaults,
  version,
} from '@/lib/monitor/policies/schema'
import { tradeOffRow } from '@/lib/monitor/policies/monitor.schema'
import {
  FundingOverlap,
  PolicyUnit,
  TradeOffDomain,
  TradeOffEffect,
} from '@/generated/prisma/enums'
import { MOVES } from './types'

export const yearSchema = z.coerce.number().int().min(2000).max(2100)

export const regionSchema = z.object({ regionId: z.uuid() })

const regionId = z.uuid()
const ordered = (start: string | null, end: string | null) =>
  start === null || end === null || end >= start

export const chainGoalSchema = z
  .strictObject({
    regionId,
    ...goalShape,
    parentId: nullableText(36).pipe(z.uuid('unknownChoice').nullable()),
  })
  .refine((goal) => ordered(goal.goalStartsOn, goal.goalEndsOn), {
    path: ['goalEndsOn'],
    error: 'endBeforeStart',
  })
  .refine((goal) => goal.parentId !== goal.goalId, { path: ['parentId'], error: 'underItself' })
  .superRefine(peopleFaults('goal'))

export const chainMeasureSchema = z
  .strictObject({ regionId, ...measureShape, tradeOffs: z.array(tradeOffRow).max(4).optional() })
  .refine((row) => ordered(row.measureStartsOn, row.measureEndsOn), {
    path: ['measureEndsOn'],
    error: 'endBeforeStart',
  })
  .superRefine(peopleFaults('measure'))

export const chainFundingSchema = z
  .strictObject({ regionId, ...fundingShape, fundingMeasureId: z.uuid('choose') })
  .refine((row) => ordered(row.fundingStartsOn, row.fundingEndsOn), {
    path: ['fundingEndsOn'],
    error: 'endBeforeStart',
  })
  .refine((row) => row.alignment === NOT_ASSESSED || row.alignmentNote !== '', {
    path: ['alignmentNote'],
    error: 'reason',
  })

export const moveSchema = z.strictObject({
  regionId,
  goalId: z.uuid(),
  version,
  year: yearSchema,
  move: z.enum(MOVES),
})
export const placeSchema = z.strictObject({
  regionId,
  goalId: z.uuid(),
  version,
  beforeId: z.uuid(),
})
export const removeSchema = z.strictObject({
  regionId,
  kind: z.enum(['goal', 'measure', 'funding', 'indicator']),
  id: z.uuid(),
  version,
})
export const copySchema = z.strictObject({ regionId, year: yearSchema })
export const templateSchema = z.strictObject({ regionId, year: yearSchema })

export const chainQuerySchema = z.strictObject({
  regio: z
    .union([z.string().max(120), z.array(z.string().max(120)).max(50)])
    .optional()
    .transform((value) => (value === undefined ? null : [value].flat())),
})
export const chainYearQuerySchema = z.strictObject({ jaar: yearSchema.optional() })

export const isRegionName = (text: string) =>
  isSlug(text) || /^[A-Z]{2,4}-?[A-Z0-9]{1,6}$/.test(text)

const openTerm = z.strictObject({ slug: z.string(), label: z.string() })
const openRegion = z.strictObject({ code: z.string(), slug: z.string(), naam: z.string() })
const date = z.iso.date().nullable()

const openCount = z.int().nullable()
const openPeople = z.strictObject({ groep: openCount, beoogd: openCount, bereikt: openCount })
const openYear = z.strictObject({ jaar: z.int(), waarde: z.number().nullable() })
const openIndicator = z.strictObject({
  naam: z.string(),
  eenheid: z.enum(PolicyUnit),
  lagerIsBeter: z.boolean(),
  uitgangswaarde: openYear.nullable(),
  streefwaarde: openYear.nullable(),
  waarden: z.array(openYear),
  bron: z.string().nullable(),
})
const openTradeOff = z.strictObject({
  terrein: z.enum(TradeOffDomain),
  gevolg: z.enum(TradeOffEffect),
  urenPerWeek: z.number().nullable(),
  gedragenDoor: z.string().nullable(),
})

export const openGoalsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      toelichting: z.string(),
      regio: openRegion,
      onderDoel: z.string().nullable(),
      eigenaar: z.string().nullable(),
      gedragenDoor: z.string().nullable(),
      mensen: openPeople,
      indicatoren: z.array(openIndicator),
      begin: date,
      eind: date,
      bron: z.strictObject({ titel: z.string().nullable(), url: z.string().nullable() }),
      maatregelen: z.array(z.string()),
      isVoorbeeld: z.boolean(),
    }),
  ),
  totaal: z.int(),
})

const openMoney = z.strictObject({
  verstrekker: z.string(),
  soort: openTerm,
  bedragEuro: z.int().nullable(),
  bedragKwalificatie: z.enum(AMOUNT_QUALIFIERS).nullable(),
  overlap: z.enum(FundingOverlap),
  begin: date,
  eind: date,
})

export const openMeasuresSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      toelichting: z.string(),
      doel: z.string(),
      regio: openRegion,
      instrument: openTerm.nullable(),
      verantwoordelijke: z.string().nullable(),
      mensen: openPeople,
      indicatoren: z.array(openIndicator),
      afruil: z.array(openTradeOff),
      begin: date,
      eind: date,
      financiering: z.array(openMoney),
      isVoorbeeld: z.boolean(),
    }),
  ),
  totaal: z.int(),
})

const openVerdict = z.strictObject({
  verwacht: z.string().nullable(),
  achterafOpgeschreven: z.boolean().nullable(),
  nietVoorafMaarOp: date,
  gezien: z.string(),
  andereOorzaken: z.string(),
  zekerheid: z.string().nullable(),
  besluit: z.string().nullable(),
  reden: z.string(),
  getekendOp: z.string().nullable(),
})

export const openRegionChainSchema = z.strictObject({
  regio: openRegion,
  jaar: z.int(),
  peildatum: z.iso.date(),
  stand: z.strictObject({
    doelen: z.int(),
    doelenMetInitiatief: z.int(),
    maatregelen: z.int(),
    geldstromen: z.int(),
    bekendBedragEuro: z.int().nullable(),
    geenSomOmdat: z
      .enum([
        'bij-benadering',
        'mogelijk-overlap',
        'bij-benadering-en-mogelijk-overlap',
        'voorbeeld',
      ])
      .nullable(),
    voorbeeldbedragenNietMeegeteld: z.int(),
    zonderBedrag: z.int(),
    looptAf: z.int(),
    oordelen: z.int(),
  }),
  doelen: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      onderDoel: z.string().nullable(),
      eigen: z.boolean(),
      isVoorbeeld: z.boolean(),
      initiatieven: z.array(z.string()),
      maatregelen: z.array(
        z.strictObject({
          slug: z.string(),
          titel: z.string(),
          financiering: z.array(openMoney),
          oordeel: openVerdict.nullable(),
        }),
      ),
    }),
  ),
  losseEinden: z.array(z.strictObject({ soort: z.string(), titel: z.string(), op: date })),
})
