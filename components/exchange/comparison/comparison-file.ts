import { labelIn } from '@/lib/base/text/label'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import type { Compared } from '@/lib/exchange/comparison/types'
import { toXlsx, type TableRow } from '@/lib/base/files/workbook'
import { comparisonGroups } from './comparison-rows'
import { letterOf } from './letters'
import { scoreText } from './score-text'

const LABEL_WIDTH = 28
const COLUMN_WIDTH = 44

export async function comparisonFile(
  compared: readonly Compared[],
  locale: Locale,
): Promise<Buffer> {
  const [t, groups, describe] = await Promise.all([
    getTranslations({ locale, namespace: 'comparison' }),
    comparisonGroups(compared, locale),
    scoreText(locale),
  ])
  const titles = compared.map(({ initiative }, index) => `${letterOf(index)}. ${initiative.title}`)
  const points: TableRow[] = groups.flatMap(({ rows }) =>
    rows.map((row) => [
      row.label,
      ...row.cells.map((cell) =>
        cell.length === 0 ? t('notKnown') : cell.map(({ text }) => text).join('\n'),
      ),
      row.difference,
    ]),
  )
  const scores: TableRow[] = (compared[0]?.profile ?? []).map((line, criterion) => [
    labelIn(locale, line),
    ...compared.map(({ profile }) => {
      const own = profile[criterion]
      return own ? describe(own) : ''
    }),
  ])
  return toXlsx([
    {
      name: t('tableCaption'),
      header: [t('row'), ...titles, t('difference')],
      rows: points,
      widths: [LABEL_WIDTH, ...titles.map(() => COLUMN_WIDTH), LABEL_WIDTH],
    },
    {
      name: t('scoresCaption'),
      header: [t('criterion'), ...titles],
      rows: scores,
      widths: [LABEL_WIDTH, ...titles.map(() => COLUMN_WIDTH)],
    },
  ])
}
