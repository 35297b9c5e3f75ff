import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { ChainSpine } from '@/components/monitor/policies/chain-spine'
import { FundingEditor } from '@/components/monitor/policies/funding-editor'
import { MissingList } from '@/components/monitor/policies/missing-list'
import { PairingForm, type PairingRow } from '@/components/monitor/policies/pairing-form'
import {
  consequenceFields,
  costFields,
  goalFields,
  balanceRows,
  measureFields,
  termOptions,
  theoryFields,
} from '@/components/monitor/policies/policy-specs'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { EditorLinks } from '@/components/site/workspace/editor-links'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import {
  saveConsequencesAction,
  saveCostsAction,
  saveGoalAction,
  saveMeasureAction,
  savePlanningAction,
  saveTheoryAction,
} from '@/lib/monitor/policies/actions'
import { loadPolicyWork } from '@/lib/monitor/policies/loaders'
import { missingParts } from '@/lib/monitor/policies/rules'
import {
  consequencesValues,
  costsValues,
  planningValues,
  theoryValues,
} from '@/lib/monitor/policies/schema'
import type { GoalChoice, MonitorView } from '@/lib/monitor/policies/types'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return {
    locale,
    ...(await loadPolicyWork(
      id,
      getPathname({
        href: { pathname: '/workspace/initiatives/[id]/policy', params: { id } },
        locale,
      }),
    )),
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ target }, t] = await Promise.all([load(params), getTranslations('policies.edit')])
  return { title: t('title', { title: target.title }) }
}

/** Goals with their measures right under them, in the numbering the action expects: a list of its own for each kind. */
function pairingRows(
  goals: readonly GoalChoice[],
  monitor: MonitorView,
  ofRegion: (region: string) => string,
): PairingRow[] {
  let measureIndex = 0
  return goals.flatMap((goal, index) => {
    const linked = monitor.goals.find(({ id }) => id === goal.id)
    return [
      {
        name: `goals.${index}`,
        id: goal.id,
        title: goal.title,
        detail: ofRegion(goal.region.name),
        linked: linked !== undefined,
        note: linked?.note ?? '',
        nested: false,
      },
      ...goal.measures.map((measure): PairingRow => {
        const served = monitor.measures.find(({ id }) => id === measure.id)
        return {
          name: `measures.${measureIndex++}`,
          id: measure.id,
          title: measure.title,
          detail: measure.responsible ?? '',
          linked: served !== undefined,
          note: served?.note ?? '',
          nested: true,
        }
      }),
    ]
  })
}

export default async function PolicyPage({ params, searchParams }: Props) {
  const [{ locale, target, monitor, goals, writableRegions, choices, chain }, query] =
    await Promise.all([load(params), searchParams])
  const [t, workspace] = await Promise.all([
    getTranslations('policies.edit'),
    getTranslations('workspace'),
  ])
  const { initiativeId } = target
  const parts = missingParts(monitor)
  const save = { submit: t('save'), busy: t('busy') }
  const about = { initiativeId, version: monitor.version }
  const writableGoals = goals.filter(({ region }) =>
    writableRegions.some(({ id }) => id === region.id),
  )
  const regions = writableRegions.map(({ id, name }) => ({ value: id, label: name }))
  const [firstRegion] = regions
  const changing = typeof query.geldstroom === 'string' ? query.geldstroom : undefined
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: target.title },
          { label: workspace('policy') },
        ]}
      />
      <PageHeader title={t('title', { title: target.title })} lead={t('lead')}>
        <EditorLinks
          target={target}
          other="/workspace/initiatives/[id]/measurements"
          labels={{ other: t('toMeasurements'), page: t('toPage') }}
        />
      </PageHeader>
      <ChainSpine chain={chain} monitor={monitor} />
      <Section id="koppelen" title={t('pairing')} lead={t('pairingLead')} className="mt-10">
        {goals.length === 0 ? (
          <EmptyState title={t('noGoals')}>{t('noGoalsWhy')}</EmptyState>
        ) : (
          <PairingForm
            initiativeId={initiativeId}
            rows={pairingRows(goals, monitor, (region) => t('ofRegion', { region }))}
            labels={{
              legend: t('pairingLegend'),
              note: t('pairingNote'),
              submit: t('pairingSave'),
              busy: t('busy'),
              conflict: t('pairingConflict'),
            }}
          />
        )}
        {firstRegion ? (
          <div className="mt-6">
            <FieldsForm
              action={saveGoalAction}
              fields={goalFields(t, regions)}
              stored={{ goalRegionId: firstRegion.value }}
              summary={t('addGoal')}
              labels={{ submit: t('add'), busy: t('busy') }}
              about={{
                initiativeId,
                goalId: randomUUID(),
                ...(regions.length === 1 && { goalRegionId: firstRegion.value }),
              }}
            />
            {writableGoals.length > 0 ? (
              <FieldsForm
                action={saveMeasureAction}
                fields={measureFields(
                  t,
                  writableGoals,
                  termOptions(choices.instrumentTypes, locale),
                )}
                stored={{}}
                summary={t('addMeasure')}
                labels={{ submit: t('add'), busy: t('busy') }}
                about={{ initiativeId, measureId: randomUUID() }}
              />
            ) : null}
          </div>
        ) : null}
      </Section>
      <Section id="geld" title={t('funding')} lead={t('fundingLead')}>
        <FundingEditor
          monitor={monitor}
          choices={{
            types: termOptions(choices.fundingTypes, locale),
            alignments: termOptions(choices.alignments, locale),
          }}
          changing={changing}
        />
      </Section>
      <Section id="verandertheorie" title={t('theory')}>
        <FieldsForm
          action={saveTheoryAction}
          fields={theoryFields(t)}
          stored={theoryValues(monitor)}
          about={about}
          labels={save}
        />
      </Section>
      <Section id="bereik" title={t('costs')}>
        <FieldsForm
          action={saveCostsAction}
          fields={costFields(t)}
          stored={costsValues(monitor)}
          about={about}
          labels={save}
        />
      </Section>
      <Section id="elders" title={t('consequences')} lead={t('consequencesLead')}>
        <FieldsForm
          action={saveConsequencesAction}
          fields={consequenceFields(t, termOptions(choices.displacements, locale))}
          stored={consequencesValues(monitor)}
          about={{ ...about, ...balanceRows() }}
          labels={save}
        />
      </Section>
      <Section id="volgende" title={t('planning')}>
        <FieldsForm
          action={savePlanningAction}
          fields={[{ kind: 'date', name: 'nextMeasurementOn', label: t('nextMeasurement') }]}
          stored={planningValues(monitor)}
          about={about}
          labels={save}
        />
      </Section>
      {parts.length > 0 ? (
        <MissingList parts={parts} monitor={monitor} mayEdit={false} />
      ) : (
        <p>{t('complete')}</p>
      )}
    </Page>
  )
}
