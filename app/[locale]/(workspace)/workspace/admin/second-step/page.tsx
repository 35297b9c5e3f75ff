import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ResetPanel } from '@/components/people/second-factor/reset-panel'
import { TextField } from '@/components/base/forms/inputs'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Button } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { loadResetDesk } from '@/lib/people/second-factor/loaders'

interface Props {
  searchParams: Promise<{ adres?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondFactor.reset')
  return { title: t('listTitle') }
}

export default async function SecondStepDesk({ searchParams }: Props) {
  const { adres } = await searchParams
  const address = typeof adres === 'string' ? adres : ''
  const path = getPathname({ href: '/workspace/admin/second-step', locale: await getLocale() })
  const { actor, requests, found } = await loadResetDesk(path, address)
  const [t, workspace] = await Promise.all([
    getTranslations('secondFactor.reset'),
    getTranslations('workspace'),
  ])
  const waiting = requests.filter(({ userId }) => userId !== found?.userId)
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('listTitle') }]}
      />
      <PageHeader title={t('listTitle')} lead={t('listLead')} />
      <div className="mb-10 space-y-8">
        {waiting.length === 0 ? <p className="text-muted">{t('listNone')}</p> : null}
        {waiting.map(({ userId, name }) => (
          <ResetPanel key={userId} actor={actor} userId={userId} name={name} />
        ))}
      </div>
      <Section id="find" title={t('findTitle')}>
        <form method="get" action={path} className="mb-8 max-w-[28rem] space-y-4">
          <TextField
            name="adres"
            label={t('find')}
            type="email"
            autoComplete="off"
            spellCheck={false}
            defaultValue={address}
          />
          <Button type="submit" variant="secondary">
            {t('search')}
          </Button>
        </form>
        <div role="status">{found === null ? <p>{t('unknown')}</p> : null}</div>
        {found ? <ResetPanel actor={actor} userId={found.userId} name={found.name} /> : null}
      </Section>
    </Page>
  )
}
