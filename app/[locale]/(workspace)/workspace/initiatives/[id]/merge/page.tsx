import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/base/forms/inputs'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Button } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { MergeReady, MergeRefused } from '@/components/site/initiative-merges/merge-view'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadMerge } from '@/lib/site/initiative-merges/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<{ met?: string | string[] }>
}

async function load({ params, searchParams }: Props) {
  const [{ locale, id }, { met }] = await Promise.all([params, searchParams])
  const typed = typeof met === 'string' ? met.trim().slice(0, 300) : ''
  const href = {
    pathname: '/workspace/initiatives/[id]/merge',
    params: { id },
    ...(typed !== '' && { query: { met: typed } }),
  } as const
  return { typed, ...(await loadMerge(id, typed, getPathname({ href, locale }))) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ from }, t] = await Promise.all([load(props), getTranslations('merges')])
  return { title: t('pageTitle', { title: from.title }) }
}

export default async function MergePage(props: Props) {
  const { from, view, typed } = await load(props)
  const [t, closures, workspace] = await Promise.all([
    getTranslations('merges'),
    getTranslations('closures'),
    getTranslations('workspace'),
  ])
  const standing = {
    pathname: '/workspace/initiatives/[id]/standing',
    params: { id: from.initiativeId },
  } as const
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: from.title },
          { label: closures('title'), href: standing },
          { label: t('title') },
        ]}
      />
      <PageHeader kicker={from.title} title={t('title')} lead={t('lead')} />
      <Section id="met" title={t('withTitle')}>
        {'typed' in view ? <MergeRefused view={view} /> : null}
        <form method="get" className="flex max-w-measure flex-wrap items-end gap-4">
          <div className="min-w-0 grow">
            <TextField
              name="met"
              label={t('with')}
              hint={t('withHint')}
              errors={[]}
              defaultValue={typed}
            />
          </div>
          <Button type="submit" variant="secondary">
            {t('look')}
          </Button>
        </form>
      </Section>
      {view.state === 'ready' ? <MergeReady from={from} view={view} /> : null}
    </Page>
  )
}
