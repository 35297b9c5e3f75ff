import { getFormatter, getTranslations } from 'next-intl/server'
import { evidenceText, sizeText } from '@/components/knowledge/evidence/evidence-text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { Table, TableRow } from '@/lib/base/files/workbook'
import { origin } from '@/lib/base/runtime/env'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { labelIn } from '@/lib/base/text/label'
import type { CriterionProfile } from '@/lib/judgement/assessments/types'
import { headerOf } from '@/lib/knowledge/initiative-imports/columns.rules'
import { cellsOf, EXPORTED, type Names } from '@/lib/knowledge/initiative-imports/export.rules'
import { searchParameters } from '@/lib/knowledge/search/rules'
import type { SearchQuery } from '@/lib/knowledge/search/types'
import type { ExportedInitiative } from '@/lib/site/exports/types'

const LONG: readonly string[] = ['summary', 'problem', 'story', 'steps', 'results', 'impact']

const addressOf = ({ slug }: ExportedInitiative, locale: Locale) =>
  `${origin}${getPathname({ href: { pathname: '/initiatives/[slug]', params: { slug } }, locale })}`

/** A median of too few assessors is provisional and stands in no list. */
const scoreOf = ({ median, provisional }: CriterionProfile) => (provisional ? null : median)

const NOTHING_KNOWN = { rank: 0, direction: 'notCompared' } as const

async function loadWords(locale: Locale) {
  const [t, evidence, format] = await Promise.all([
    getTranslations({ locale, namespace: 'exports' }),
    getTranslations({ locale, namespace: 'evidence' }),
    getFormatter({ locale }),
  ])
  const proof = ({ evidence: found }: ExportedInitiative): TableRow => [
    evidenceText({ t: evidence }, found ?? NOTHING_KNOWN),
    evidence(`directionWhy.${(found ?? NOTHING_KNOWN).direction}`),
    sizeText({ t: evidence, format }, found?.size ?? null),
  ]
  return { t, evidence, proof }
}

interface ListOf {
  rows: readonly ExportedInitiative[]
  total: number
  query: SearchQuery
  names: Names
  locale: Locale
}

type Translate = Awaited<ReturnType<typeof getTranslations<'exports'>>>

/** What the list is a list of, for who gets the file from someone else. */
function aboutTable(t: Translate, { rows, total, query, locale }: Omit<ListOf, 'names'>): Table {
  const search = searchParameters({ q: query.q, selection: query.selection }).toString()
  const page = `${origin}${getPathname({ href: '/initiatives', locale })}${search === '' ? '' : `?${search}`}`
  return {
    name: t('about.sheet'),
    header: [t('about.what'), t('about.value')],
    rows: [
      [t('about.list'), page],
      [t('about.count'), t('about.of', { shown: rows.length, total })],
      [t('about.madeOn'), todayInNetherlands(new Date())],
      [t('about.scores'), t('about.scoresWhy')],
      [t('about.small'), t('about.smallWhy')],
      [t('about.back'), t('about.backWhy')],
    ],
    widths: [30, 90],
  }
}

/** The list with the columns of an import, and a sheet that says what it is a list of. */
export async function listTables({
  rows,
  total,
  query,
  names,
  locale,
}: ListOf): Promise<[Table, Table]> {
  const { t, evidence, proof } = await loadWords(locale)
  const criteria = rows[0]?.profile.map((criterion) => labelIn(locale, criterion)) ?? []
  const list: Table = {
    name: t('sheet'),
    header: [
      ...EXPORTED.map(headerOf),
      evidence('title'),
      evidence('directionTitle'),
      t('size'),
      ...criteria,
      t('example'),
      t('version'),
      t('published'),
      t('address'),
    ],
    rows: rows.map((one) => {
      const cells = cellsOf(one.content, { organisation: one.organisation, names })
      return [
        ...EXPORTED.map((field) => cells[field]),
        ...proof(one),
        ...one.profile.map(scoreOf),
        one.isExample ? t('yes') : '',
        one.version,
        one.publishedAt.slice(0, 10),
        addressOf(one, locale),
      ]
    }),
    widths: [
      ...EXPORTED.map((field) => (LONG.includes(field) ? 44 : 24)),
      20,
      36,
      44,
      ...criteria.map(() => 14),
      12,
      10,
      14,
      44,
    ],
  }
  return [list, aboutTable(t, { rows, total, query, locale })]
}
