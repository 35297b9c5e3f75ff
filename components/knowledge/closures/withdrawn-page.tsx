import { useTranslations } from 'next-intl'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { DayOf } from '@/components/base/ui/day'
import { Page, PageHeader } from '@/components/base/ui/layout'
import type { Closure } from '@/lib/knowledge/closures/types'

/** In place of a text that its owner took away. The server sends it with status 410. */
export function WithdrawnPage({ title, closure }: { title: string; closure: Closure }) {
  const [t, nav] = [useTranslations('closures'), useTranslations('ui.nav')]
  return (
    <Page className="pb-12">
      <Breadcrumbs
        items={[{ label: nav('initiatives'), href: '/initiatives' }, { label: title }]}
      />
      <PageHeader
        kicker={t('withdrawnKicker')}
        title={title}
        lead={
          <p>
            {t.rich('withdrawnOn', {
              by: closure.organisationName ?? t('editors'),
              date: () => <DayOf at={new Date(closure.closedAt)} />,
            })}
          </p>
        }
      >
        <div className="mt-6 max-w-measure">
          <h2 className="text-lg">{t('reasonTitle')}</h2>
          <p lang="nl" className="mt-2 whitespace-pre-line">
            {closure.reason}
          </p>
        </div>
        <p className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href={{ pathname: '/initiatives', query: { q: title } }}>
            {t('searchAlike')}
          </ButtonLink>
          <ButtonLink href="/initiatives" variant="secondary">
            {t('allInitiatives')}
          </ButtonLink>
        </p>
      </PageHeader>
    </Page>
  )
}
