import {
  openMeasurementSchema,
  openOutcomeSchema,
} from '@/lib/judgement/measurements/open-data.schema'
import { z } from 'zod'
import { TradeOffDomain, TradeOffEffect } from '@/generated/prisma/enums'
import { AMOUNT_QUALIFIERS } from './schema'

const openTerm = z.strictObject({ slug: z.string(), label: z.string() })

export const openMonitorSchema = z.strictObject({
  doelen: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      regio: z.string(),
      eigenaar: z.string().nullable(),
      bron: z.string().nullable(),
    }),
  ),
  maatregelen: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      doel: z.string(),
      instrument: openTerm.nullable(),
      verantwoordelijke: z.string().nullable(),
    }),
  ),
  financiering: z.array(
    z.strictObject({
      soort: openTerm,
      verstrekker: z.string(),
      bedragEuro: z.int().nullable(),
      bedragKwalificatie: z.enum(AMOUNT_QUALIFIERS).nullable(),
      begin: z.iso.date().nullable(),
      eind: z.iso.date().nullable(),
      aansluiting: openTerm,
      toelichting: z.string(),
    }),
  ),
  verandertheorie: z.string().nullable(),
  bereik: z.strictObject({
    uitgenodigd: z.int().nullable(),
    begonnen: z.int().nullable(),
    afgerond: z.int().nullable(),
  }),
  kostenPerDeelnemerEuro: z.int().nullable(),
  kostenPerPlaatsingEuro: z.int().nullable(),
  verdringing: openTerm,
  afruil: z.array(
    z.strictObject({
      domein: z.enum(TradeOffDomain),
      effect: z.enum(TradeOffEffect),
      urenPerWeek: z.number().nullable(),
    }),
  ),
  indicatoren: z.array(
    z.strictObject({
      label: z.string(),
      eenheid: z.string(),
      lagerIsBeter: z.boolean(),
      uitkomst: openOutcomeSchema,
      nulmeting: z.number().nullable(),
      doelwaarde: z.number().nullable(),
      doelOp: z.iso.date().nullable(),
      metingen: z.array(openMeasurementSchema),
    }),
  ),
  keten: z.array(
    z.strictObject({
      schakel: z.enum(['doel', 'maatregel', 'financiering', 'initiatief', 'indicator']),
      stand: z.enum(['aanwezig', 'ontbreekt', 'loopt-af']),
    }),
  ),
  signalen: z.array(z.string()),
})
