import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { CheckedState } from '@/components/knowledge/initiative-imports/checked-state'
import {
  DoneState,
  RunningState,
  StoppedState,
  UndoneState,
} from '@/components/knowledge/initiative-imports/ended-state'
import { MappingState } from '@/components/knowledge/initiative-imports/mapping-state'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { firstValue, pageNumber } from '@/lib/base/http/parameters'
import { loadImport, MAX_PAGES, PAGE_SIZE } from '@/lib/knowledge/initiative-imports/loaders'
import { messages } from '@/messages'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load({ params, searchParams }: Props) {
  const [{ locale, id }, { pagina, kolommen }] = await Promise.all([params, searchParams])
  const path = getPathname({
    href: { pathname: '/workspace/initiatives/import/[id]', params: { id } },
    locale,
  })
  const page = pageNumber(pagina, MAX_PAGES)
  const loaded = await loadImport(id, path, page, firstValue(kolommen) === '1')
  return { ...loaded, path, page, locale }
}

type Loaded = Awaited<ReturnType<typeof load>>

function State({ found, mapping, faults, imported, importedCount, keptUntil, ...rest }: Loaded) {
  const { path, page } = rest
  const part = { found, path, page, pageSize: PAGE_SIZE }
  if (mapping) return <MappingState found={found} mapping={mapping} />
  // Without its file there is nothing to import any more.
  if (found.status === 'checked' && found.hasFile) return <CheckedState {...part} faults={faults} />
  if (found.status === 'running') return <RunningState found={found} path={path} />
  if (found.status === 'done')
    return <DoneState {...part} rows={imported} count={importedCount} keptUntil={keptUntil} />
  return found.status === 'undone' ? (
    <UndoneState {...part} rows={imported} count={importedCount} />
  ) : (
    <StoppedState found={found} />
  )
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).found.fileName }
}

export default async function ImportPage(props: Props) {
  const [loaded, t, workspace] = await Promise.all([
    load(props),
    getTranslations('initiativeImports'),
    getTranslations('workspace'),
  ])
  const { found, locale } = loaded
  const { ui, forms, errors, initiativeImports } = messages[locale]
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: t('title'), href: '/workspace/initiatives/import' },
          { label: found.fileName },
        ]}
      />
      <PageHeader
        kicker={found.organisationName ?? t('several')}
        title={<span className="break-words">{found.fileName}</span>}
      />
      <NextIntlClientProvider messages={{ ui, forms, errors, initiativeImports }}>
        <State {...loaded} />
      </NextIntlClientProvider>
      <p className="pt-8 pb-10">
        <ButtonLink href="/workspace/initiatives/import" variant="secondary">
          {t('another')}
        </ButtonLink>
      </p>
    </Page>
  )
}
