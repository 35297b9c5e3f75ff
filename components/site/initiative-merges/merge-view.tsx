import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { mergeInitiativesAction } from '@/lib/site/initiative-merges/actions'
import type { MergeView } from '@/lib/site/initiative-merges/loaders'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'
import type { MergePlan } from '@/lib/site/initiative-merges/types'

/** What goes along and what stays behind, and the button that does it. */
export function MergeReady({
  from,
  view: { into, plan },
}: {
  from: ClosingTarget
  view: Extract<MergeView, { state: 'ready' }>
}) {
  const t = useTranslations('merges')
  return (
    <>
      <Section id="wat" title={t('whatTitle')}>
        <p className="max-w-measure">{t('what', { from: from.title, into: into.title })}</p>
        <p className="mt-4">
          <TextLink
            href={{
              pathname: '/workspace/initiatives/[id]/merge',
              params: { id: into.initiativeId },
              query: { met: from.slug },
            }}
          >
            {t('turn')}
          </TextLink>
        </p>
        <PlanLists plan={plan} />
      </Section>
      <Section id="samenvoegen" title={t('doTitle')}>
        <FieldsForm
          action={mergeInitiativesAction}
          about={{ fromId: from.initiativeId, intoId: into.initiativeId }}
          stored={{}}
          fields={[
            { kind: 'textarea', name: 'reason', label: t('reason'), hint: t('reasonHint') },
            { kind: 'checkbox', name: 'sure', label: t('sure', { from: from.title }) },
          ]}
          labels={{ submit: t('submit'), busy: t('busy') }}
          variant="danger"
        />
      </Section>
    </>
  )
}

function PlanLists({ plan: { moves, stays } }: { plan: MergePlan }) {
  const t = useTranslations('merges')
  return (
    <div className="mt-8 grid max-w-4xl gap-x-14 gap-y-8 sm:grid-cols-2">
      <div>
        <h3>{t('moves')}</h3>
        {moves.length === 0 ? (
          <p className="mt-2 text-muted">{t('movesNone')}</p>
        ) : (
          <ul className="mt-2 divide-y divide-hairline border-y border-hairline">
            {moves.map(({ what, moves: count, stays: both }) => (
              <li key={what} className="py-2">
                {t(`moving.${what}`, { count })}
                {both > 0 ? (
                  <span className="block text-sm text-muted">{t('both', { count: both })}</span>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h3>{t('stays')}</h3>
        <ul className="mt-2 divide-y divide-hairline border-y border-hairline">
          {stays.map(({ what, count }) => (
            <li key={what} className="py-2">
              {t(`staying.${what}`, { count })}
            </li>
          ))}
        </ul>
        <p className="mt-3 text-sm text-muted">{t('staysWhy')}</p>
      </div>
    </div>
  )
}

/** Why what was typed does not lead to a merge. */
export function MergeRefused({ view: { state } }: { view: Extract<MergeView, { typed: string }> }) {
  const t = useTranslations('merges.refused')
  return (
    <Notice tone="error" title={t(state)} className="mb-8 max-w-measure">
      {state === 'forbidden' ? t('forbiddenWhy') : null}
    </Notice>
  )
}
