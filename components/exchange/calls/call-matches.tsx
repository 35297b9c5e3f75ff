import { labelIn } from '@/lib/base/text/label'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { loadMatches } from '@/lib/exchange/calls/loaders'
import { MAX_MATCHES } from '@/lib/exchange/calls/rules'
import type { CallMatch, CallView } from '@/lib/exchange/calls/types'

export async function CallMatches({ call }: { call: CallView }) {
  const [t, locale, { initiatives, regions }] = await Promise.all([
    getTranslations('calls.matches'),
    getLocale(),
    loadMatches(call),
  ])
  if (initiatives.length === 0) return <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
  const names = new Map(
    call.terms.map((term) => [`${term.vocabulary} ${term.slug}`, labelIn(locale, term)]),
  )
  const because = (reasons: CallMatch['reasons']) =>
    reasons
      .map(({ kind, slugs }) =>
        t(`reason.${kind}`, {
          terms: slugs.map((slug) => names.get(`${kind} ${slug}`) ?? slug).join(', '),
        }),
      )
      .join('; ')
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <ol>
        {initiatives.slice(0, MAX_MATCHES).map(({ slug, title, reasons }) => (
          <li key={slug} className="border-t border-hairline py-4 last:border-b">
            <h3 className="text-lg" lang="nl">
              <TextLink
                href={{ pathname: '/initiatives/[slug]', params: { slug } }}
                prefetch={false}
              >
                {title}
              </TextLink>
            </h3>
            <p className="mt-1 text-sm text-muted">
              {t('because')} {because(reasons)}
            </p>
          </li>
        ))}
      </ol>
      {regions.length === 0 ? null : (
        <div>
          <h3 className="text-lg">{t('regions')}</h3>
          <ul className="mt-3">
            {regions.map(({ slug, name, count }) => (
              <li key={slug} className="border-t border-hairline py-2.5">
                <TextLink href={{ pathname: '/regions/[slug]', params: { slug } }} prefetch={false}>
                  {name}
                </TextLink>{' '}
                <span className="text-sm text-muted">{t('region', { count })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
