import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SentContacts } from '@/components/exchange/contacts/sent-contacts'
import { AskForm, kindOf } from '@/components/exchange/enquiries/ask-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { redirect } from '@/i18n/navigation'
import { loadPlace } from '@/lib/knowledge/closures/loaders'
import { sendContactAction } from '@/lib/exchange/contacts/actions'
import { loadContact } from '@/lib/exchange/contacts/loaders'
import { loadAsk } from '@/lib/exchange/enquiries/loaders'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ soort?: string | string[] }>
}

async function load({ params, searchParams }: Props) {
  const [{ slug }, { soort }] = await Promise.all([params, searchParams])
  const kind = kindOf(soort)
  const { kind: standing } = await loadPlace(slug, '/initiatives/[slug]/contact')
  if (standing !== 'open')
    return redirect({
      href: { pathname: '/initiatives/[slug]', params: { slug } },
      locale: await getLocale(),
    })
  const direct = kind === 'question' ? await loadContact(slug) : null
  return { slug, kind, direct, ask: direct ? null : await loadAsk('initiative', slug) }
}

async function titleOf({ kind, direct, ask }: Awaited<ReturnType<typeof load>>) {
  const [t, form] = await Promise.all([
    getTranslations('contacts'),
    getTranslations('enquiries.ask'),
  ])
  if (direct) return t('title', { name: direct.person.name })
  const about = { about: 'initiative', title: ask?.about.title ?? '' }
  return form(kind === 'mistake' ? 'titleMistake' : 'titleQuestion', about)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await titleOf(await load(props)), robots: { index: false } }
}

export default async function ContactPage(props: Props) {
  const loaded = await load(props)
  const { slug, kind, direct, ask } = loaded
  const title = await titleOf(loaded)
  const place = { pathname: '/initiatives/[slug]' as const, params: { slug } }
  if (ask)
    return (
      <Page className="pb-12">
        <Breadcrumbs items={[{ label: ask.about.title, href: place }, { label: title }]} />
        <PageHeader title={title} />
        <AskForm {...ask} kind={kind} />
      </Page>
    )
  return direct ? <WriteToPerson direct={direct} slug={slug} title={title} /> : null
}

interface WriteToPersonProps {
  direct: NonNullable<Awaited<ReturnType<typeof loadContact>>>
  slug: string
  title: string
}

async function WriteToPerson({ direct, slug, title }: WriteToPersonProps) {
  const t = await getTranslations('contacts')
  const { person, sender, sent } = direct
  const { name } = person
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: person.title, href: { pathname: '/initiatives/[slug]', params: { slug } } },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={t('lead', { title: person.title, name })} />
      <FieldsForm
        action={sendContactAction}
        about={{ slug }}
        stored={{}}
        fields={[
          {
            kind: 'textarea',
            name: 'message',
            label: t('message'),
            hint: t('messageHint', { name, email: sender.email }),
          },
        ]}
        labels={{
          submit: t('submit'),
          busy: t('busy'),
          done: t('done', { email: sender.email }),
        }}
      />
      {sent.length > 0 ? (
        <Section id="verstuurd" title={t('sentTitle')} className="mt-12">
          <SentContacts contacts={sent} />
        </Section>
      ) : null}
    </Page>
  )
}
