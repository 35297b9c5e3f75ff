import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { TextLink } from '@/components/base/ui/text'
import { loadContactOf } from '@/lib/exchange/enquiries/loaders'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'

/** Who to turn to, and how. Never an address. */
export async function ContactOfInitiative({ initiative }: { initiative: InitiativeView }) {
  const [t, { name, answerer, mayWrite }] = await Promise.all([
    getTranslations('enquiries'),
    loadContactOf(initiative),
  ])
  const { slug } = initiative
  const who = [name ?? answerer.person, answerer.organisation].filter((part) => part !== null)
  return (
    <div className="mb-2 flex w-full flex-wrap items-center gap-x-6 gap-y-3 border-l-4 border-green pl-4">
      <p className="min-w-0">
        <span className="text-sm text-muted">{t('contact')}</span>
        <br />
        <span className="font-semibold">
          {who.length === 0 ? t('administrators') : who.join(', ')}
        </span>
      </p>
      {mayWrite ? (
        <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <ButtonLink
            href={{ pathname: '/initiatives/[slug]/contact', params: { slug } }}
            prefetch={false}
            rel="nofollow"
          >
            {t('button')}
          </ButtonLink>
          <TextLink
            href={{
              pathname: '/initiatives/[slug]/contact',
              params: { slug },
              query: { soort: 'fout' },
            }}
            prefetch={false}
            rel="nofollow"
            className="inline-flex min-h-11 items-center"
          >
            {t('mistake')}
          </TextLink>
        </p>
      ) : null}
    </div>
  )
}
