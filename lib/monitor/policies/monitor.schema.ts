import { z } from 'zod'
import { TradeOffDomain, TradeOffEffect } from '@/generated/prisma/enums'
import { nullableText } from '@/lib/base/text/text'
import { day, euro, hours, id, people, slug, version } from './schema'

export const theorySchema = z.strictObject({
  initiativeId: id,
  version,
  theoryOfChange: nullableText(4_000),
  theoryInput: nullableText(1_000),
  theoryActivity: nullableText(1_000),
  theoryOutput: nullableText(1_000),
  theoryOutcome: nullableText(1_000),
  theoryImpact: nullableText(1_000),
  approachRationale: nullableText(2_000),
  evaluationDesign: nullableText(2_000),
  sideEffects: nullableText(2_000),
})

const notAbove = (part: number | null, whole: number | null) =>
  part === null || whole === null || part <= whole

export const costsSchema = z
  .strictObject({
    initiativeId: id,
    version,
    reachInvited: people,
    reachStarted: people,
    reachFinished: people,
    reachOutcome: people,
    costPerParticipant: euro,
    costPerParticipantLow: euro,
    costPerParticipantHigh: euro,
    costPerPlacement: euro,
    costPerPlacementLow: euro,
    costPerPlacementHigh: euro,
    costBasis: nullableText(1_000),
  })
  .refine((row) => notAbove(row.reachStarted, row.reachInvited), {
    path: ['reachStarted'],
    error: 'reachOrder',
  })
  .refine((row) => notAbove(row.reachFinished, row.reachStarted), {
    path: ['reachFinished'],
    error: 'reachOrder',
  })
  .refine((row) => notAbove(row.reachOutcome, row.reachFinished ?? row.reachStarted), {
    path: ['reachOutcome'],
    error: 'reachOrder',
  })
  .refine((row) => notAbove(row.costPerParticipantLow, row.costPerParticipantHigh), {
    path: ['costPerParticipantHigh'],
    error: 'costBounds',
  })
  .refine((row) => notAbove(row.costPerPlacementLow, row.costPerPlacementHigh), {
    path: ['costPerPlacementHigh'],
    error: 'costBounds',
  })
  .refine(
    (row) =>
      (row.costPerParticipant === null && row.costPerPlacement === null) || row.costBasis !== null,
    {
      path: ['costBasis'],
      error: 'costBasis',
    },
  )

export const tradeOffRow = z
  .strictObject({
    domain: z.enum(TradeOffDomain),
    effect: z.enum(TradeOffEffect, 'choose'),
    hours,
    carriedBy: nullableText(300),
    source: nullableText(300),
  })
  .refine((row) => row.hours === null || row.effect === 'better' || row.effect === 'worse', {
    path: ['hours'],
    error: 'hoursNeedEffect',
  })

export const consequencesSchema = z.strictObject({
  initiativeId: id,
  version,
  displacement: slug,
  displacementNote: nullableText(2_000),
  tradeOffs: z.array(tradeOffRow).max(4),
})
export type ConsequencesInput = z.infer<typeof consequencesSchema>

export const planningSchema = z.strictObject({ initiativeId: id, version, nextMeasurementOn: day })
