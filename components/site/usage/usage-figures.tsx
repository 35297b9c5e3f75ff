import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { CountBars } from '@/components/base/charts/count-bars'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { Button } from '@/components/base/ui/button'
import { DataTable } from '@/components/base/ui/data-table'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'
import { amountOf, MIN_SHOWN } from '@/lib/site/usage/rules'
import type { MonthCount, PageCount } from '@/lib/site/usage/types'
import { amountWords, kindWords, pageWords } from './amount-words'

/** A bar is as exact as the number beside it. */
const shown = (views: number) => (amountOf(views).kind === 'exact' ? views : 0)

export function UsageMonths({ months }: { months: readonly MonthCount[] }) {
  const t = useTranslations('usage')
  const format = useFormatter()
  return (
    <Section id="maanden" title={t('perMonth')}>
      <CountBars
        label={t('perMonth')}
        bars={months.map(({ month, views }) => ({
          key: month,
          title: format.dateTime(noonOf(month), 'month'),
          text: amountWords(t, views),
          count: shown(views),
        }))}
      />
    </Section>
  )
}

function MonthChoice({ month, months }: { month: CalendarDate; months: readonly MonthCount[] }) {
  const t = useTranslations('usage')
  const format = useFormatter()
  const action = getPathname({ href: '/workspace/admin/usage', locale: useLocale() })
  return (
    <form action={action} className="mb-6 flex flex-wrap items-end gap-4">
      <FilterSelect
        name="maand"
        label={t('month')}
        value={month.slice(0, 7)}
        all={format.dateTime(noonOf(months[0]?.month ?? month), 'month')}
      >
        {months.slice(1).map((one) => (
          <option key={one.month} value={one.month.slice(0, 7)}>
            {format.dateTime(noonOf(one.month), 'month')}
          </option>
        ))}
      </FilterSelect>
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
    </form>
  )
}

interface UsageOfMonthProps {
  month: CalendarDate
  months: readonly MonthCount[]
  kinds: readonly { kind: string; views: number }[]
  pages: readonly PageCount[]
}

export function UsageOfMonth({ month, months, kinds, pages }: UsageOfMonthProps) {
  const t = useTranslations('usage')
  const file = getPathname({ href: '/workspace/admin/usage/file', locale: useLocale() })
  return (
    <Section id="maand" title={t('monthOf', { month: noonOf(month) })}>
      <MonthChoice month={month} months={months} />
      {pages.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <>
          <h3 className="mb-3">{t('perKind')}</h3>
          <CountBars
            label={t('perKind')}
            bars={kinds.map(({ kind, views }) => ({
              key: kind,
              title: kindWords(t, kind),
              text: amountWords(t, views),
              count: shown(views),
            }))}
          />
          <h3 className="mt-8 mb-3">{t('most')}</h3>
          <DataTable
            caption={t('most')}
            captionHidden
            rows={pages}
            rowKey={({ kind, object }) => `${kind} ${object}`}
            columns={[
              { key: 'page', header: t('page'), cell: (row) => pageWords(t, row) },
              { key: 'kind', header: t('kindOf'), cell: ({ kind }) => kindWords(t, kind) },
              { key: 'views', header: t('views'), cell: ({ views }) => amountWords(t, views) },
            ]}
          />
          <p className="mt-4 text-sm text-muted">{t('fewWhy', { threshold: MIN_SHOWN })}</p>
          <p>
            <a
              href={`${file}?maand=${month.slice(0, 7)}`}
              rel="nofollow"
              className="inline-flex min-h-11 items-center"
            >
              {t('download')}
            </a>
          </p>
        </>
      )}
    </Section>
  )
}
