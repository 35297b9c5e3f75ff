import { useTranslations } from 'next-intl'
import { StatusWord } from '@/components/base/ui/text'
import type { AdoptionStatus } from '@/lib/exchange/adoptions/types'

const TONES = {
  exploring: 'neutral',
  preparing: 'info',
  running: 'good',
  stopped: 'attention',
} as const

export function AdoptionStatusWord({ status }: { status: AdoptionStatus }) {
  const t = useTranslations('adoptions.status')
  return <StatusWord tone={TONES[status]}>{t(status)}</StatusWord>
}
