import { useTranslations } from 'next-intl'
import { DateField, NumberField, TextArea, TextField } from '@/components/base/forms/inputs'
import { ACCEPTED, resultKey } from '@/lib/knowledge/documents/draft.rules'
import { LINE_FIELDS, type Proposal } from '@/lib/knowledge/documents/types'
import { ProposalCard } from './proposal-card'

export interface CardState {
  errors: (field: string) => string[]
  labels: Readonly<Record<string, string>>
  typed: (name: string) => string
  chosen: (name: string) => string[]
  nameOf: (proposal: Proposal) => string
}

interface CardProps {
  state: CardState
  proposal: Proposal
}

const LONG = ['summary', 'problem', 'stopReason']
const DATES = ['startsOn', 'endsOn']
const ROWS = { text: 5, mostLines: 12 }

const isIn = (list: readonly string[], field: string) => list.includes(field)

function Stage({ value }: { value: string }) {
  const t = useTranslations('editing')
  const stages = ['planned', 'running', 'completed', 'stopped', 'unknown'] as const
  const stage = stages.find((one) => one === value) ?? 'unknown'
  return (
    <>
      <input type="hidden" name="lifecycle" value={stage} />
      <p className="font-semibold">{t(`lifecycle_${stage}`)}</p>
    </>
  )
}

function Control({ state, proposal: { field } }: CardProps) {
  const t = useTranslations('documents')
  const common = {
    name: field,
    label: state.labels[field] ?? field,
    errors: state.errors(field),
    defaultValue: state.typed(field),
  }
  if (field === 'lifecycle') return <Stage value={state.typed(field)} />
  if (isIn(DATES, field)) return <DateField {...common} />
  if (isIn(LONG, field)) return <TextArea {...common} rows={ROWS.text} />
  if (!isIn(LINE_FIELDS, field)) return <TextField {...common} />
  const rows = Math.min(ROWS.mostLines, common.defaultValue.split('\n').length + 1)
  return <TextArea {...common} hint={t('oneApiece')} rows={rows} />
}

/** A text, a list, a day or a stage: one proposal for a question. */
export function TextCard({ state, proposal }: CardProps) {
  const { field } = proposal
  return (
    <ProposalCard
      proposal={proposal}
      box={{
        name: ACCEPTED,
        scope: field,
        value: field,
        label: state.labels[field] ?? field,
        checked: state.chosen(ACCEPTED).includes(field),
      }}
    >
      <Control state={state} proposal={proposal} />
    </ProposalCard>
  )
}

/** Terms and regions: each is accepted apart. */
export function ChoiceCards({
  state,
  proposals,
}: {
  state: CardState
  proposals: readonly Proposal[]
}) {
  return proposals.map((proposal) => (
    <ProposalCard
      key={proposal.value}
      proposal={proposal}
      box={{
        name: proposal.field,
        scope: proposal.value,
        value: proposal.value,
        label: state.nameOf(proposal),
        checked: state.chosen(proposal.field).includes(proposal.value),
      }}
    />
  ))
}

/** Numbers of people and amounts of money. */
export function ResultCards({
  state,
  proposals,
}: {
  state: CardState
  proposals: readonly Proposal[]
}) {
  const t = useTranslations('documents')
  return proposals.map((proposal, index) => {
    const { result } = proposal
    if (!result) return null
    const key = resultKey(index)
    return (
      <ProposalCard
        key={key}
        proposal={proposal}
        box={{
          name: ACCEPTED,
          scope: key,
          value: key,
          label: result.label,
          checked: state.chosen(ACCEPTED).includes(key),
        }}
      >
        <NumberField
          name={key}
          label={t('number', { unit: result.unit })}
          errors={state.errors(`results.${String(index)}.value`)}
          defaultValue={state.typed(key)}
        />
      </ProposalCard>
    )
  })
}
