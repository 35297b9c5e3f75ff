import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AttachmentEditor } from '@/components/knowledge/media/attachment-editor'
import { ImageEditor } from '@/components/knowledge/media/image-editor'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadMedia } from '@/lib/knowledge/revisions/media.loaders'
import { loadRemarks } from '@/lib/knowledge/revisions/review.loaders'
import { messages } from '@/messages'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  const path = { pathname: '/workspace/initiatives/[id]/media', params: { id } } as const
  return { locale, ...(await loadMedia(id, getPathname({ href: path, locale }))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ draft }, t] = await Promise.all([load(params), getTranslations('media')])
  return { title: `${t('title')}: ${draft.content.title}` }
}

export default async function MediaPage({ params }: Props) {
  const [{ locale, draft, media }, t, workspace] = await Promise.all([
    load(params),
    getTranslations('media'),
    getTranslations('workspace'),
  ])
  const { ui, forms, errors, media: words } = messages[locale]
  const remarks = await loadRemarks(draft)
  const back = { pathname: '/workspace/initiatives/[id]', params: { id: draft.id } } as const
  return (
    <Page className="pb-12">
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: draft.content.title, href: back },
          { label: t('title') },
        ]}
      />
      <PageHeader kicker={draft.content.title} title={t('title')} lead={t('lead')}>
        <p className="mt-3 text-muted">{t('readers')}</p>
      </PageHeader>
      <NextIntlClientProvider messages={{ ui, forms, errors, media: words }}>
        <ImageEditor revisionId={draft.id} images={media.images} remark={remarks.images} />
        <AttachmentEditor
          revisionId={draft.id}
          attachments={media.attachments}
          remark={remarks.attachments}
        />
      </NextIntlClientProvider>
      <ButtonLink variant="secondary" href={back}>
        {t('back')}
      </ButtonLink>
    </Page>
  )
}
