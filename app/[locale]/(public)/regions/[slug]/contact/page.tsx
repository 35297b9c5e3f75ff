import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SentContacts } from '@/components/exchange/contacts/sent-contacts'
import { WriteToRegion } from '@/components/exchange/contacts/write-to-region'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadRegionContact } from '@/lib/exchange/contacts/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<{ aan?: string | string[] }>
}

async function load({ params, searchParams }: Props) {
  const [{ locale, slug }, { aan }] = await Promise.all([params, searchParams])
  const chosen = typeof aan === 'string' ? { aan } : {}
  return {
    chosen: chosen.aan,
    ...(await loadRegionContact(
      slug,
      getPathname({
        href: { pathname: '/regions/[slug]/contact', params: { slug }, query: chosen },
        locale,
      }),
    )),
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ region, people }, t, contacts] = await Promise.all([
    load(props),
    getTranslations('contacts.region'),
    getTranslations('contacts'),
  ])
  const [only] = people
  return {
    title:
      people.length === 1 && only
        ? contacts('title', { name: only.name })
        : t('writeTitle', { region: region.name }),
    robots: { index: false },
  }
}

export default async function RegionContactPage(props: Props) {
  const [{ region, people, chosen, sender, sent }, t, contacts] = await Promise.all([
    load(props),
    getTranslations('contacts.region'),
    getTranslations('contacts'),
  ])
  const [only] = people
  const title =
    people.length === 1 && only
      ? contacts('title', { name: only.name })
      : t('writeTitle', { region: region.name })
  const reachable = people.filter((one) => one.reachable)
  const [first] = reachable
  return (
    <Page>
      <Breadcrumbs
        items={[
          {
            label: region.name,
            href: { pathname: '/regions/[slug]', params: { slug: region.slug } },
          },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={t('writeLead')} />
      {first ? (
        <WriteToRegion
          reachable={reachable}
          first={first}
          region={region}
          chosen={chosen}
          email={sender.email}
        />
      ) : (
        <Notice tone="attention" title={t('unreachable', { region: region.name })}>
          {t('unreachableWhy')}
        </Notice>
      )}
      {sent.length > 0 ? (
        <Section id="verstuurd" title={contacts('sentTitle')} className="mt-12">
          <SentContacts contacts={sent} />
        </Section>
      ) : null}
    </Page>
  )
}
