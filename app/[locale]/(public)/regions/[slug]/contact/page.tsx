import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContactText } from '@/components/exchange/contacts/region-people'
import { SentContacts } from '@/components/exchange/contacts/sent-contacts'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { sendRegionContactAction } from '@/lib/exchange/contacts/actions'
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
  const message: FieldSpec = {
    kind: 'textarea',
    name: 'message',
    label: contacts('message'),
    hint: t('messageHint', { email: sender.email }),
  }
  const choice: FieldSpec = {
    kind: 'select',
    name: 'contactId',
    label: t('to'),
    options: reachable.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` })),
  }
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
        <>
          {reachable.some(({ isExample }) => isExample) ? (
            <Notice className="mb-8 max-w-4xl" title={contacts('exampleTitle')}>
              {contacts('exampleWhy')}
            </Notice>
          ) : null}
          {reachable.length === 1 ? (
            <div className="mb-8 border-l-4 border-green pl-5">
              <ContactText person={first} />
            </div>
          ) : null}
          <FieldsForm
            action={sendRegionContactAction}
            about={
              reachable.length === 1
                ? { slug: region.slug, contactId: first.id }
                : { slug: region.slug }
            }
            stored={{ contactId: reachable.find(({ id }) => id === chosen)?.id ?? first.id }}
            fields={reachable.length === 1 ? [message] : [choice, message]}
            labels={{ submit: contacts('submit'), busy: contacts('busy') }}
          />
        </>
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
