import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { handOverAction } from '@/lib/people/administration/actions'
import type { Person } from '@/lib/people/administration/types'

interface HandOverProps {
  person: Person
  colleagues: readonly { id: string; name: string; organisationId: string }[]
}

/** Shown only when there is something to hand over. */
export function HandOverSection({ person, colleagues }: HandOverProps) {
  const t = useTranslations('administration.person')
  const organisations = new Map(
    person.roles.map(({ organisationId, organisationName }) => [organisationId, organisationName]),
  )
  if (Object.values(person.owned).every((count) => count === 0) || organisations.size === 0)
    return null
  return (
    <Section id="overdragen" title={t('handOver')} lead={t('handOverLead', { ...person.owned })}>
      {[...organisations].map(([organisationId, name]) => {
        const others = colleagues.filter((one) => one.organisationId === organisationId)
        return (
          <div key={organisationId} className="mb-6">
            <h3 className="text-lg">{name}</h3>
            {others.length === 0 ? (
              <p className="mt-2 text-muted">{t('handOverNobody', { organisation: name })}</p>
            ) : (
              <FieldsForm
                action={handOverAction}
                about={{ userId: person.id, organisationId }}
                scope={`over-${organisationId}`}
                stored={{}}
                variant="secondary"
                fields={[
                  {
                    kind: 'select',
                    name: 'toId',
                    label: t('handOverTo'),
                    options: others.map((one) => ({ value: one.id, label: one.name })),
                  },
                ]}
                labels={{ submit: t('handOverSubmit'), busy: t('busy'), done: t('handOverDone') }}
              />
            )}
          </div>
        )
      })}
    </Section>
  )
}
