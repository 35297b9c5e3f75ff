import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { handledContactAction } from '@/lib/exchange/contacts/actions'
import { loadReceivedContact } from '@/lib/exchange/contacts/loaders'
import type { ContactAbout } from '@/lib/exchange/contacts/types'

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

const titleOf = (
  { kind, title }: ContactAbout,
  t: Awaited<ReturnType<typeof getTranslations<'contacts.received'>>>,
) => t(kind === 'region' ? 'regionTitle' : 'title', { title })

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([searchParams, getTranslations('contacts.received')])
  const contact = await loadReceivedContact(typeof token === 'string' ? token : undefined)
  return { title: contact ? titleOf(contact.about, t) : t('broken'), robots: { index: false } }
}

export default async function ReceivedContactPage({ searchParams }: Props) {
  const { token } = await searchParams
  const text = typeof token === 'string' ? token : undefined
  const [t, contact] = await Promise.all([
    getTranslations('contacts.received'),
    loadReceivedContact(text),
  ])
  if (!contact || text === undefined) {
    return (
      <Page>
        <PageHeader title={t('broken')} lead={t('brokenWhy')} />
      </Page>
    )
  }
  const { about, sender, organisation, replyTo, sentAt, handledAt, message } = contact
  return (
    <Page>
      <PageHeader
        title={titleOf(about, t)}
        lead={t('lead', {
          sender: sender === '' ? t('someone') : sender,
          organisation: organisation ?? 'none',
          date: sentAt,
        })}
      />
      <blockquote className="max-w-measure border-l-4 border-hairline pl-4 whitespace-pre-line">
        {message}
      </blockquote>
      <div className="mt-6 max-w-measure space-y-6">
        {handledAt === null ? (
          <ContactToHandle replyTo={replyTo} text={text} />
        ) : (
          <Notice tone="success" title={t('handled')}>
            {t('handledWhy')}
          </Notice>
        )}
        <p>
          {about.kind === 'region' ? (
            <TextLink href={{ pathname: '/regions/[slug]', params: { slug: about.slug } }}>
              {t('toRegion')}
            </TextLink>
          ) : (
            <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug: about.slug } }}>
              {t('toInitiative')}
            </TextLink>
          )}
        </p>
      </div>
    </Page>
  )
}

function ContactToHandle({ replyTo, text }: { replyTo: string | null; text: string }) {
  const t = useTranslations('contacts.received')
  return (
    <>
      <p>
        {replyTo === null
          ? t('answer')
          : t.rich('answerTo', {
              address: replyTo,
              mail: (text) => <a href={`mailto:${replyTo}`}>{text}</a>,
            })}
      </p>
      <ActForm
        action={handledContactAction}
        about={{ token: text }}
        label={t('act')}
        pending={t('busy')}
      />
    </>
  )
}
