import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { DraftProgress } from '@/components/knowledge/editing/draft-progress'
import { InitiativePage } from '@/components/knowledge/initiatives/initiative-page'
import { ButtonLink } from '@/components/base/ui/button'
import { Page } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadPreview } from '@/lib/knowledge/initiatives/loaders'
import { submitDraftAction } from '@/lib/knowledge/revisions/actions'
import { loadRevision } from '@/lib/knowledge/revisions/loaders'
import { isComplete } from '@/lib/knowledge/revisions/rules'
import { todayInNetherlands } from '@/lib/base/text/calendar'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

const load = async (params: Props['params']) => {
  const { locale, id } = await params
  const here = getPathname({
    href: { pathname: '/workspace/initiatives/[id]/preview', params: { id } },
    locale,
  })
  const [initiative, work] = await Promise.all([loadPreview(id, here), loadRevision(id, here)])
  return { initiative, ...work }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ initiative }, t] = await Promise.all([load(params), getTranslations('editing')])
  return { title: `${initiative.title}: ${t('previewTitle', { number: initiative.number })}` }
}

export default async function PreviewPage({ params }: Props) {
  const [{ initiative, draft, may }, t, locale] = await Promise.all([
    load(params),
    getTranslations('editing'),
    getLocale(),
  ])
  const edit = { pathname: '/workspace/initiatives/[id]', params: { id: draft.id } } as const
  return (
    <>
      <Page>
        <Notice title={t('previewTitle', { number: initiative.number })} className="mt-6">
          <p>{t('previewNotice')}</p>
          {may.edit ? (
            <div className="mt-3 space-y-3">
              <DraftProgress content={draft.content} page={getPathname({ href: edit, locale })} />
              <p>{t('lift.measure')}</p>
            </div>
          ) : null}
          <div className="mt-4 flex flex-wrap items-start gap-3">
            {may.edit && isComplete(draft.content) ? (
              <ActForm
                action={submitDraftAction}
                about={{ revisionId: draft.id, version: draft.version }}
                label={t('submit')}
                pending={t('submitting')}
              />
            ) : null}
            <ButtonLink variant="secondary" href={edit}>
              {t('backToEditing')}
            </ButtonLink>
          </div>
        </Notice>
      </Page>
      <InitiativePage
        initiative={initiative}
        today={todayInNetherlands(new Date())}
        evidence={null}
      />
    </>
  )
}
