import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TextLink } from '@/components/base/ui/text'
import { noonOf } from '@/lib/base/text/calendar'
import { KIND_SLUGS } from '@/lib/site/ledger/rules'
import type { DescribedFault, LedgerKind, Subject } from '@/lib/site/ledger/types'

interface What {
  kind: LedgerKind
  subject: Subject | null
  /** When it was entered, for what is not public. */
  at: string | null
}

/** "het oordeel over 2025 bij “…” van 3 mei 2026", or what may be said of what is not public. */
export function useWhat(): (what: What) => string {
  const t = useTranslations('ledger')
  return ({ kind, subject, at }) => {
    const name = t(`the.${kind}`)
    if (subject?.title != null && subject.at !== null)
      return t('subject.named', {
        kind: name,
        year: subject.year === null ? 'none' : String(subject.year),
        title: subject.title,
        date: new Date(subject.at),
      })
    if (at === null) return t('subject.undated', { kind: name })
    return t('subject.unnamed', { kind: name, date: new Date(at) })
  }
}

const hasPage = ({ fault }: DescribedFault) => fault !== 'unsealed' && fault !== 'gap'

export function FaultText({ fault }: { fault: DescribedFault }): ReactNode {
  const t = useTranslations('ledger')
  const what = useWhat()
  const { kind, recordId, subject, at, seq } = fault
  if (fault.fault === 'head')
    return t('fault.head', { seq: seq ?? 0, date: noonOf(at ?? '1970-01-01') })
  if (kind === null) return t('fault.gap', { seq: seq ?? 0 })
  const text = t(`fault.${fault.fault}`, { seq: seq ?? 0, what: what({ kind, subject, at }) })
  const isLinked =
    recordId !== null && hasPage(fault) && (subject !== null || fault.fault === 'gone')
  return (
    <>
      {text}
      {isLinked ? (
        <>
          {' '}
          <TextLink
            href={{
              pathname: '/unchanged/[kind]/[id]',
              params: { kind: KIND_SLUGS[kind], id: recordId },
            }}
          >
            {t('link')}
          </TextLink>
        </>
      ) : null}
    </>
  )
}
