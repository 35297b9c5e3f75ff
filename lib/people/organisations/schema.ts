import { z } from 'zod'
import { OrganisationKind } from '@/generated/prisma/enums'
import { nameText } from '@/lib/people/accounts/schema'
import { MAX_ALSO_REGIONS } from './rules'

const regionChoice = z
  .union([z.literal(''), z.uuid()], 'choose')
  .transform((id) => (id === '' ? null : id))

const several = z.preprocess(
  (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
  z.array(z.uuid()).max(MAX_ALSO_REGIONS, 'tooMany'),
)

const fields = {
  name: nameText(200, 2),
  kind: z.enum(OrganisationKind, 'choose'),
  regionId: regionChoice,
  alsoRegionIds: several,
}

export const newOrganisationSchema = z.strictObject(fields)

export const organisationSchema = z.strictObject({ id: z.uuid(), ...fields })

export const trustSchema = z.strictObject({
  id: z.uuid(),
  instantCorrections: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
})

export const endOrganisationSchema = z.strictObject({
  id: z.uuid(),
  successorId: z
    .union([z.literal(''), z.uuid()], 'choose')
    .transform((id) => (id === '' ? null : id)),
  sure: z.literal('on', 'required'),
})
