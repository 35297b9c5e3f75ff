import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page } from '@/components/base/ui/layout'
import { PaperArticle } from '@/components/monitor/papers/paper-article'
import { paperContent } from '@/components/monitor/papers/paper-content'
import { paperFile } from '@/components/monitor/papers/paper-file'
import { PaperLinks } from '@/components/monitor/papers/paper-links'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { origin } from '@/lib/base/runtime/env'
import { reviewYear } from '@/lib/monitor/chains/loaders'
import { loadPaper } from '@/lib/monitor/papers/loaders'
import { paperDigest } from '@/lib/monitor/papers/rules'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load({ params, searchParams }: Props) {
  const [{ locale, slug }, query] = await Promise.all([params, searchParams])
  const year = reviewYear(query.jaar)
  return { locale, slug, year, model: await loadPaper(slug, year, locale) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ model, year }, t] = await Promise.all([load(props), getTranslations('papers')])
  return { title: t('metaTitle', { region: model.region.name, year }), robots: { index: false } }
}

/** The board paper: what is printed, sent as a file, and read here, is the same. */
export default async function BoardPaperPage(props: Props) {
  const { locale, slug, year, model } = await load(props)
  const [t, nav] = await Promise.all([getTranslations('papers'), getTranslations('ui.nav')])
  const query = { jaar: year }
  const monitor = { pathname: '/regions/[slug]/monitor', params: { slug }, query } as const
  const address = `${origin}${getPathname({ href: { ...monitor, pathname: '/regions/[slug]/monitor/paper' }, locale })}`
  const content = paperContent(model, { locale, digest: paperDigest(model), address })
  return (
    <Page className="board-paper-page pb-12">
      <link
        rel="stylesheet"
        href={paperFile(slug, 'css', { year, locale })}
        precedence="board-paper"
      />
      <div className="mb-10 print:hidden">
        <Breadcrumbs
          items={[
            { label: nav('regions'), href: '/regions' },
            { label: model.region.name, href: monitor },
            { label: t('kicker') },
          ]}
        />
        <PaperLinks slug={slug} year={year} locale={locale} here="paper" />
      </div>
      <PaperArticle content={content} />
    </Page>
  )
}
