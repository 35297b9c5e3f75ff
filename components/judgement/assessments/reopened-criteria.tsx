import { labelIn } from '@/lib/base/text/label'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import { loadCriteria } from '@/lib/judgement/assessments/loaders'
import { loadReconsiderationCount } from '@/lib/judgement/reconsiderations/loaders'
import { loadReopenedCriteria } from '@/lib/knowledge/evidence/loaders'

export async function ReopenedCriteria({
  initiativeId,
  locale,
}: {
  initiativeId: string
  locale: Locale
}) {
  const [t, panels, reopened, criteria, asked] = await Promise.all([
    getTranslations({ locale, namespace: 'evidence.reopened' }),
    getTranslations({ locale, namespace: 'panels.reconsider' }),
    loadReopenedCriteria(initiativeId),
    loadCriteria(),
    loadReconsiderationCount(initiativeId),
  ])
  if (reopened.length === 0) return null
  return (
    <div className="mt-10 max-w-measure">
      <h3>{t('title', { count: reopened.length })}</h3>
      <p className="mt-1 text-muted">{t('lead')}</p>
      <dl className="mt-3 divide-y divide-hairline border-y border-hairline">
        {reopened.map(({ criterion, because }) => {
          const criterionLabel = criteria.find(({ slug }) => slug === criterion)
          return (
            <div key={criterion} className="grid gap-x-6 py-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
              <dt className="font-semibold">{labelIn(locale, criterionLabel)}</dt>
              <dd>{because.map((change) => t(`because.${change}`)).join(' ')}</dd>
            </div>
          )
        })}
      </dl>
      {asked === null ? null : <p className="mt-3">{panels('count', { ...asked })}</p>}
    </div>
  )
}
