import { labelIn } from '@/lib/base/text/label'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import type { Gaps } from '@/lib/monitor/gaps/loaders'
import { COUNTERS, type GroupCount } from '@/lib/monitor/gaps/types'
import type { Table } from '@/lib/base/files/workbook'

export async function gapsFile(
  { all }: Gaps,
  locale: Locale,
): Promise<{ name: string; table: Table }> {
  const t = await getTranslations({ locale, namespace: 'gaps' })
  const period = (count: GroupCount | null) => count?.periodLabel ?? null
  return {
    name: t('file.name'),
    table: {
      name: t('title'),
      header: [
        t('region'),
        t('file.kind'),
        t('file.group'),
        ...COUNTERS.flatMap((counter) => [
          t(`counter.${counter}`),
          t('file.qualifier'),
          t('file.period'),
          t('file.source'),
        ]),
        t('file.own'),
        t('file.helps'),
        t('file.noGain'),
        t('file.wider'),
      ],
      rows: all.map(({ region, group, counts, own, wider, found }) => [
        region.name,
        t(`file.${region.type}`),
        labelIn(locale, group),
        ...COUNTERS.flatMap((counter) => [
          counts[counter]?.value ?? null,
          counts[counter]?.qualifier ?? null,
          period(counts[counter]),
          counts[counter]?.source.name ?? null,
        ]),
        own,
        found.helps,
        found.noGain,
        wider,
      ]),
    },
  }
}
