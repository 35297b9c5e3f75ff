import { getTranslations } from 'next-intl/server'
import { comparisonGroups } from '@/components/exchange/comparison/comparison-rows'
import { scoreText } from '@/components/exchange/comparison/score-text'
import type { Locale } from '@/i18n/routing'
import { labelIn } from '@/lib/base/text/label'
import { oneLine, shortened } from '@/lib/base/text/text'
import { toApa } from '@/lib/knowledge/citations/rules'
import type { Portrait } from '@/lib/site/portraits/types'

export interface PortraitRow {
  label: string
  lines: string[]
}

export interface PortraitGroup {
  key: string
  title: string
  rows: PortraitRow[]
}

/** A portrait in words; page, document and slide show exactly this. */
export interface PortraitText {
  slug: string
  title: string
  kicker: string
  summary: string
  /** Why a reader should be careful: an example, stopped, judged again. */
  warnings: string[]
  /** In which direction the evidence points, always beside its level. */
  evidence: PortraitRow[]
  groups: PortraitGroup[]
  scores: PortraitRow[]
  contact: string
  source: string
  address: string
}

/** More lines than this go to the page: a portrait is two pages. */
const MAX_LINES = 4
const MAX_LINE = 220

const shortLine = (text: string) => shortened(oneLine(text), MAX_LINE)

const EVIDENCE_ROWS: readonly string[] = ['evidence', 'outcomes', 'reach']

type Translate = Awaited<ReturnType<typeof getTranslations<'portraits'>>>

function warningsOf(t: Translate, { initiative, blind }: Portrait['compared']): string[] {
  const { isExample, lifecycle, stopReason } = initiative
  return [
    ...(isExample ? [t('example')] : []),
    ...(lifecycle === 'stopped'
      ? [stopReason === null ? t('stopped') : t('stoppedWhy', { reason: shortLine(stopReason) })]
      : []),
    ...(blind ? [t('blind')] : []),
  ]
}

function contactOf({ initiative: { contact, organisationName } }: Portrait['compared']): string {
  if (contact === null) return organisationName
  return [contact.name, contact.role, organisationName].filter((part) => part !== null).join(', ')
}

async function loadWords(locale: Locale) {
  const [t, words, describe] = await Promise.all([
    getTranslations({ locale, namespace: 'portraits' }),
    getTranslations({ locale, namespace: 'evidence' }),
    scoreText(locale),
  ])
  const limited = (lines: readonly string[]) =>
    lines.length <= MAX_LINES
      ? lines.map(shortLine)
      : [
          ...lines.slice(0, MAX_LINES).map(shortLine),
          t('more', { count: lines.length - MAX_LINES }),
        ]
  return { t, words, describe, limited }
}

/** The words of one portrait. Figures too small to publish are left out by the rows themselves. */
export async function portraitText(portrait: Portrait, locale: Locale): Promise<PortraitText> {
  const { compared, citation } = portrait
  const direction = compared.evidence?.direction ?? 'notCompared'
  const { initiative, profile } = compared
  const [{ t, words, describe, limited }, groups] = await Promise.all([
    loadWords(locale),
    comparisonGroups([compared], locale),
  ])
  const rows = groups.map(({ key, title, rows: all }) => ({
    key,
    title,
    rows: all
      .map(({ key: row, label, cells, isText }) => {
        const texts = (cells[0] ?? []).map(({ text }) => text)
        // Tags fit on one line, sentences need one each.
        const asLines = isText || texts.length === 0 ? texts : [texts.join(', ')]
        return { row, label, lines: limited(asLines) }
      })
      .filter(({ lines }) => lines.length > 0),
  }))
  const proof = rows.flatMap((group) => group.rows.filter(({ row }) => EVIDENCE_ROWS.includes(row)))
  return {
    slug: initiative.slug,
    title: initiative.title,
    kicker: [initiative.organisationName, ...initiative.regions.map(({ name }) => name)].join(
      ' · ',
    ),
    summary: initiative.summary,
    warnings: warningsOf(t, compared),
    evidence: [
      { label: words('directionTitle'), lines: [words(`directionWhy.${direction}`)] },
      ...proof.map(({ label, lines }) => ({ label, lines })),
    ],
    groups: rows
      .filter(({ key }) => key !== 'proof')
      .map(({ key, title, rows: own }) => ({
        key,
        title,
        rows: own.map(({ label, lines }) => ({ label, lines })),
      }))
      .filter((group) => group.rows.length > 0),
    scores: profile.map((line) => ({ label: labelIn(locale, line), lines: [describe(line)] })),
    contact: contactOf(compared),
    source: toApa(citation),
    address: citation.url,
  }
}
