import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import type { Vocabulary } from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/base/db/db'
import { known, planLoad, planned, type LoadResult } from './plan'
import { readReference } from './reference'

export const VOCABULARIES = {
  targetGroups: 'target_group',
  sectors: 'sector',
  instruments: 'instrument',
  societalChallenges: 'societal_challenge',
  drivers: 'driver',
  approachStyles: 'approach_style',
  actionPerspectives: 'action_perspective',
  evidenceLevels: 'evidence_level',
  policyInstrumentTypes: 'policy_instrument_type',
  fundingTypes: 'funding_type',
  barriers: 'barrier',
  resultTypes: 'result_type',
  subsidyAlignment: 'subsidy_alignment',
  displacement: 'displacement',
  initiativeStatus: 'initiative_status',
  valuePerspectives: 'value_perspective',
  registrationSources: 'registration_source',
  outcomes: 'outcome',
} as const satisfies Record<string, Vocabulary>

export type VocabularyName = keyof typeof VOCABULARIES
export const vocabularyNames = Object.keys(VOCABULARIES) as VocabularyName[]

const termEntry = z
  .object({
    slug: z.string(),
    labelNl: z.string(),
    labelEn: z.string(),
    definition: z.string(),
    note: z.string().nullish(),
    parent: z.string().nullish(),
    reportRef: z.string().nullish(),
  })
  .catchall(z.json())

const anchors = z.object({
  '1': z.string(),
  '2': z.string(),
  '3': z.string(),
  '4': z.string(),
  '5': z.string(),
})

const criterionText = z.object({
  definition: z.string(),
  guidingQuestions: z.array(z.string()).min(1),
  anchors,
  notRatableWhen: z.string(),
  note: z.string().nullable(),
})

const criterionEntry = criterionText.extend({
  number: z.int(),
  slug: z.string(),
  labelNl: z.string(),
  labelEn: z.string(),
})

type PerVocabulary<Schema extends z.ZodType> = Record<VocabularyName, Schema>
const perVocabulary = <Schema extends z.ZodType>(schema: Schema) =>
  Object.fromEntries(vocabularyNames.map((name) => [name, schema])) as PerVocabulary<Schema>

const taxonomyFile = z.object({
  ...perVocabulary(z.array(termEntry)),
  criteria: z.array(criterionEntry),
  meta: z.object({ counts: z.record(z.string(), z.number()) }),
})

const englishFile = z.object({
  ...perVocabulary(z.record(z.string(), z.string())),
  notes: z.record(z.string(), z.string()),
  criteria: z.record(z.string(), criterionText),
})

const alternativesFile = z.partialRecord(
  z.enum(vocabularyNames),
  z.record(z.string(), z.array(z.string())),
)

export const readTaxonomy = () => ({
  dutch: readReference('reference/taxonomy.json', taxonomyFile),
  english: readReference('reference/taxonomy.en.json', englishFile),
  alternatives: readReference('reference/taxonomy.synonyms.json', alternativesFile),
})

export type Taxonomy = ReturnType<typeof readTaxonomy>

export function termRows({ dutch, english, alternatives }: Taxonomy, name: VocabularyName) {
  return dutch[name].map((entry, index) => {
    const { slug, labelNl, labelEn, definition, note, reportRef } = entry
    const definitionEn = english[name][slug]
    if (definitionEn === undefined)
      throw new Error(`Seed: no English definition for ${name} "${slug}"`)
    const noteEn = english.notes[`${name}.${slug}`]
    const own = Object.entries(entry).filter(([field]) => !(field in termEntry.shape))
    const attributes = Object.fromEntries(noteEn === undefined ? own : [...own, ['noteEn', noteEn]])
    return {
      vocabulary: VOCABULARIES[name],
      slug,
      labelNl,
      labelEn,
      definitionEn,
      definitionNl: definition,
      noteNl: note ?? null,
      altLabels: alternatives[name]?.[slug] ?? [],
      position: index + 1,
      reportRef: reportRef ?? null,
      attributes: Object.keys(attributes).length > 0 ? attributes : undefined,
    }
  })
}

const five = (texts: z.infer<typeof anchors>) => [
  texts['1'],
  texts['2'],
  texts['3'],
  texts['4'],
  texts['5'],
]

