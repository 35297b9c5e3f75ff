import { labelIn } from '@/lib/base/text/label'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import type { Locale } from '@/i18n/routing'
import { evidenceText, spreadText, totalOf } from '@/components/knowledge/evidence/evidence-text'
import { countOf, seenIn } from '@/lib/knowledge/evidence/direction.rules'
import { EVIDENCE_DIRECTIONS } from '@/lib/knowledge/evidence/types'
import type { RegionComparison, RegionList } from '@/lib/monitor/peers/loaders'
import type { PeerColumn } from '@/lib/monitor/peers/types'
import { oneFigure } from '@/lib/base/amounts/rules'
import type { Amounts } from '@/lib/base/amounts/types'
import type { Table, TableRow } from '@/lib/base/files/workbook'

async function noteText(locale: Locale): Promise<(amounts: Amounts) => string | null> {
  const [together, format] = await Promise.all([
    getTranslations({ locale, namespace: 'policies.together' }),
    getFormatter({ locale }),
  ])
  return (amounts) =>
    amounts.known === 0 || oneFigure(amounts) !== null
      ? null
      : moneyText(together, (euro) => format.number(euro, EURO), amounts)
}

export async function comparisonFile(
  { columns, groups, year }: RegionComparison,
  locale: Locale,
): Promise<{ name: string; table: Table }> {
  const [t, decisions, evidence] = await Promise.all([
    getTranslations({ locale, namespace: 'peers' }),
    getTranslations({ locale, namespace: 'chains.verdict.decision' }),
    getTranslations({ locale, namespace: 'evidence' }),
  ])
  const note = await noteText(locale)
  const line = (
    part: 'people' | 'goals' | 'money' | 'initiatives' | 'verdicts' | 'evidence',
    head: string,
    cell: (column: PeerColumn) => string | number | null,
  ): TableRow => [t(`parts.${part}`), head, ...columns.map(cell)]
  return {
    name: t('file.name'),
    table: {
      name: t('file.sheet', { year: String(year) }),
      header: [t('file.part'), t('what'), ...columns.map(({ region }) => region.name)],
      rows: [
        line('people', t('rows.uwv'), ({ uwv }) => uwv?.value ?? null),
        line('people', t('rows.cbs'), ({ cbs }) => cbs?.value ?? null),
        line('goals', t('rows.goals'), ({ goals }) => goals),
        line('goals', t('rows.ownGoals'), ({ ownGoals }) => ownGoals),
        line('goals', t('rows.served'), ({ goalsServed }) => goalsServed),
        line('goals', t('rows.measures'), ({ measures }) => measures),
        line('goals', t('rows.openEnds'), ({ openEnds }) => openEnds),
        line('money', t('rows.streams'), ({ streams }) => streams),
        line('money', t('rows.euro'), ({ amounts }) => oneFigure(amounts)),
        line('money', t('rows.euroNote'), ({ amounts }) => note(amounts)),
        line('money', t('rows.unknown'), ({ unknownAmounts }) => unknownAmounts),
        line('money', t('rows.ending'), ({ ending }) => ending),
        line('initiatives', t('rows.initiatives'), ({ initiatives }) => initiatives),
        ...groups.map((group) =>
          line('initiatives', labelIn(locale, group), ({ perGroup }) => perGroup[group.slug] ?? 0),
        ),
        line('verdicts', t('rows.verdicts', { year: String(year) }), ({ verdicts }) => verdicts),
        ...(['continue', 'adapt', 'stop', 'undecided'] as const).map((decision) =>
          line('verdicts', decisions(decision), (column) => column.decisions[decision]),
        ),
        line('evidence', t('rows.measured'), ({ measured }) => measured),
        ...seenIn(columns.map((column) => column.evidence)).map((one) =>
          line('evidence', evidenceText({ t: evidence }, one), (column) =>
            countOf(column.evidence, one),
          ),
        ),
      ],
    },
  }
}

export async function regionsFile(
  { rows, year }: RegionList,
  locale: Locale,
): Promise<{ name: string; table: Table }> {
  const [t, kinds, words, format] = await Promise.all([
    getTranslations({ locale, namespace: 'peers' }),
    getTranslations({ locale, namespace: 'regions.kind' }),
    getTranslations({ locale, namespace: 'evidence' }),
    getFormatter({ locale }),
  ])
  const note = await noteText(locale)
  return {
    name: t('file.listName'),
    table: {
      name: t('file.sheet', { year: String(year) }),
      header: [
        t('list.region'),
        t('file.kind'),
        t('rows.ownGoals'),
        t('rows.measures'),
        t('rows.verdicts', { year: String(year) }),
        t('rows.streams'),
        t('rows.euro'),
        t('rows.euroNote'),
        t('rows.unknown'),
        t('rows.initiatives'),
        t('rows.measured'),
        ...EVIDENCE_DIRECTIONS.map((direction) => words(`direction.${direction}`)),
        t('list.evidence'),
      ],
      rows: rows.map(
        ({
          region,
          goals,
          measures,
          verdicts,
          streams,
          amounts,
          initiatives,
          measured,
          evidence,
        }) => [
          region.name,
          kinds(region.type),
          goals,
          measures,
          verdicts,
          streams,
          oneFigure(amounts),
          note(amounts),
          streams - amounts.known,
          initiatives,
          measured,
          ...EVIDENCE_DIRECTIONS.map((direction) => totalOf(evidence, direction)),
          spreadText({ t: words, format }, evidence),
        ],
      ),
    },
  }
}
