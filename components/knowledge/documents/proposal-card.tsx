import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CheckboxField } from '@/components/base/forms/choices'
import type { Passage, Proposal } from '@/lib/knowledge/documents/types'
import { PROPOSAL } from './proposal-keys'

/** The passage in pieces, each marked or not. */
export function markedPieces({ text, marks }: Passage): { text: string; isMarked: boolean }[] {
  const pieces: { text: string; isMarked: boolean }[] = []
  let at = 0
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    if (from < at || to <= from) continue
    pieces.push({ text: text.slice(at, from), isMarked: false })
    pieces.push({ text: text.slice(from, to), isMarked: true })
    at = to
  }
  pieces.push({ text: text.slice(at), isMarked: false })
  return pieces.filter((piece) => piece.text !== '')
}

export function Source({ proposal }: { proposal: Proposal }) {
  const t = useTranslations('documents')
  return (
    <figure className="mt-3 border-l-2 border-hairline pl-4 text-sm">
      <blockquote className="text-ink">
        {markedPieces(proposal.passage).map(({ text, isMarked }, index) =>
          isMarked ? (
            <mark key={index} className="bg-straw-wash text-ink">
              {text}
            </mark>
          ) : (
            <span key={index}>{text}</span>
          ),
        )}
      </blockquote>
      <figcaption className="mt-1 text-muted">
        {t(`because_${proposal.rule}`, { because: proposal.because })}
        {proposal.strength === 'weak' ? (
          <strong className="ml-2 font-semibold text-ink">{t('unsure')}</strong>
        ) : null}
      </figcaption>
    </figure>
  )
}

interface ProposalCardProps {
  proposal: Proposal
  /** Name and value of the check box that accepts it. */
  box: { name: string; value: string; label: string; checked: boolean; scope: string }
  children?: ReactNode
}

export function ProposalCard({ proposal, box, children }: ProposalCardProps) {
  const t = useTranslations('documents')
  return (
    <div
      {...{ [PROPOSAL]: '' }}
      className="rounded-md border border-hairline bg-raised p-4 has-checked:border-green"
    >
      <CheckboxField
        name={box.name}
        scope={box.scope}
        value={box.value}
        label={`${t('accept')}: ${box.label}`}
        defaultChecked={box.checked}
      />
      {children}
      <Source proposal={proposal} />
    </div>
  )
}
