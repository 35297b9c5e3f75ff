import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GoalEditor, parentOptions } from '@/components/monitor/chains/goal-editor'
import { ImportForm } from '@/components/monitor/chains/import-form'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import {
  fundingFields,
  goalFields,
  measureFields,
  termOptions,
} from '@/components/monitor/policies/policy-specs'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import {
  addNationalGoalsAction,
  copyYearAction,
  removePartAction,
  saveChainFundingAction,
  saveChainGoalAction,
  saveChainMeasureAction,
} from '@/lib/monitor/chains/actions'
import { loadChainWork, reviewYear } from '@/lib/monitor/chains/loaders'
import { IMPORT_COLUMNS } from '@/lib/monitor/chains/schema'
import { fundingValues, NOT_ASSESSED } from '@/lib/monitor/policies/schema'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load({ params, searchParams }: Props) {
  const [{ locale, slug }, query] = await Promise.all([params, searchParams])
  const year = reviewYear(query.jaar)
  const changing = typeof query.wijzig === 'string' ? query.wijzig : undefined
  const returnTo = getPathname({
    href: { pathname: '/workspace/regions/[slug]', params: { slug }, query: { jaar: year } },
    locale,
  })
  return { locale, slug, year, changing, ...(await loadChainWork(slug, year, returnTo, changing)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ chain }, t] = await Promise.all([load(props), getTranslations('chains.editor')])
  return { title: t('title', { region: chain.region.name }) }
}

export default async function ChainEditorPage(props: Props) {
  const { locale, slug, year, changing, chain, goals, copies, funding, choices } = await load(props)
  const [t, edit, workspace, headers, learning, contacts] = await Promise.all([
    getTranslations('chains.editor'),
    getTranslations('policies.edit'),
    getTranslations('workspace'),
    getTranslations('chains.importColumns'),
    getTranslations('learning'),
    getTranslations('contacts.region'),
  ])
  const { id: regionId, name } = chain.region
  const instruments = termOptions(choices.instrumentTypes, locale)
  const measures = goals.flatMap((goal) => goal.measures)
  const moneyFields = fundingFields(edit, {
    types: termOptions(choices.fundingTypes, locale),
    alignments: termOptions(choices.alignments, locale),
    measures: measures.map(({ id, title }) => ({ value: id, label: title })),
  })
  const add = { submit: edit('add'), busy: edit('busy') }
  const columns = Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, headers(column)]))
  const words = {
    faults: t('importFaults'),
    ready: t('importReady'),
    done: t('importDone'),
    confirm: t('importConfirm'),
    fault: t('importFault'),
    sheetRead: t('importSheetRead'),
    sheetOthers: t('importSheetOthers'),
  }
  return (
    <Page>
      <Breadcrumbs items={[{ label: workspace('title'), href: '/workspace' }, { label: name }]} />
      <PageHeader title={t('title', { region: name })} lead={t('lead')}>
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/regions/[slug]/monitor', params: { slug }, query: { jaar: year } }}
          >
            {t('toPage')}
          </ButtonLink>
        </p>
        <p className="mt-4 flex flex-wrap gap-x-6">
          <TextLink
            className="inline-flex min-h-11 items-center"
            href={{ pathname: '/workspace/regions/[slug]/learning', params: { slug } }}
          >
            {learning('edit')}
          </TextLink>
          <TextLink
            className="inline-flex min-h-11 items-center"
            href={{ pathname: '/workspace/regions/[slug]/contacts', params: { slug } }}
          >
            {contacts('keep')}
          </TextLink>
        </p>
        <p className="mt-2 flex flex-wrap gap-x-6 text-sm">
          {[year - 1, year + 1].map((other) => (
            <TextLink
              key={other}
              className="inline-flex min-h-11 items-center"
              href={{
                pathname: '/workspace/regions/[slug]',
                params: { slug },
                query: { jaar: other },
              }}
            >
              {t('goals', { year: other })}
            </TextLink>
          ))}
        </p>
      </PageHeader>
      <Section id="doelen" title={t('goals', { year })} lead={t('goalsLead')}>
        {goals.length === 0 ? (
          <EmptyState title={t('noGoals', { year })}>{t('noGoalsWhy')}</EmptyState>
        ) : (
          <GoalEditor
            regionId={regionId}
            slug={slug}
            year={year}
            goals={goals}
            instruments={instruments}
            changing={changing}
          />
        )}
        {changing === undefined ? (
          <div className="mt-6">
            <FieldsForm
              action={saveChainGoalAction}
              summary={t('addGoal')}
              labels={add}
              stored={{ goalStartsOn: `${year}-01-01` }}
              fields={[
                {
                  kind: 'select',
                  name: 'parentId',
                  label: t('parent'),
                  options: parentOptions(goals, t('topLevel')),
                },
                ...goalFields(edit, []),
              ]}
              about={{ regionId, goalRegionId: regionId, goalId: randomUUID() }}
            />
            {goals.length > 0 ? (
              <FieldsForm
                action={saveChainMeasureAction}
                summary={t('addMeasure')}
                labels={add}
                stored={{}}
                fields={measureFields(edit, goals, instruments)}
                about={{ regionId, measureId: randomUUID() }}
              />
            ) : null}
            {measures.length > 0 ? (
              <FieldsForm
                action={saveChainFundingAction}
                summary={t('addFunding')}
                labels={add}
                stored={{ alignment: NOT_ASSESSED, amountQualifier: 'exact' }}
                fields={moneyFields}
                about={{ regionId, fundingId: randomUUID() }}
              />
            ) : null}
          </div>
        ) : (
          <p className="mt-6">
            <TextLink
              href={{
                pathname: '/workspace/regions/[slug]',
                params: { slug },
                query: { jaar: year },
              }}
            >
              {t('close')}
            </TextLink>
          </p>
        )}
      </Section>
      {funding === null ? null : (
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
      )}
      <Section id="beginnen" title={t('start')}>
        <div className="space-y-8">
          {copies > 0 ? (
            <ActForm
              action={copyYearAction}
              about={{ regionId, year }}
              variant="secondary"
              label={t('copy', { count: copies, before: year - 1, year })}
              pending={t('copying')}
            >
              <p className="max-w-measure text-muted">{t('copyNote')}</p>
            </ActForm>
          ) : (
            <p className="max-w-measure text-muted">{t('copyNone', { before: year - 1 })}</p>
          )}
          <ActForm
            action={addNationalGoalsAction}
            about={{ regionId, year }}
            variant="secondary"
            label={t('template')}
            pending={t('adding')}
          >
            <p className="max-w-measure text-muted">{t('templateNote')}</p>
          </ActForm>
          <div>
            <h3>{t('import')}</h3>
            <p className="mt-1 mb-4 max-w-measure text-muted">
              {t('importNote')}{' '}
              <a href={`/api/monitor/${slug}/voorbeeldbestand.xlsx?taal=${locale}`} download>
                {t('importTemplate')}
              </a>
            </p>
            <ImportForm
              regionId={regionId}
              columns={columns}
              words={words}
              labels={{
                file: t('importFile'),
                look: t('importTry'),
                reading: t('reading'),
                adding: t('adding'),
                sheet: t('importSheetChoose'),
              }}
            />
          </div>
        </div>
      </Section>
    </Page>
  )
}
