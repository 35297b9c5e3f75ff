import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SentContacts } from '@/components/exchange/contacts/sent-contacts'
import { WriteToRegion } from '@/components/exchange/contacts/write-to-region'
import { AskForm, kindOf } from '@/components/exchange/enquiries/ask-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { loadRegionContact } from '@/lib/exchange/contacts/loaders'
import { loadAsk } from '@/lib/exchange/enquiries/loaders'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ aan?: string | string[]; soort?: string | string[] }>
}

async function load({ params, searchParams }: Props) {
  const [{ slug }, { aan, soort }] = await Promise.all([params, searchParams])
  const kind = kindOf(soort)
  const direct = kind === 'question' ? await loadRegionContact(slug) : null
  return {
    slug,
    kind,
    chosen: typeof aan === 'string' ? aan : undefined,
    direct: direct ?? null,
    ask: direct ? null : await loadAsk('region', slug),
  }
}

type Loaded = Awaited<ReturnType<typeof load>>

async function titleOf({ kind, direct, ask }: Loaded) {
  const [t, contacts, form] = await Promise.all([
    getTranslations('contacts.region'),
    getTranslations('contacts'),
    getTranslations('enquiries.ask'),
  ])
  if (direct)
    return direct.people.length === 1
      ? contacts('title', { name: direct.first.name })
      : t('writeTitle', { region: direct.region.name })
  const about = { about: 'region', title: ask?.about.title ?? '' }
  return form(kind === 'mistake' ? 'titleMistake' : 'titleQuestion', about)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await titleOf(await load(props)), robots: { index: false } }
}

export default async function RegionContactPage(props: Props) {
  const loaded = await load(props)
  const { slug, kind, chosen, direct, ask } = loaded
  const title = await titleOf(loaded)
  const place = { pathname: '/regions/[slug]' as const, params: { slug } }
  if (ask)
    return (
      <Page className="pb-12">
        <Breadcrumbs items={[{ label: ask.about.title, href: place }, { label: title }]} />
        <PageHeader title={title} />
        <AskForm {...ask} kind={kind} chosen={chosen} />
      </Page>
    )
  return direct ? <WriteToPerson direct={direct} chosen={chosen} title={title} /> : null
}

interface WriteToPersonProps {
  direct: NonNullable<Loaded['direct']>
  chosen: string | undefined
  title: string
}

async function WriteToPerson({ direct, chosen, title }: WriteToPersonProps) {
  const [t, contacts] = await Promise.all([
    getTranslations('contacts.region'),
    getTranslations('contacts'),
  ])
  const { region, people, first, sender, sent } = direct
  const place = { pathname: '/regions/[slug]' as const, params: { slug: region.slug } }
  return (
    <Page>
      <Breadcrumbs items={[{ label: region.name, href: place }, { label: title }]} />
      <PageHeader title={title} lead={t('writeLead')} />
      <WriteToRegion
        reachable={people}
        first={first}
        region={region}
        chosen={chosen}
        email={sender.email}
      />
      {sent.length > 0 ? (
        <Section id="verstuurd" title={contacts('sentTitle')} className="mt-12">
          <SentContacts contacts={sent} />
        </Section>
      ) : null}
    </Page>
  )
}
