import { labelIn } from '@/lib/base/text/label'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import { EVIDENCE_LEVELS } from '@/lib/knowledge/evidence/types'
import type { Matrix } from '@/lib/monitor/overview/loaders'
import type { MatrixTerm } from '@/lib/monitor/overview/types'
import type { Table } from '@/lib/base/files/workbook'

export async function matrixFile(
  { choice, cells, criteria, groups, instruments }: Matrix,
  locale: Locale,
): Promise<{ name: string; table: Table }> {
  const [t, levels] = await Promise.all([
    getTranslations({ locale, namespace: 'overview' }),
    getTranslations({ locale, namespace: 'evidence.level' }),
  ])
  const label = ({ labelNl, labelEn }: Pick<MatrixTerm, 'labelNl' | 'labelEn'>) =>
    labelIn(locale, { labelNl, labelEn })
  const of = (terms: readonly MatrixTerm[]) =>
    new Map(terms.map((term) => [term.slug, label(term)]))
  const [groupText, instrumentText] = [of(groups.used), of(instruments.used)]
  const level = (rank: number) => levels(EVIDENCE_LEVELS[rank] ?? 'onbekend')
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
        t('file.best'),
        t('file.weakest'),
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
        level(cell.bestRank),
        level(cell.weakestRank),
        cell.median,
        cell.judged,
        cell.adoptions,
      ]),
    },
  }
}
