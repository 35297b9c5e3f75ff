import { useTranslations } from 'next-intl'
import { StatusWord, type StatusTone } from '@/components/base/ui/text'
import type { VerdictDecision } from '@/lib/monitor/verdicts/types'

const TONE: Record<VerdictDecision, StatusTone> = {
  continue: 'good',
  adapt: 'info',
  stop: 'attention',
  undecided: 'neutral',
}

export function DecisionWord({ decision }: { decision: VerdictDecision }) {
  const t = useTranslations('chains.verdict.decision')
  return <StatusWord tone={TONE[decision]}>{t(decision)}</StatusWord>
}
