import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { noonOf } from '@/lib/base/text/calendar'
import { restoreTermAction, retireTermAction } from '@/lib/site/vocabularies/actions'
import type { StoredTerm, TermDetail } from '@/lib/site/vocabularies/types'

interface RetireProps {
  term: TermDetail
  subterms: readonly StoredTerm[]
  places: readonly StoredTerm[]
}

export function RetireSection({ term: { id, retiredOn }, subterms, places }: RetireProps) {
  const t = useTranslations('vocabularies.one')
  if (retiredOn !== null)
    return (
      <Section id="vervallen" title={t('retire')}>
        <Notice tone="attention" className="mb-6 max-w-measure">
          {t('retiredOn', { date: noonOf(retiredOn) })}
        </Notice>
        <ActForm
          action={restoreTermAction}
          about={{ id }}
          label={t('restore')}
          pending={t('restoreBusy')}
          variant="secondary"
        />
      </Section>
    )
  const where: FieldSpec = {
    kind: 'select',
    name: 'childrenTo',
    label: t('childrenTo'),
    hint: subterms.map(({ labelNl }) => labelNl).join(', '),
    options: [
      { value: '', label: t('childrenChoose') },
      { value: 'top', label: t('childrenTop') },
      ...places.map((one) => ({ value: one.id, label: one.labelNl })),
    ],
  }
  return (
    <Section id="vervallen" title={t('retire')} lead={t('retireLead')}>
      <FieldsForm
        action={retireTermAction}
        about={{ id }}
        stored={{}}
        scope="retire"
        summary={t('retire')}
        variant="danger"
        fields={[
          ...(subterms.length > 0 ? [where] : []),
          { kind: 'checkbox', name: 'sure', label: t('sure') },
        ]}
        labels={{ submit: t('retireSubmit'), busy: t('retireBusy') }}
      />
    </Section>
  )
}
