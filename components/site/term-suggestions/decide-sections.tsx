import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TermLinks } from '@/components/site/vocabularies/term-facts'
import { useTermFields } from '@/components/site/vocabularies/term-fields'
import {
  addSuggestedAction,
  refuseSuggestionAction,
  existingTermAction,
} from '@/lib/site/term-suggestions/actions'
import type { SuggestionDetail } from '@/lib/site/term-suggestions/types'

/** Who asked, why and for what. */
export function ProposerList({ suggestion }: { suggestion: SuggestionDetail }) {
  const t = useTranslations('vocabularies.decide')
  return (
    <Section id="wie" title={t('by')}>
      <ul className="max-w-measure">
        {suggestion.proposers.map(({ name, organisations, why, initiative, createdAt }) => (
          <li key={createdAt.toISOString()} className="border-t border-hairline py-4 last:border-b">
            <p className="font-semibold">
              {t('proposer', { name, organisations: organisations.join(', ') })}
            </p>
            {initiative === null ? null : (
              <p className="text-sm text-muted">{t('for', { title: initiative })}</p>
            )}
            <p className="mt-2 whitespace-pre-wrap">{why}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function DecidedNotice({ suggestion }: { suggestion: SuggestionDetail }) {
  const t = useTranslations('vocabularies')
  const { status, term, vocabulary, answer } = suggestion
  return (
    <Section id="besluit" title={t('decide.decided')}>
      <Notice
        className="max-w-measure"
        title={t(`suggest.status.${status}`, { term: term?.labelNl ?? '' })}
      >
        {term ? <TermLinks vocabulary={vocabulary} terms={[term]} /> : answer}
      </Notice>
    </Section>
  )
}

interface DecideProps {
  suggestion: SuggestionDetail
  terms: readonly { id: string; labelNl: string }[]
}

export function DecideSections({ suggestion: { id, name }, terms }: DecideProps) {
  const t = useTranslations('vocabularies.decide')
  const fields = useTermFields(terms, false)
  const busy = t('busy')
  return (
    <>
      <Section id="nieuw" title={t('add')} lead={t('addLead')}>
        <FieldsForm
          action={addSuggestedAction}
          about={{ id }}
          stored={{ labelNl: name }}
          scope="add"
          fields={fields}
          labels={{ submit: t('addSubmit'), busy }}
        />
      </Section>
      <Section id="bestaand" title={t('alternative')} lead={t('alternativeLead')}>
        <FieldsForm
          action={existingTermAction}
          about={{ id }}
          stored={{}}
          scope="alternative"
          variant="secondary"
          fields={[
            {
              kind: 'select',
              name: 'termId',
              label: t('term'),
              options: [
                { value: '', label: t('termChoose') },
                ...terms.map((term) => ({ value: term.id, label: term.labelNl })),
              ],
            },
          ]}
          labels={{ submit: t('alternativeSubmit'), busy }}
        />
      </Section>
      <Section id="weigeren" title={t('refuse')} lead={t('refuseLead')}>
        <FieldsForm
          action={refuseSuggestionAction}
          about={{ id }}
          stored={{}}
          scope="refuse"
          variant="danger"
          fields={[{ kind: 'textarea', name: 'answer', label: t('answer') }]}
          labels={{ submit: t('refuseSubmit'), busy }}
        />
      </Section>
    </>
  )
}
