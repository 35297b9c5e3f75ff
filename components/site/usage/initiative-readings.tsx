import { getTranslations } from 'next-intl/server'
import { noonOf } from '@/lib/base/text/calendar'
import { loadInitiativeReadings } from '@/lib/site/usage/loaders'
import { amountWords } from './amount-words'

/** For who keeps an initiative: how often it was read this month and the one before. */
export async function InitiativeReadings({ slug }: { slug: string }) {
  const [t, months] = await Promise.all([getTranslations('usage'), loadInitiativeReadings(slug)])
  return (
    <p className="text-sm">
      <span className="font-semibold">{t('read')}:</span>{' '}
      {months
        .map(({ month, views }) =>
          t('readIn', { amount: amountWords(t, views), month: noonOf(month) }),
        )
        .join(', ')}
      . <span className="text-muted">{t('readWhy')}</span>
    </p>
  )
}
