import { labelIn } from '@/lib/base/text/label'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import type { Table } from '@/lib/base/files/workbook'
import type { Welfare } from '@/lib/monitor/welfare/loaders'

export async function welfareFile(
  { shown, balance }: Welfare,
  part: 'figures' | 'balance',
  locale: Locale,
): Promise<{ name: string; table: Table }> {
  const [t, labels] = await Promise.all([
    getTranslations({ locale, namespace: 'welfare' }),
    getTranslations({ locale, namespace: 'policies.tradeOffs' }),
  ])
  const figures: Table = {
    name: t('crumb'),
    header: [
      t('columns.what'),
      t('columns.area'),
      t('columns.value'),
      t('columns.unit'),
      t('columns.period'),
      t('columns.source'),
    ],
    rows: shown.map(({ indicator, breakdown, region, value, unit, periodLabel, source }) => [
      [labelIn(locale, indicator), ...Object.values(breakdown ?? {})].join(', '),
      region.name,
      value,
      unit,
      periodLabel,
      source.name,
    ]),
  }
  const answers: Table = {
    name: t('balance'),
    header: [
      t('initiative'),
      t('domain'),
      t('effect'),
      t('hoursColumn'),
      t('carriedBy'),
      t('source'),
    ],
    rows: balance.rows.map(({ initiative, domain, effect, hours, carriedBy, source }) => [
      initiative.title,
      labels(`domain.${domain}`),
      labels(`effect.${effect}`),
      hours,
      carriedBy,
      source,
    ]),
  }
  return { name: t(`file.${part}`), table: part === 'figures' ? figures : answers }
}
