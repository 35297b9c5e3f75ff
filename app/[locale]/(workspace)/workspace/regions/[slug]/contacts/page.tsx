import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JoinAsContact } from '@/components/exchange/contacts/join-as-contact'
import { ContactPersonList } from '@/components/exchange/contacts/contact-person-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadContactWork } from '@/lib/exchange/contacts/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

async function load(params: Props['params']) {
  const { locale, slug } = await params
  return loadContactWork(
    slug,
    getPathname({
      href: { pathname: '/workspace/regions/[slug]/contacts', params: { slug } },
      locale,
    }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ region }, t] = await Promise.all([load(params), getTranslations('contacts.work')])
  return { title: t('title', { region: region.name }) }
}

export default async function RegionContactsPage({ params }: Props) {
  const [{ region, own, isFull, reader, people }, t, workspace, nav] = await Promise.all([
    load(params),
    getTranslations('contacts.work'),
    getTranslations('workspace'),
    getTranslations('contacts.region'),
  ])
  const regionId = region.id
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          {
            label: region.name,
            href: { pathname: '/workspace/regions/[slug]', params: { slug: region.slug } },
          },
          { label: nav('keep') },
        ]}
      />
      <PageHeader title={t('title', { region: region.name })} lead={t('lead')}>
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/regions/[slug]', params: { slug: region.slug } }}
          >
            {t('toPage')}
          </ButtonLink>
        </p>
      </PageHeader>
      <Section id="mensen" title={t('people')}>
        {people.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
        ) : (
          <ContactPersonList people={people} regionId={regionId} />
        )}
      </Section>
      <JoinAsContact own={own} isFull={isFull} reader={reader} regionId={regionId} />
    </Page>
  )
}
