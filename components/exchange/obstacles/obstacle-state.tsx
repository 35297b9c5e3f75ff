import { useTranslations } from 'next-intl'
import { ObstacleStatusWord } from '@/components/exchange/obstacles/obstacle-status'
import { Notice } from '@/components/base/ui/notice'
import type { ObstacleStatus } from '@/generated/prisma/enums'
import type { ObstacleView } from '@/lib/exchange/obstacles/types'
import { noonOf } from '@/lib/base/text/calendar'

export function ObstacleState({
  status,
  answer,
  obstacle,
}: {
  status: ObstacleStatus
  answer: string | null
  obstacle: ObstacleView
}) {
  const t = useTranslations('obstacles')
  const on = status === 'solved' ? obstacle.solvedOn : obstacle.raisedOn
  return (
    <>
      <p className="mt-4 flex max-w-measure flex-wrap items-baseline gap-x-3">
        <ObstacleStatusWord status={status} />
        <span>{t(`statusOn.${status}`, on === null ? {} : { date: noonOf(on) })}</span>
      </p>
      {answer === null ? null : (
        <Notice tone="success" title={t('answer')} className="mt-6 max-w-measure">
          <p className="whitespace-pre-line" lang="nl">
            {answer}
          </p>
        </Notice>
      )}
    </>
  )
}
