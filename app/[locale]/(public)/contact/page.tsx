import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReceivedContact } from '@/components/exchange/contacts/received-contact'
import { AskForm, kindOf } from '@/components/exchange/enquiries/ask-form'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { getSettings } from '@/lib/base/settings/loaders'
import { loadReceivedContact } from '@/lib/exchange/contacts/loaders'
import { loadAsk } from '@/lib/exchange/enquiries/loaders'

interface Props {
  searchParams: Promise<{ token?: string | string[]; soort?: string | string[] }>
}

/** Links in mail to contact persons lead here with a token. */
async function load({ searchParams }: Props) {
  const { token, soort } = await searchParams
  const text = typeof token === 'string' ? token : undefined
  return {
    kind: kindOf(soort),
    token: token === undefined ? null : (text ?? ''),
    contact: token === undefined ? null : await loadReceivedContact(text),
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ token, contact }, t, received] = await Promise.all([
    load(props),
    getTranslations('enquiries.page'),
    getTranslations('contacts.received'),
  ])
  if (token === null) return { title: t('title'), description: t('lead') }
  const about = contact?.about
  return {
    title: about
      ? received(about.kind === 'region' ? 'regionTitle' : 'title', { title: about.title })
      : received('broken'),
    robots: { index: false },
  }
}

export default async function ContactPage(props: Props) {
  const { token, contact, kind } = await load(props)
  if (token !== null) return <ReceivedContact contact={contact} token={token} />
  const [t, form, { statements }, ask] = await Promise.all([
    getTranslations('enquiries.page'),
    getTranslations('enquiries.ask'),
    getSettings(),
    loadAsk('site', ''),
  ])
  const { contact: address } = statements
  const title = kind === 'mistake' ? 'titleMistake' : 'titleQuestion'
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-x-12 md:grid-cols-2">
        <Section id="initiatief" title={t('initiativeTitle')}>
          <p className="max-w-measure">{t('initiative')}</p>
          <p className="mt-4">
            <TextLink href="/initiatives">{t('toInitiatives')}</TextLink>
          </p>
        </Section>
        <Section id="regio" title={t('regionTitle')}>
          <p className="max-w-measure">{t('region')}</p>
          <p className="mt-4">
            <TextLink href="/regions">{t('toRegions')}</TextLink>
          </p>
        </Section>
      </div>
      <Section id="website" title={t('siteTitle')} lead={t('site')}>
        {address === '' ? null : (
          <p className="mb-8">
            {t('write')} <a href={`mailto:${address}`}>{address}</a>
          </p>
        )}
        <h3 className="mb-4 text-xl">{form(title, { about: 'site', title: '' })}</h3>
        <AskForm {...ask} kind={kind} />
      </Section>
    </Page>
  )
}
