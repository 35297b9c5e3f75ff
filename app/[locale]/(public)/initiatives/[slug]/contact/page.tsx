import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SentContacts } from '@/components/exchange/contacts/sent-contacts'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { sendContactAction } from '@/lib/exchange/contacts/actions'
import { loadContact } from '@/lib/exchange/contacts/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

async function load(params: Props['params']) {
  const { locale, slug } = await params
  return loadContact(
    slug,
    getPathname({ href: { pathname: '/initiatives/[slug]/contact', params: { slug } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ person }, t] = await Promise.all([load(params), getTranslations('contacts')])
  return { title: t('title', { name: person.name }), robots: { index: false } }
}

export default async function ContactPage({ params }: Props) {
  const [{ person, sender, sent }, t] = await Promise.all([
    load(params),
    getTranslations('contacts'),
  ])
  const { slug, name, title } = person
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: title, href: { pathname: '/initiatives/[slug]', params: { slug } } },
          { label: t('title', { name }) },
        ]}
      />
      <PageHeader title={t('title', { name })} lead={t('lead', { title, name })} />
      {person.reachable ? (
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
      ) : (
        <Notice tone="attention" title={t('unreachable', { name })}>
          {t('unreachableWhy')}
        </Notice>
      )}
      {sent.length > 0 ? (
        <Section id="verstuurd" title={t('sentTitle')} className="mt-12">
          <SentContacts contacts={sent} />
        </Section>
      ) : null}
    </Page>
  )
}
