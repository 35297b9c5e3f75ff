import 'server-only'
import { db } from '@/lib/base/db/db'
import { listRegionChoices } from '@/lib/base/regions/data'
import { TAG_FIELDS, type EditingOption, type EditingOptions } from './types'

const OPTION_VOCABULARIES = { ...TAG_FIELDS, styles: 'approach_style' } as const

/** Everything an editor can tag with: terms by field, and regions by province. */
export async function listEditingOptions(): Promise<EditingOptions> {
  const [terms, regions] = await Promise.all([
    db.term.findMany({
      where: { vocabulary: { in: Object.values(OPTION_VOCABULARIES) }, replacedById: null },
      select: {
        vocabulary: true,
        slug: true,
        labelNl: true,
        labelEn: true,
        definitionNl: true,
        definitionEn: true,
        altLabels: true,
        retiredOn: true,
        parent: { select: { slug: true } },
      },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      take: 1_000,
    }),
    listRegionChoices([{ name: 'asc' }, { code: 'asc' }]),
  ])
  const ofVocabulary = (wanted: string): EditingOption[] =>
    terms
      .filter(({ vocabulary }) => vocabulary === wanted)
      .map(({ slug, labelNl, labelEn, definitionNl, definitionEn, altLabels, ...term }) => ({
        slug,
        labelNl,
        labelEn,
        definitionNl,
        definitionEn,
        altLabels,
        parent: term.parent?.slug ?? null,
        retired: term.retiredOn !== null,
      }))
  return {
    targetGroups: ofVocabulary('target_group'),
    sectors: ofVocabulary('sector'),
    instruments: ofVocabulary('instrument'),
    plannedInstruments: ofVocabulary('instrument'),
    blockedInstruments: ofVocabulary('instrument'),
    challenges: ofVocabulary('societal_challenge'),
    drivers: ofVocabulary('driver'),
    styles: ofVocabulary('approach_style'),
    regions: regions.map(({ slug, name, type, province, retired }) => ({
      slug,
      name,
      type,
      province,
      retired,
    })),
  }
}
