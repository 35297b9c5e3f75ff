import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import { loadReader } from '@/lib/people/accounts/loaders'
import { loadAssessmentRight } from '@/lib/judgement/assessments/loaders'
import { mayRequestRound } from '@/lib/judgement/panels/loaders'
import { loadMayEdit } from '@/lib/knowledge/initiatives/loaders'

export async function InitiativeActions({ initiative }: { initiative: InitiativeView }) {
  const [t, mayEdit, right, mayAsk] = await Promise.all([
    getTranslations('initiatives.action'),
    loadMayEdit(initiative.organisationId),
    loadReader().then((reader) => loadAssessmentRight(initiative.slug, reader)),
    loadReader().then((reader) => mayRequestRound(reader, initiative.organisationId)),
  ])
  const assess = {
    pathname: '/workspace/assessments/[slug]',
    params: { slug: initiative.slug },
  } as const
  const panel = {
    pathname: '/workspace/initiatives/[id]/panel',
    params: { id: initiative.id },
  } as const
  if (mayEdit) {
    const params = { id: initiative.id }
    return (
      <>
        <ButtonLink
          href={{ pathname: '/workspace/initiatives/[id]', params: { id: initiative.revisionId } }}
        >
          {t('edit')}
        </ButtonLink>
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/workspace/initiatives/[id]/policy', params }}
        >
          {t('policy')}
        </ButtonLink>
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/workspace/initiatives/[id]/measurements', params }}
        >
          {t('measurements')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={panel}>
          {t('panel')}
        </ButtonLink>
        {right === 'self' ? (
          <ButtonLink variant="secondary" href={assess}>
            {t('selfScore')}
          </ButtonLink>
        ) : null}
      </>
    )
  }
  if (right === 'panel') return <ButtonLink href={assess}>{t('assess')}</ButtonLink>
  return mayAsk ? (
    <ButtonLink variant="secondary" href={panel}>
      {t('panel')}
    </ButtonLink>
  ) : null
}
