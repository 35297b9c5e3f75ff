'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'

/** The digest finds the log line; nothing else reaches the browser. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('shell.error')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="mt-8">
          <Button onClick={reset}>{t('retry')}</Button>
        </p>
        {error.digest === undefined ? null : (
          <p className="mt-6 text-sm text-muted">{t('reference', { digest: error.digest })}</p>
        )}
      </PageHeader>
    </Page>
  )
}
