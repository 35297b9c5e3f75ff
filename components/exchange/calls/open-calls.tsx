import { useTranslations } from 'next-intl'
import { CallList } from '@/components/exchange/calls/call-list'
import { PostCallButton } from '@/components/exchange/calls/post-call-button'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { loadCallRight } from '@/lib/exchange/calls/loaders'
import type { CallSummary } from '@/lib/exchange/calls/types'

const SHOWN = 3

type Loaded = Awaited<ReturnType<typeof loadCallRight>>

export function OpenCalls({ editor, calls }: { editor: Loaded; calls: CallSummary[] }) {
  const t = useTranslations('exchange')
  const texts = useTranslations('calls')
  const open = calls.filter(({ status }) => status === 'open')
  return (
    <Section id="oproepen" title={t('callsTitle', { open: open.length })} lead={t('callsLead')}>
      {open.length === 0 ? (
        <EmptyState title={texts('openNone')}>{texts('noneWhy')}</EmptyState>
      ) : (
        <CallList calls={open.slice(0, SHOWN)} />
      )}
      <p className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-4">
        <PostCallButton editor={editor} />
        <TextLink href="/calls">{t('allCalls')}</TextLink>
      </p>
    </Section>
  )
}
