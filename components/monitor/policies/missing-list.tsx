import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'
import { EmptyState } from '@/components/base/ui/notice'
import type { MonitorPart, MonitorView } from '@/lib/monitor/policies/types'

export function MissingList({
  parts,
  monitor,
  mayEdit,
}: {
  parts: readonly MonitorPart[]
  monitor: MonitorView
  mayEdit: boolean
}) {
  const t = useTranslations('policies.missing')
  const href = {
    pathname: '/workspace/initiatives/[id]/policy',
    params: { id: monitor.initiativeId },
  } as const
  return (
    <EmptyState
      title={t('title', { count: parts.length })}
      action={
        mayEdit ? (
          <ButtonLink href={href} variant="secondary">
            {t('fill')}
          </ButtonLink>
        ) : undefined
      }
    >
      <p>
        {mayEdit ? t('youCanFill') : t('whoCanFill', { organisation: monitor.organisation.name })}
      </p>
      <dl className="mt-4 grid gap-x-10 gap-y-3 text-base sm:grid-cols-2">
        {parts.map((part) => (
          <div key={part}>
            <dt className="font-semibold text-ink">{t(`${part}.what`)}</dt>
            <dd>{t(`${part}.why`)}</dd>
          </div>
        ))}
      </dl>
    </EmptyState>
  )
}
