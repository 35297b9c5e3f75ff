import { useTranslations } from 'next-intl'
import { StatusWord } from '@/components/base/ui/text'
import type { ObstacleStatus } from '@/lib/exchange/obstacles/types'

const TONES = { open: 'attention', raised: 'info', solved: 'good' } as const

export function ObstacleStatusWord({ status }: { status: ObstacleStatus }) {
  const t = useTranslations('obstacles.status')
  return <StatusWord tone={TONES[status]}>{t(status)}</StatusWord>
}
