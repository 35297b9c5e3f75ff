import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { TextLink } from '@/components/base/ui/text'
import {
  checkinAction,
  handOverAction,
  prepareAction,
  runAdoptionAction,
  saveOwnAction,
  saveSheetAction,
  stopAdoptionAction,
} from '@/lib/exchange/adoptions/actions'
import { nextStep } from '@/lib/exchange/adoptions/rules'
import { sheetValues } from '@/lib/exchange/adoptions/schema'
import type { AdoptionWork, CheckinMonth } from '@/lib/exchange/adoptions/types'

const SHEET = ['kept', 'changed', 'dropped', 'reason', 'legalChecks', 'cost'] as const

interface PartProps {
  adoption: AdoptionWork
}

const about = ({ id, version }: AdoptionWork) => ({ adoptionId: id, version })

export function SheetForm({ adoption }: PartProps) {
  const t = useTranslations('adoptions.sheet')
  return (
    <FieldsForm
      action={saveSheetAction}
      about={about(adoption)}
      stored={sheetValues(adoption)}
      fields={SHEET.map((name) => ({
        kind: 'textarea',
        name,
        label: t(name),
        hint: t(`${name}Hint`),
      }))}
      labels={{ submit: t('save'), busy: t('busy') }}
    />
  )
}

export function StepForms({ adoption }: PartProps) {
  const t = useTranslations('adoptions.step')
  const next = nextStep(adoption.status)
  return (
    <div className="space-y-8">
      {next === 'preparing' ? (
        <ActForm
          action={prepareAction}
          about={about(adoption)}
          label={t('prepare')}
          pending={t('busy')}
        />
      ) : null}
      {next === 'running' ? (
        <FieldsForm
          action={runAdoptionAction}
          about={about(adoption)}
          stored={{}}
          fields={[
            { kind: 'date', name: 'startsOn', label: t('startsOn'), hint: t('startsOnHint') },
          ]}
          labels={{ submit: t('run'), busy: t('busy'), done: t('runDone') }}
        />
      ) : null}
      <FieldsForm
        action={stopAdoptionAction}
        about={about(adoption)}
        stored={{}}
        summary={t('stopTitle')}
        variant="danger"
        fields={[
          {
            kind: 'textarea',
            name: 'stopReason',
            label: t('stopReason'),
            hint: t('stopReasonHint'),
          },
        ]}
        labels={{ submit: t('stop'), busy: t('busy'), done: t('stopDone') }}
      />
    </div>
  )
}

export function CheckinForms({ adoption, due }: PartProps & { due: readonly CheckinMonth[] }) {
  const t = useTranslations('adoptions.checkin')
  const [month] = due
  if (month === undefined) return null
  return (
    <FieldsForm
      key={month}
      action={checkinAction}
      about={{ adoptionId: adoption.id, month }}
      stored={{}}
      fields={[
        {
          kind: 'textarea',
          name: 'result',
          label: t('result', { months: month }),
          hint: t('resultHint'),
        },
        { kind: 'textarea', name: 'lesson', label: t('lesson'), hint: t('lessonHint') },
      ]}
      labels={{ submit: t('save'), busy: t('busy'), done: t('done') }}
    />
  )
}

export function HandOverForm({
  adoption,
  colleagues,
}: PartProps & { colleagues: readonly { id: string; name: string }[] }) {
  const t = useTranslations('adoptions.handOver')
  if (colleagues.length === 0) return <p className="max-w-measure text-muted">{t('nobody')}</p>
  return (
    <FieldsForm
      action={handOverAction}
      about={about(adoption)}
      stored={{}}
      summary={t('summary')}
      fields={[
        {
          kind: 'select',
          name: 'holderId',
          label: t('to'),
          options: colleagues.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
    />
  )
}

export function OwnForm({
  adoption,
  own,
}: PartProps & { own: readonly { id: string; title: string }[] }) {
  const t = useTranslations('adoptions.own')
  if (adoption.status === 'exploring')
    return <p className="max-w-measure text-muted">{t('later')}</p>
  if (own.length === 0) {
    return (
      <p className="max-w-measure text-muted">
        {t('none')} <TextLink href="/workspace/initiatives/new">{t('new')}</TextLink>
      </p>
    )
  }
  return (
    <FieldsForm
      action={saveOwnAction}
      about={about(adoption)}
      stored={{ ownInitiativeId: adoption.ownInitiativeId ?? '' }}
      fields={[
        {
          kind: 'select',
          name: 'ownInitiativeId',
          label: t('field'),
          hint: t('hint'),
          options: [
            { value: '', label: t('empty') },
            ...own.map(({ id, title }) => ({ value: id, label: title })),
          ],
        },
      ]}
      labels={{ submit: t('save'), busy: t('busy') }}
    />
  )
}
