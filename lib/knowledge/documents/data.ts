import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import { TAG_FIELDS } from '@/lib/knowledge/revisions/types'
import {
  CHOICE_FIELDS,
  type Knowledge,
  type KnownPlace,
  type KnownTerm,
  PROPOSAL_FIELDS,
  PROPOSAL_RULES,
  type StoredReading,
} from './types'

const MAX_TERMS = 1_000
const MAX_PLACES = 2_000

async function listTerms(): Promise<KnownTerm[]> {
  const fields = CHOICE_FIELDS.filter((field) => field !== 'regions')
  const rows = await db.term.findMany({
    where: {
      vocabulary: { in: fields.map((field) => TAG_FIELDS[field]) },
      replacedById: null,
    },
    select: {
      slug: true,
      vocabulary: true,
      labelNl: true,
      altLabels: true,
      parent: { select: { slug: true } },
    },
    orderBy: { id: 'asc' },
    take: MAX_TERMS,
  })
  return rows.flatMap(({ slug, vocabulary, labelNl, altLabels, parent }) => {
    const field = fields.find((one) => TAG_FIELDS[one] === vocabulary)
    return field
      ? [{ field, slug, label: labelNl, alternatives: altLabels, parent: parent?.slug ?? null }]
      : []
  })
}

async function listPlaces(): Promise<KnownPlace[]> {
  const rows = await db.region.findMany({
    where: { type: { in: ['province', 'labour_market', 'ser', 'municipality'] } },
    select: {
      name: true,
      nameVariants: true,
      type: true,
      slug: true,
      parents: {
        where: { validToYear: null, parent: { type: 'labour_market' } },
        select: { parent: { select: { slug: true } } },
        take: 1,
      },
    },
    orderBy: { code: 'asc' },
    take: MAX_PLACES,
  })
  return rows.flatMap(({ name, nameVariants, type, slug, parents }) => {
    const chosen = type === 'municipality' ? parents[0]?.parent.slug : slug
    return chosen === undefined ? [] : [{ name, variants: nameVariants, type, slug: chosen }]
  })
}

/** The words and places that a document is read with. */
export async function getKnowledge(): Promise<Knowledge> {
  const [terms, places] = await Promise.all([listTerms(), listPlaces()])
  return { terms, places }
}

const proposalsSchema = z.array(
  z.object({
    field: z.enum(PROPOSAL_FIELDS),
    value: z.string(),
    passage: z.object({
      text: z.string(),
      marks: z.array(z.tuple([z.number(), z.number()])),
    }),
    rule: z.enum(PROPOSAL_RULES),
    because: z.string(),
    strength: z.enum(['strong', 'weak']),
    result: z
      .object({
        kind: z.enum(['reach', 'output', 'outcome', 'intention', 'arrangement', 'qualitative']),
        label: z.string(),
        unit: z.string(),
      })
      .optional(),
  }),
)

/** A reading of this person that is not over yet, or null. */
export async function getReading(
  id: string,
  userId: string,
  now: Date,
): Promise<StoredReading | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.documentReading.findFirst({
    where: { id, userId, expiresAt: { gt: now } },
    select: { id: true, source: true, proposals: true, expiresAt: true },
  })
  const proposals = proposalsSchema.safeParse(row?.proposals)
  if (!row || !proposals.success) return null
  return {
    ...row,
    proposals: proposals.data.map(({ result, ...proposal }) =>
      result ? { ...proposal, result } : proposal,
    ),
  }
}