export function criterionRows({ dutch, english }: Taxonomy) {
  return dutch.criteria.map((entry) => {
    const words = english.criteria[entry.slug]
    if (!words) throw new Error(`Seed: no English words for criterion "${entry.slug}"`)
    return {
      number: entry.number,
      slug: entry.slug,
      labelNl: entry.labelNl,
      labelEn: entry.labelEn,
      definitionNl: entry.definition,
      definitionEn: words.definition,
      guidingQuestionsNl: entry.guidingQuestions,
      guidingQuestionsEn: words.guidingQuestions,
      anchorsNl: five(entry.anchors),
      anchorsEn: five(words.anchors),
      notRatableWhenNl: entry.notRatableWhen,
      notRatableWhenEn: words.notRatableWhen,
      noteNl: entry.note,
      noteEn: words.note,
    }
  })
}

/** What an administrator changed is theirs: an update of the software leaves it as it is. */
async function listChanged(tx: Transaction): Promise<ReadonlySet<string>> {
  const rows = await tx.term.findMany({
    where: { changedAt: { not: null } },
    select: { vocabulary: true, slug: true },
  })
  return new Set(rows.map(({ vocabulary, slug }) => `${vocabulary} ${slug}`))
}

async function loadTerms(
  tx: Transaction,
  taxonomy: Taxonomy,
  changed: ReadonlySet<string>,
): Promise<LoadResult> {
  const wanted = vocabularyNames
    .flatMap((name) => termRows(taxonomy, name))
    .filter(({ vocabulary, slug }) => !changed.has(`${vocabulary} ${slug}`))
  const stored = await tx.term.findMany({
    where: { changedAt: null },
    select: {
      vocabulary: true,
      slug: true,
      labelNl: true,
      labelEn: true,
      definitionNl: true,
      definitionEn: true,
      noteNl: true,
      altLabels: true,
      position: true,
      reportRef: true,
      attributes: true,
    },
  })
  const plan = planLoad(wanted, stored, ['vocabulary', 'slug'])
  await tx.term.createMany({ data: plan.create })
  for (const row of plan.update) {
    const { vocabulary, slug } = row
    const data = { ...row, attributes: row.attributes ?? Prisma.DbNull }
    await tx.term.update({
      where: { vocabulary_slug: { vocabulary, slug } },
      data,
      select: { id: true },
    })
  }
  return planned(plan)
}

async function linkParents(
  tx: Transaction,
  { dutch }: Taxonomy,
  changed: ReadonlySet<string>,
): Promise<number> {
  const stored = await tx.term.findMany({
    select: { id: true, vocabulary: true, slug: true, parentId: true },
  })
  const byKey = new Map(stored.map((term) => [`${term.vocabulary} ${term.slug}`, term]))
  const moved = new Map<string | null, string[]>()
  for (const name of vocabularyNames) {
    for (const { slug, parent } of dutch[name]) {
      if (changed.has(`${VOCABULARIES[name]} ${slug}`)) continue
      const term = known(byKey, `${VOCABULARIES[name]} ${slug}`, 'term')
      const parentId = parent ? known(byKey, `${VOCABULARIES[name]} ${parent}`, 'term').id : null
      if (term.parentId !== parentId) moved.set(parentId, [...(moved.get(parentId) ?? []), term.id])
    }
  }
  for (const [parentId, ids] of moved)
    await tx.term.updateMany({ where: { id: { in: ids } }, data: { parentId } })
  return [...moved.values()].flat().length
}

/** Terms that left the file stay, because data may use them. */
export async function loadTaxonomy(tx: Transaction): Promise<LoadResult> {
  const taxonomy = readTaxonomy()
  const changed = await listChanged(tx)
  const terms = await loadTerms(tx, taxonomy, changed)
  const moved = await linkParents(tx, taxonomy, changed)

  const stored = await tx.criterion.findMany()
  const criteria = planLoad(criterionRows(taxonomy), stored, ['slug'])
  await tx.criterion.createMany({ data: criteria.create })
  for (const row of criteria.update)
    await tx.criterion.update({ where: { slug: row.slug }, data: row, select: { id: true } })

  const counted = planned(criteria)
  const movedOnly = terms.created > 0 ? 0 : moved
  return {
    created: terms.created + counted.created,
    updated: terms.updated + counted.updated + movedOnly,
  }
}

/** Ids by vocabulary and slug; a merged term has the id of its successor. */
export async function termIds(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.term.findMany({
    select: { id: true, vocabulary: true, slug: true, replacedById: true },
  })
  return new Map(rows.map((row) => [`${row.vocabulary} ${row.slug}`, row.replacedById ?? row.id]))
}
