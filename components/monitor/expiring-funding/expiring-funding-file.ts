import { labelIn } from '@/lib/base/text/label'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import type { EndingStream } from '@/lib/monitor/expiring-funding/types'
import { qualifierOf } from '@/lib/base/amounts/rules'
import type { Table } from '@/lib/base/files/workbook'

export async function expiringFundingFile(
  streams: readonly EndingStream[],
  locale: Locale,
): Promise<{ name: string; table: Table }> {
  const [t, qualifiers] = await Promise.all([
    getTranslations({ locale, namespace: 'expiringFunding' }),
    getTranslations({ locale, namespace: 'policies.edit.qualifier' }),
  ])
  const list = (values: readonly string[]) => [...new Set(values)].join('; ')
  return {
    name: t('file.name'),
    table: {
      name: t('title'),
      header: (
        [
          'provider',
          'type',
          'amount',
          'qualifier',
          'ends',
          'follow',
          'measure',
          'goals',
          'regions',
          'initiatives',
        ] as const
      ).map((key) => t(`file.${key}`)),
      rows: streams.map(
        ({
          provider,
          type,
          amountEuro,
          amountQualifier,
          endsOn,
          follow,
          measure,
          goals,
          initiatives,
        }) => [
          provider,
          labelIn(locale, type),
          amountEuro,
          amountEuro === null ? null : qualifiers(qualifierOf(amountQualifier)),
          endsOn,
          endsOn === null ? null : t(`follow.${follow}`),
          measure?.title ?? null,
          list(goals.map(({ title }) => title)),
          list(goals.map(({ regionName }) => regionName)),
          list(initiatives.map(({ title }) => title)),
        ],
      ),
    },
  }
}
