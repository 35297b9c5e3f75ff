import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { onBehalfOf } from '@/components/base/forms/on-behalf-of'
import { editMeetingAction, planMeetingAction } from '@/lib/exchange/meetings/actions'
import { meetingValues } from '@/lib/exchange/meetings/schema'
import type { MeetingView } from '@/lib/exchange/meetings/types'

type MeetingFormProps =
  { meeting: MeetingView } | { organisations: readonly { id: string; name: string }[] }

export function MeetingForm(props: MeetingFormProps) {
  const t = useTranslations('meetings.form')
  const field = (
    kind: 'text' | 'textarea' | 'number' | 'date',
    name: 'title' | 'text' | 'day' | 'place' | 'link' | 'seats' | 'agenda',
    hint?: string,
  ) => ({ kind, name, label: t(name), hint })
  const fields = [
    field('text', 'title', t('titleHint')),
    field('textarea', 'text', t('textHint')),
    field('date', 'day'),
    { kind: 'text' as const, name: 'from', label: t('from'), hint: t('timeHint') },
    { kind: 'text' as const, name: 'until', label: t('until') },
    field('text', 'place', t('placeHint')),
    field('text', 'link', t('linkHint')),
    field('number', 'seats', t('seatsHint')),
    field('textarea', 'agenda', t('agendaHint')),
  ]
  if ('meeting' in props) {
    const { meeting } = props
    return (
      <FieldsForm
        action={editMeetingAction}
        about={{ meetingId: meeting.id, version: meeting.version }}
        stored={meetingValues(meeting)}
        fields={fields}
        labels={{ submit: t('save'), busy: t('busy'), done: t('done') }}
      />
    )
  }
  const side = onBehalfOf(props.organisations, t('organisation'))
  return (
    <FieldsForm
      action={planMeetingAction}
      about={side.about}
      stored={side.stored}
      fields={[...side.fields, ...fields]}
      labels={{ submit: t('submit'), busy: t('busy') }}
    />
  )
}
