import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { closeInitiativeAction, reopenInitiativeAction } from '@/lib/knowledge/closures/actions'
import { isClosedByEditors, type ChosenKind } from '@/lib/knowledge/closures/rules'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'
import { ArchivedNotice } from './closed-notice'

const STATE = {
  archived: 'isArchived',
  withdrawn: 'isWithdrawn',
  merged: 'isMerged',
} as const

/** Public, archived, withdrawn or merged, with the reason. */
export function StandingSection({ target }: { target: ClosingTarget }) {
  const t = useTranslations('closures')
  const { closure, slug } = target
  return (
    <Section id="nu" title={t('now')}>
      <p>{t(closure ? STATE[closure.kind] : 'isPublic')}</p>
      {closure?.kind === 'archived' ? <ArchivedNotice closure={closure} /> : null}
      {closure && closure.kind !== 'archived' ? (
        <p lang="nl" className="mt-4 max-w-measure whitespace-pre-line">
          {closure.reason}
        </p>
      ) : null}
      <p className="mt-6">
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/initiatives/[slug]', params: { slug } }}
        >
          {t('toPage')}
        </ButtonLink>
      </p>
    </Section>
  )
}

interface CloseSectionProps {
  target: ClosingTarget
  kinds: readonly ChosenKind[]
}

export function CloseSection({ target, kinds }: CloseSectionProps) {
  const t = useTranslations('closures.close')
  return (
    <Section id="uit-de-lijsten" title={t('title')} lead={t('lead')}>
      <FieldsForm
        action={closeInitiativeAction}
        about={{ initiativeId: target.initiativeId }}
        stored={{ kind: 'archived' }}
        fields={[
          {
            kind: 'select',
            name: 'kind',
            label: t('kind'),
            options: kinds.map((value) => ({ value, label: t(value) })),
          },
          { kind: 'textarea', name: 'reason', label: t('reason'), hint: t('reasonHint') },
        ]}
        labels={{ submit: t('submit'), busy: t('busy') }}
        variant="secondary"
        scope="close"
      />
    </Section>
  )
}

export function ReopenSection({ target, may }: { target: ClosingTarget; may: boolean }) {
  const t = useTranslations('closures.reopen')
  if (!target.closure || target.closure.kind === 'merged') return null
  return (
    <Section id="terugzetten" title={t('title')} lead={may ? t('lead') : undefined}>
      {may ? (
        <ActForm
          action={reopenInitiativeAction}
          about={{ initiativeId: target.initiativeId }}
          label={t('submit')}
          pending={t('busy')}
        />
      ) : isClosedByEditors(target.closure) ? (
        <p className="max-w-measure">{t('byEditors')}</p>
      ) : null}
    </Section>
  )
}

/** The way to the page on which two become one. */
export function MergeSection({ target }: { target: ClosingTarget }) {
  const t = useTranslations('closures.merge')
  return (
    <Section id="samenvoegen" title={t('title')} lead={t('lead')}>
      <ButtonLink
        variant="secondary"
        href={{
          pathname: '/workspace/initiatives/[id]/merge',
          params: { id: target.initiativeId },
        }}
      >
        {t('link')}
      </ButtonLink>
    </Section>
  )
}
