import { z } from 'zod'
import { openDirectionSchema, openSizeSchema } from '@/lib/knowledge/evidence/schema'
import { EVIDENCE_LEVELS } from '@/lib/knowledge/evidence/types'
import { MAX_PAGE, MAX_PAGE_SIZE, MAX_QUERY_LENGTH, PAGE_SIZE } from './rules'
import {
  FACET_PARAMETERS,
  fromParameter,
  SORT_PARAMETERS,
  SUGGESTION_PARAMETERS,
} from './parameters.rules'
import { SORTS } from './types'

const list = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().min(1).max(100)).max(50),
)
const whole = (max: number, standard: number) =>
  z.coerce
    .number('geen getal')
    .int('geen heel getal')
    .min(1, 'lager dan 1')
    .max(max, `hoger dan ${String(max)}`)
    .default(standard)

const FACET_NAMES = Object.values(FACET_PARAMETERS)

/** Slugs are checked against the vocabularies afterwards. */
export const initiativesQuerySchema = z.strictObject({
  q: z.string().max(MAX_QUERY_LENGTH, 'te lang').default(''),
  ...(Object.fromEntries(FACET_NAMES.map((name) => [name, list])) as Record<
    (typeof FACET_NAMES)[number],
    typeof list
  >),
  sorteer: z
    .enum(Object.values(SORT_PARAMETERS), 'onbekende volgorde')
    .default('best')
    .transform((text) => fromParameter(SORTS, SORT_PARAMETERS, text)),
  voor: z.string().max(100).optional(),
  pagina: whole(MAX_PAGE, 1),
  paginagrootte: whole(MAX_PAGE_SIZE, PAGE_SIZE),
})

const facetten = z.record(
  z.enum(FACET_NAMES),
  z.array(z.strictObject({ slug: z.string(), label: z.string(), aantal: z.int() })),
)

export const initiativeItemSchema = z.strictObject({
  slug: z.string(),
  titel: z.string(),
  samenvatting: z.string(),
  fase: z.enum(['gepland', 'loopt', 'afgerond', 'gestopt', 'onbekend']),
  doelgroepen: z.array(z.string()),
  instrumenten: z.array(z.string()),
  regios: z.array(z.string()),
  bewijsniveau: z.enum(EVIDENCE_LEVELS),
  richting: openDirectionSchema,
  grootte: openSizeSchema,
  gepubliceerdOp: z.iso.datetime(),
  url: z.url(),
})

export const initiativesPageSchema = z.strictObject({
  items: z.array(initiativeItemSchema),
  totaal: z.int(),
  bedoeldeU: z.string().nullable(),
  pagina: z.int(),
  paginagrootte: z.int(),
  facetten,
})

export const suggestionsQuerySchema = z.strictObject({
  q: z.string().max(MAX_QUERY_LENGTH, 'te lang').default(''),
})

export const suggestionsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      soort: z.enum(Object.values(SUGGESTION_PARAMETERS)),
      slug: z.string(),
      label: z.string(),
      labelEn: z.string(),
      aantal: z.int(),
    }),
  ),
})
