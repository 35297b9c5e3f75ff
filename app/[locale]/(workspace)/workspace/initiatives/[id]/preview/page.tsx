import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InitiativePage } from '@/components/knowledge/initiatives/initiative-page'
import { ButtonLink } from '@/components/base/ui/button'
import { Page } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadPreview } from '@/lib/knowledge/initiatives/loaders'
import { todayInNetherlands } from '@/lib/base/text/calendar'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

const load = async (params: Props['params']) => {
  const { locale, id } = await params
  return loadPreview(
    id,
    getPathname({
      href: { pathname: '/workspace/initiatives/[id]/preview', params: { id } },
      locale,
    }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [initiative, t] = await Promise.all([load(params), getTranslations('editing')])
  return { title: `${initiative.title}: ${t('previewTitle', { number: initiative.number })}` }
}

export default async function PreviewPage({ params }: Props) {
  const [initiative, t] = await Promise.all([load(params), getTranslations('editing')])
  return (
    <>
      <Page>
        <Notice title={t('previewTitle', { number: initiative.number })} className="mt-6">
          <p>{t('previewNotice')}</p>
          <p className="mt-3">
            <ButtonLink
              variant="secondary"
              href={{
                pathname: '/workspace/initiatives/[id]',
                params: { id: initiative.revisionId },
              }}
            >
              {t('backToEditing')}
            </ButtonLink>
          </p>
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
