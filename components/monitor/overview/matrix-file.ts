import { labelIn } from '@/lib/base/text/label'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import { spreadText, totalOf } from '@/components/knowledge/evidence/evidence-text'
import { EVIDENCE_DIRECTIONS } from '@/lib/knowledge/evidence/types'
import type { Matrix } from '@/lib/monitor/overview/loaders'
import type { MatrixTerm } from '@/lib/monitor/overview/types'
import type { Table } from '@/lib/base/files/workbook'

export async function matrixFile(
  { choice, cells, criteria, groups, instruments }: Matrix,
  locale: Locale,
): Promise<{ name: string; table: Table }> {
  const [t, evidence, format] = await Promise.all([
    getTranslations({ locale, namespace: 'overview' }),
    getTranslations({ locale, namespace: 'evidence' }),
    getFormatter({ locale }),
  ])
  const label = ({ labelNl, labelEn }: Pick<MatrixTerm, 'labelNl' | 'labelEn'>) =>
    labelIn(locale, { labelNl, labelEn })
  const of = (terms: readonly MatrixTerm[]) =>
    new Map(terms.map((term) => [term.slug, label(term)]))
  const [groupText, instrumentText] = [of(groups.used), of(instruments.used)]
  const criterion = criteria.find(({ number }) => number === choice.criterion)
  return {
    name: t('file.name'),
    table: {
      name: t('title'),
      header: [
        t('group'),
        t('instrument'),
        t('file.initiatives'),
        t('file.reached'),
        t('file.reachKnown'),
        ...EVIDENCE_DIRECTIONS.map((direction) => evidence(`direction.${direction}`)),
        t('file.spread'),
        t('file.median', { criterion: criterion ? label(criterion) : '' }),
        t('file.judged'),
        t('file.adoptions'),
      ],
      rows: cells.map((cell) => [
        groupText.get(cell.group) || t('noGroup'),
        instrumentText.get(cell.instrument) || t('noInstrument'),
        cell.initiatives,
        cell.reached,
        cell.reachKnown,
        ...EVIDENCE_DIRECTIONS.map((direction) => totalOf(cell.evidence, direction)),
        spreadText({ t: evidence, format }, cell.evidence),
        cell.median,
        cell.judged,
        cell.adoptions,
      ]),
    },
  }
}
