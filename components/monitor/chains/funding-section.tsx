import { fundingValues } from '@/lib/monitor/policies/values.schema'
import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { removePartAction, saveChainFundingAction } from '@/lib/monitor/chains/actions'
import type { loadChainWork } from '@/lib/monitor/chains/loaders'

type Loaded = Awaited<ReturnType<typeof loadChainWork>>

export function FundingSection({
  funding,
  moneyFields,
  regionId,
}: {
  funding: NonNullable<Loaded['funding']>
  moneyFields: FieldSpec[]
  regionId: string
}) {
  const t = useTranslations('chains.editor')
  const edit = useTranslations('policies.edit')
  return (
    <Section id="geld" title={t('changeOf', { title: funding.provider })}>
      <FieldsForm
        action={saveChainFundingAction}
        fields={moneyFields}
        stored={fundingValues(funding)}
        about={{ regionId, fundingId: funding.id, version: funding.version }}
        labels={{ submit: edit('save'), busy: edit('busy') }}
      />
      <div className="mt-6">
        <ActForm
          action={removePartAction}
          about={{ regionId, kind: 'funding', id: funding.id, version: funding.version }}
          variant="danger"
          label={t('removeOf', { title: funding.provider })}
          pending={t('removing')}
        />
      </div>
    </Section>
  )
}
