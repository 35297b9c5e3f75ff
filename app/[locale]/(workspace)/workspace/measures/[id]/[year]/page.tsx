import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { YearVerdict } from '@/components/monitor/chains/verdict-list'
import { ActForm } from '@/components/base/forms/act-form'
import { CheckboxField } from '@/components/base/forms/choices'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { MeasuredLately } from '@/components/monitor/verdicts/measured-lately'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { yearSchema } from '@/lib/monitor/chains/schema'
import {
  addReactionAction,
  saveExpectationAction,
  saveVerdictAction,
  signExpectationAction,
  signVerdictAction,
} from '@/lib/monitor/verdicts/actions'
import { loadVerdictWork } from '@/lib/monitor/verdicts/loaders'
import { isAfterwards, missingToSign } from '@/lib/monitor/verdicts/rules'
import { expectationValues, verdictValues } from '@/lib/monitor/verdicts/schema'

interface Props {
  params: Promise<{ locale: Locale; id: string; year: string }>
}

async function load({ params }: Props) {
  const { locale, id, year: text } = await params
  const year = yearSchema.safeParse(text).data ?? notFound()
  const returnTo = getPathname({
    href: { pathname: '/workspace/measures/[id]/[year]', params: { id, year: String(year) } },
    locale,
  })
  return { year, ...(await loadVerdictWork(id, year, returnTo)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ target, year }, t] = await Promise.all([
    load(props),
    getTranslations('chains.verdictEditor'),
  ])
  return { title: `${t('title', { measure: target.title })} ${year}` }
}

const CONFIDENCES = ['low', 'medium', 'high'] as const
const DECISIONS = ['continue', 'adapt', 'stop', 'undecided'] as const
const CONSTITUENCIES = ['employers', 'employees', 'independent', 'other'] as const

export default async function VerdictEditorPage(props: Props) {
  const { year, target, now, before, serving } = await load(props)
  const [t, words, workspace] = await Promise.all([
    getTranslations('chains.verdictEditor'),
    getTranslations('chains.verdict'),
    getTranslations('workspace'),
  ])
  const { measureId } = target
  const { expectation, draft, current } = now
  const late = isAfterwards(year, new Date())
  const missing = missingToSign(now)
  const labels = { submit: t('save'), busy: t('busy') }
  const choose = { value: '', label: t('choose') }
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          {
            label: target.regionName,
            href: {
              pathname: '/workspace/regions/[slug]',
              params: { slug: target.regionSlug },
              query: { jaar: year },
            },
          },
          { label: target.title },
        ]}
      />
      <PageHeader
        title={t('title', { measure: target.title })}
        lead={t('lead', { goal: target.goalTitle, region: target.regionName, year })}
      >
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{
              pathname: '/workspace/regions/[slug]',
              params: { slug: target.regionSlug },
              query: { jaar: year },
            }}
          >
            {t('toPage')}
          </ButtonLink>
        </p>
      </PageHeader>
      <Section id="verwachting" title={t('expectation')} lead={t('expectationLead')}>
        {expectation?.signedAt == null ? (
          <>
            <FieldsForm
              action={saveExpectationAction}
              labels={labels}
              stored={expectationValues(expectation)}
              about={{ measureId, year, version: expectation?.version ?? 0 }}
              fields={[
                {
                  kind: 'textarea',
                  name: 'expectationText',
                  label: t('expectationText'),
                  hint: t('expectationHint'),
                },
              ]}
            />
            {expectation === null ? null : (
              <div className="mt-8 max-w-measure border-t border-hairline pt-6">
                <ActForm
                  action={signExpectationAction}
                  about={{ measureId, year, version: expectation.version }}
                  variant="secondary"
                  label={t(late ? 'signLate' : 'sign')}
                  pending={t('busy')}
                >
                  {late ? (
                    <>
                      <Notice tone="attention">{t('late', { year })}</Notice>
                      <CheckboxField name="afterwards" label={t('afterwards')} />
                    </>
                  ) : null}
                </ActForm>
              </div>
            )}
          </>
        ) : null}
        {expectation?.signedAt == null ? null : (
          <YearVerdict year={year} of={{ ...now, current: null, replaced: [] }} />
        )}
      </Section>
      <Section id="gemeten" title={t('measured')} lead={t('measuredLead')}>
        {serving.length === 0 ? (
          <p className="max-w-measure text-clay">{t('measuredNone')}</p>
        ) : (
          <MeasuredLately initiatives={serving} />
        )}
      </Section>
      <Section id="oordeel" title={t('verdict')} lead={t('verdictLead')}>
        {current === null ? null : (
          <>
            <YearVerdict year={year} of={{ ...now, expectation: null }} />
            <h3 className="mt-8 mb-4">{t('correct')}</h3>
          </>
        )}
        <FieldsForm
          action={saveVerdictAction}
          labels={labels}
          stored={verdictValues(draft)}
          about={{ measureId, year, version: draft?.version ?? 0 }}
          fields={[
            { kind: 'textarea', name: 'observed', label: t('observed') },
            { kind: 'textarea', name: 'otherCauses', label: t('otherCauses') },
            {
              kind: 'select',
              name: 'confidence',
              label: t('confidence'),
              options: [
                choose,
                ...CONFIDENCES.map((value) => ({ value, label: words(`confidence.${value}`) })),
              ],
            },
            {
              kind: 'select',
              name: 'decision',
              label: t('decision'),
              options: [
                choose,
                ...DECISIONS.map((value) => ({ value, label: words(`decision.${value}`) })),
              ],
            },
            { kind: 'textarea', name: 'reason', label: t('reason') },
          ]}
        />
        {draft === null ? null : (
          <div className="mt-8 max-w-measure border-t border-hairline pt-6">
            {missing.length > 0 ? (
              <p className="text-clay">
                {t('missing', { list: missing.map((need) => t(`need.${need}`)).join(', ') })}
              </p>
            ) : (
              <ActForm
                action={signVerdictAction}
                about={{ measureId, year, version: draft.version }}
                label={t('signVerdict')}
                pending={t('busy')}
              >
                <p>{t('signNote')}</p>
              </ActForm>
            )}
          </div>
        )}
      </Section>
      <Section id="reacties" title={t('reactions')} lead={t('reactionsLead')}>
        {current === null ? (
          <p className="text-muted">{t('noReactions')}</p>
        ) : (
          <FieldsForm
            action={addReactionAction}
            labels={{ submit: t('addReaction'), busy: t('busy') }}
            stored={{}}
            about={{ measureId, year, verdictId: current.id, reactionId: randomUUID() }}
            fields={[
              {
                kind: 'select',
                name: 'constituency',
                label: t('constituency'),
                options: [
                  choose,
                  ...CONSTITUENCIES.map((value) => ({
                    value,
                    label: words(`constituency.${value}`),
                  })),
                ],
              },
              { kind: 'textarea', name: 'reactionText', label: t('reactionText') },
            ]}
          />
        )}
      </Section>
      <Section id="vorig-jaar" title={t('before', { year: year - 1 })}>
        <YearVerdict year={year - 1} of={before} />
      </Section>
    </Page>
  )
}
