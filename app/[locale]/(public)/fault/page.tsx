import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { firstValue, type ParameterValue } from '@/lib/base/http/parameters'

/** An empty reference is the current address (RFC 3986, section 4.4). */
const SAME_ADDRESS = ''

const STATUSES = ['400', '401', '403', '404', '405', '409', '413', '500', '503'] as const
type Status = (typeof STATUSES)[number]
const MAY_PASS: ReadonlySet<Status> = new Set(['500', '503'])

interface Props {
  searchParams: Promise<{ status?: ParameterValue }>
}

async function statusOf({ searchParams }: Props): Promise<Status> {
  const asked = firstValue((await searchParams).status)
  return STATUSES.find((status) => status === asked) ?? '500'
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, status] = await Promise.all([getTranslations('shell.fault'), statusOf(props)])
  return { title: t(`${status}.title`), robots: { index: false } }
}

/** Rendered in advance by the server, so it reads no data. */
export default async function FaultPage(props: Props) {
  const [t, status, locale] = await Promise.all([
    getTranslations('shell.fault'),
    statusOf(props),
    getLocale(),
  ])
  const signIn = getPathname({ href: '/sign-in', locale })
  return (
    <Page>
      <PageHeader title={t(`${status}.title`)} lead={t(`${status}.lead`)}>
        <p className="mt-8 flex flex-wrap gap-3">
          {status === '401' ? (
            <a href={signIn} target="_blank" className={buttonClass('primary')}>
              {t('signIn')}
            </a>
          ) : (
            <a href={SAME_ADDRESS} className={buttonClass('primary')}>
              {t(MAY_PASS.has(status) ? 'retry' : 'reload')}
            </a>
          )}
        </p>
        {/* Filled by the server with what was typed in a form that could not be answered. */}
        <div data-typed-text="true" />
      </PageHeader>
    </Page>
  )
}
