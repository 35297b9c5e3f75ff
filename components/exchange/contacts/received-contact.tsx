import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { handledContactAction } from '@/lib/exchange/contacts/actions'
import type { ReceivedContact as Received } from '@/lib/exchange/contacts/types'

interface ReceivedContactProps {
  /** Null for a link that is not ours. */
  contact: Received | null
  token: string
}

/** The message behind the link in the mail to a contact person. */
export function ReceivedContact({ contact, token }: ReceivedContactProps) {
  const t = useTranslations('contacts.received')
  if (!contact)
    return (
      <Page>
        <PageHeader title={t('broken')} lead={t('brokenWhy')} />
      </Page>
    )
  const { about, sender, organisation, replyTo, sentAt, handledAt, message } = contact
  return (
    <Page>
      <PageHeader
        title={t(about.kind === 'region' ? 'regionTitle' : 'title', { title: about.title })}
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
          <ContactToHandle replyTo={replyTo} token={token} />
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

function ContactToHandle({ replyTo, token }: { replyTo: string | null; token: string }) {
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
        about={{ token }}
        label={t('act')}
        pending={t('busy')}
      />
    </>
  )
}
