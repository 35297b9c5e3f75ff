import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MappingEditor } from '@/components/figures/datasets/mapping-editor'
import { NewSample } from '@/components/figures/datasets/new-sample'
import { ProblemText } from '@/components/figures/imports/problem-text'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadMapping } from '@/lib/figures/datasets/loaders'
import { columnsGone } from '@/lib/figures/datasets/rules'
import { firstValue } from '@/lib/base/http/parameters'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = async ({ params, searchParams }: Props) => {
  const [{ locale, slug }, query] = await Promise.all([params, searchParams])
  return {
    query,
    ...(await loadMapping(
      slug,
      query,
      getPathname({
        href: { pathname: '/workspace/admin/figures/sources/[slug]', params: { slug } },
        locale,
      }),
    )),
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).dataset?.title }
}

export default async function SourcePage(props: Props) {
  const [
    {
      query: { fout, waar },
      dataset,
      sample,
      ...work
    },
    t,
    admin,
    workspace,
  ] = await Promise.all([
    load(props),
    getTranslations('datasets'),
    getTranslations('statistics.admin'),
    getTranslations('workspace'),
  ])
  if (dataset === null) return null
  const gone = sample?.file ? columnsGone(dataset.mapping, sample.file) : []
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin/figures' },
          { label: dataset.title },
        ]}
      />
      <PageHeader
        kicker={t('source')}
        title={dataset.title}
        lead={t('sourceLead', { version: dataset.version })}
      >
        {typeof fout === 'string' ? (
          <Notice tone="error" title={t('refused')} live className="mt-6 max-w-measure">
            <ProblemText code={fout.slice(0, 40)} detail={firstValue(waar).slice(0, 200)} />
          </Notice>
        ) : null}
        {gone.length > 0 ? (
          <Notice tone="attention" title={t('columnsGone')} className="mt-6 max-w-measure">
            {gone.join(', ')}
          </Notice>
        ) : null}
      </PageHeader>
      <Section
        id="voorbeeld"
        title={t(sample === null ? 'sampleNone' : 'sampleOther')}
        lead={t(dataset.kind === 'file' ? 'sampleFileWhy' : 'sampleTableWhy')}
      >
        <NewSample dataset={dataset} sample={sample} />
      </Section>
      {sample === null ? null : <MappingEditor {...work} dataset={dataset} sample={sample} />}
    </Page>
  )
}
