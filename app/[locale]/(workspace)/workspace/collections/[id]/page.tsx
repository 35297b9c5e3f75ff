import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CollectionFields } from '@/components/knowledge/collections/collection-text'
import { EntryEditor } from '@/components/knowledge/collections/entry-editor'
import { ActForm } from '@/components/base/forms/act-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { publishCollectionAction } from '@/lib/knowledge/collections/actions'
import { loadCollectionWork } from '@/lib/knowledge/collections/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return loadCollectionWork(
    id,
    getPathname({ href: { pathname: '/workspace/collections/[id]', params: { id } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).title }
}

export default async function CollectionEditorPage({ params }: Props) {
  const collection = await load(params)
  const [t, workspace] = await Promise.all([
    getTranslations('collections.work'),
    getTranslations('workspace'),
  ])
  const { id: collectionId, slug, version, title, lead, story, publishedAt } = collection
  const act = publishedAt === null ? 'publish' : 'withdraw'
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: t('title'), href: '/workspace/collections' },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={lead}>
        <p className="mt-4">
          <StatusWord tone={publishedAt === null ? 'neutral' : 'good'}>
            {t(publishedAt === null ? 'hidden' : 'public')}
          </StatusWord>
        </p>
        {publishedAt === null ? null : (
          <p className="mt-3">
            <TextLink href={{ pathname: '/collections/[slug]', params: { slug } }}>
              {t('read')}
            </TextLink>
          </p>
        )}
      </PageHeader>
      <Section id="initiatieven" title={t('entries')}>
        <EntryEditor collection={collection} />
      </Section>
      <CollectionFields
        version={version}
        collectionId={collectionId}
        title={title}
        lead={lead}
        story={story}
      />
      <Section id="publiceren" title={t('publication')}>
        <ActForm
          action={publishCollectionAction}
          about={{ collectionId, version, act }}
          label={t(act)}
          pending={t('busy')}
          variant={act === 'withdraw' ? 'danger' : 'primary'}
        >
          <p className="max-w-measure text-muted">{t(`${act}Why`)}</p>
        </ActForm>
      </Section>
    </Page>
  )
}
