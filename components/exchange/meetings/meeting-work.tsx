import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import {
  addMaterialAction,
  cancelMeetingAction,
  creditMeetingAction,
  removeCreditAction,
  removeMaterialAction,
  saveOutcomeAction,
} from '@/lib/exchange/meetings/actions'
import type { MeetingView } from '@/lib/exchange/meetings/types'
import { ACCEPTED_FILES, MAX_FILE_BYTES } from '@/lib/base/files/file-type'
import { MeetingCredit } from './meeting-parts'

interface PartProps {
  meeting: MeetingView
}

export function CancelMeeting({ meeting }: PartProps) {
  const t = useTranslations('meetings.work')
  return (
    <FieldsForm
      action={cancelMeetingAction}
      summary={t('cancelTitle')}
      variant="danger"
      about={{ meetingId: meeting.id, version: meeting.version }}
      stored={{}}
      fields={[{ kind: 'textarea', name: 'reason', label: t('reason'), hint: t('reasonHint') }]}
      labels={{ submit: t('cancel'), busy: t('cancel'), done: t('cancelDone') }}
    />
  )
}

export function MaterialForms({ meeting }: PartProps) {
  const [t, shared] = [useTranslations('meetings.work'), useTranslations('meetings')]
  return (
    <div className="space-y-6">
      <ul className="max-w-measure">
        {meeting.materials.map(({ id, title }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-4 border-t border-hairline py-3"
          >
            <span>{title}</span>
            <ActForm
              action={removeMaterialAction}
              about={{ meetingId: meeting.id, partId: id }}
              label={t('remove')}
              name={t('removeThis', { name: title })}
              pending={shared('busy')}
              variant="quiet"
            />
          </li>
        ))}
      </ul>
      <FieldsForm
        key={meeting.materials.length}
        action={addMaterialAction}
        about={{ meetingId: meeting.id }}
        stored={{}}
        fields={[
          { kind: 'text', name: 'material', label: t('materialTitle') },
          { kind: 'text', name: 'url', label: t('materialUrl'), hint: t('materialUrlHint') },
          {
            kind: 'file',
            name: 'file',
            label: t('materialFile'),
            hint: t('materialFileHint'),
            accept: ACCEPTED_FILES,
            maxBytes: MAX_FILE_BYTES,
          },
        ]}
        labels={{ submit: t('addMaterial'), busy: shared('busy'), done: t('added') }}
      />
    </div>
  )
}

interface CreditableProps extends PartProps {
  creditable: readonly { id: string; organisation: string; title: string }[]
}

function CreditList({ meeting }: PartProps) {
  const [t, shared] = [useTranslations('meetings.work'), useTranslations('meetings')]
  return (
    <ul className="mt-4 max-w-measure">
      {meeting.credits.map((credit) => (
        <li
          key={credit.id}
          className="flex flex-wrap items-center justify-between gap-4 border-t border-hairline py-3"
        >
          <span className="min-w-0">
            <MeetingCredit credit={credit} />
          </span>
          <ActForm
            action={removeCreditAction}
            about={{ meetingId: meeting.id, partId: credit.id }}
            label={t('remove')}
            name={t('removeThis', {
              name: credit.text === '' ? (credit.adoption?.organisation ?? '') : credit.text,
            })}
            pending={shared('busy')}
            variant="quiet"
          />
        </li>
      ))}
    </ul>
  )
}

function AddCreditForm({ meeting, creditable }: CreditableProps) {
  const [t, shared] = [useTranslations('meetings.work'), useTranslations('meetings')]
  return (
    <FieldsForm
      action={creditMeetingAction}
      about={{ meetingId: meeting.id }}
      stored={{}}
      fields={[
        ...(creditable.length > 0
          ? [
              {
                kind: 'select' as const,
                name: 'adoptionId',
                label: t('adoption'),
                options: [
                  { value: '', label: t('adoptionNone') },
                  ...creditable.map(({ id, organisation, title }) => ({
                    value: id,
                    label: `${organisation}: ${title}`,
                  })),
                ],
              },
            ]
          : []),
        { kind: 'text', name: 'text', label: t('contact'), hint: t('contactHint') },
      ]}
      labels={{ submit: t('addCredit'), busy: shared('busy'), done: t('added') }}
    />
  )
}

export function OutcomeForms({ meeting, creditable }: CreditableProps) {
  const [t, shared] = [useTranslations('meetings.work'), useTranslations('meetings')]
  return (
    <div className="space-y-10">
      <FieldsForm
        action={saveOutcomeAction}
        about={{ meetingId: meeting.id, version: meeting.version }}
        stored={{ outcome: meeting.outcome }}
        fields={[
          { kind: 'textarea', name: 'outcome', label: t('outcome'), hint: t('outcomeHint') },
        ]}
        labels={{ submit: t('saveOutcome'), busy: shared('busy') }}
      />
      <div>
        <h3>{t('credits')}</h3>
        <p className="mt-1 max-w-measure text-muted">{t('creditsLead')}</p>
        <CreditList meeting={meeting} />
        <AddCreditForm meeting={meeting} creditable={creditable} />
      </div>
    </div>
  )
}
