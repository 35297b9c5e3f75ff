import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'

/** An empty reference leads to the address that was asked for, whichever that was (RFC 3986, section 4.4). */
const SAME_ADDRESS = ''

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell.error')
  return { title: t('title'), robots: { index: false } }
}

/** What the server sends, with status 503 or 500, when a page cannot be made. It is made beforehand, so it reads nothing. */
export default async function FaultPage() {
  const t = await getTranslations('shell.error')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="mt-8">
          <a href={SAME_ADDRESS} className={buttonClass('primary')}>
            {t('retry')}
          </a>
        </p>
      </PageHeader>
    </Page>
  )
}
