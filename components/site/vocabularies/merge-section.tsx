import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { SelectField } from '@/components/base/forms/inputs'
import { buttonClass } from '@/components/base/ui/button'
import { Facts, Section } from '@/components/base/ui/layout'
import { mergeTermAction } from '@/lib/site/vocabularies/actions'
import { mergePlan } from '@/lib/site/vocabularies/rules'
import type { StoredTerm, TermDetail } from '@/lib/site/vocabularies/types'
import { useUseText } from './use-text'

interface MergeProps {
  term: TermDetail
  others: readonly StoredTerm[]
  subterms: readonly StoredTerm[]
  merge: { into: StoredTerm; doubles: number } | null
}

/** First a choice that changes nothing, then what would change, then the act. */
export function MergeSection({ term, others, subterms, merge }: MergeProps) {
  const t = useTranslations('vocabularies.one')
  return (
    <Section id="samenvoegen" title={t('merge')} lead={t('mergeLead')}>
      <form action="#samenvoegen" className="max-w-measure space-y-4">
        <SelectField
          key={merge?.into.slug ?? ''}
          name="samen"
          label={t('into')}
          defaultValue={merge?.into.slug ?? ''}
          options={[
            { value: '', label: t('intoChoose') },
            ...others.map(({ slug, labelNl }) => ({ value: slug, label: labelNl })),
          ]}
        />
        <button type="submit" className={buttonClass('secondary')}>
          {t('show')}
        </button>
      </form>
      {merge ? <MergePlan term={term} subterms={subterms} merge={merge} /> : null}
    </Section>
  )
}

type PlanProps = Omit<MergeProps, 'others' | 'merge'> & { merge: NonNullable<MergeProps['merge']> }

function MergePlan({ term, subterms, merge: { into, doubles } }: PlanProps) {
  const t = useTranslations('vocabularies.one')
  const uses = useTranslations('vocabularies.uses')
  const names = { from: term.labelNl, into: into.labelNl }
  const moving = useUseText()(term.use)
  const below = subterms.filter(({ id }) => id !== into.id)
  const { altLabels } = mergePlan([], { ...term, retired: false }, into)
  return (
    <div className="mt-8 max-w-measure">
      <h3 className="text-xl">{t('plan', names)}</h3>
      <Facts
        className="mt-4"
        items={[
          {
            label: t('planMoves', names),
            value: moving.length === 0 ? uses('none') : moving.join(', '),
          },
          ...(below.length > 0
            ? [
                {
                  label: t('planBelow', names),
                  value: below.map(({ labelNl }) => labelNl).join(', '),
                },
              ]
            : []),
          { label: t('planNames', names), value: altLabels.join(', ') },
        ]}
      />
      <p className="mt-4">{t('planDoubles', { count: doubles })}</p>
      <p className="mt-2">{t('planAddress', names)}</p>
      <p className="mt-2 mb-6 font-semibold">{t('planUndo')}</p>
      <FieldsForm
        action={mergeTermAction}
        about={{ id: term.id, intoId: into.id }}
        stored={{}}
        scope="merge"
        variant="danger"
        fields={[{ kind: 'checkbox', name: 'sure', label: t('sure') }]}
        labels={{ submit: t('mergeSubmit'), busy: t('mergeBusy') }}
      />
    </div>
  )
}
