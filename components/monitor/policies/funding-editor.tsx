import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import type { Option } from '@/components/base/forms/inputs'
import { TextLink } from '@/components/base/ui/text'
import { deleteFundingAction, saveFundingAction } from '@/lib/monitor/policies/actions'
import { NOT_ASSESSED } from '@/lib/monitor/policies/schema'
import { fundingValues } from '@/lib/monitor/policies/values.schema'
import type { MonitorView } from '@/lib/monitor/policies/types'
import { FundingList } from './funding-list'
import { fundingFields } from './policy-specs'

type Funding = MonitorView['fundings'][number]

interface FundingEditorProps {
  monitor: MonitorView
  choices: { types: readonly Option[]; alignments: readonly Option[] }
  /** One form at a time keeps field ids unique on the page. */
  changing: string | undefined
}

interface FundingFormProps {
  initiativeId: string
  fields: readonly FieldSpec[]
}

function ChangeFunding({ initiativeId, fields, funding }: FundingFormProps & { funding: Funding }) {
  const t = useTranslations('policies.edit')
  return (
    <div>
      <h3 className="mb-4">{t('changeFunding', { provider: funding.provider })}</h3>
      <FieldsForm
        action={saveFundingAction}
        fields={fields}
        stored={fundingValues(funding)}
        labels={{ submit: t('save'), busy: t('busy') }}
        about={{ initiativeId, fundingId: funding.id, version: funding.version }}
      />
      <div className="mt-6">
        <ActForm
          action={deleteFundingAction}
          about={{ initiativeId, fundingId: funding.id, version: funding.version }}
          variant="danger"
          label={t('removeFunding', { provider: funding.provider })}
          pending={t('removing')}
        />
      </div>
    </div>
  )
}

function AddFunding({ initiativeId, fields, own }: FundingFormProps & { own: readonly Funding[] }) {
  const t = useTranslations('policies.edit')
  return (
    <>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {own.map(({ id, provider }) => (
          <li key={id}>
            <TextLink
              href={{
                pathname: '/workspace/initiatives/[id]/policy',
                params: { id: initiativeId },
                query: { geldstroom: id },
                hash: 'geld',
              }}
            >
              {t('changeFunding', { provider })}
            </TextLink>
          </li>
        ))}
      </ul>
      <FieldsForm
        action={saveFundingAction}
        fields={fields}
        stored={{ alignment: NOT_ASSESSED, amountQualifier: 'exact' }}
        summary={t('addFunding')}
        labels={{ submit: t('add'), busy: t('busy'), done: t('added') }}
        about={{ initiativeId, fundingId: randomUUID() }}
      />
    </>
  )
}

export async function FundingEditor({ monitor, choices, changing }: FundingEditorProps) {
  const t = await getTranslations('policies.edit')
  const own = monitor.fundings.filter(({ ownToInitiative }) => ownToInitiative)
  const chosen = own.find(({ id }) => id === changing)
  const fields = fundingFields(t, {
    ...choices,
    measures: monitor.measures.map(({ id, title }) => ({ value: id, label: title })),
  })
  return (
    <div className="space-y-6">
      {monitor.fundings.length === 0 ? (
        <p className="text-muted">{t('noFunding')}</p>
      ) : (
        <FundingList fundings={monitor.fundings} />
      )}
      {chosen ? (
        <ChangeFunding initiativeId={monitor.initiativeId} funding={chosen} fields={fields} />
      ) : (
        <AddFunding initiativeId={monitor.initiativeId} own={own} fields={fields} />
      )}
    </div>
  )
}
