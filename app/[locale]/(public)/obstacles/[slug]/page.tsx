import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AdviceList } from '@/components/exchange/advices/advice-list'
import { FollowButton } from '@/components/people/follows/follow-button'
import { NamingInitiatives } from '@/components/exchange/obstacles/naming-initiatives'
import { ObstacleFacts } from '@/components/exchange/obstacles/obstacle-facts'
import { ObstacleHistory } from '@/components/exchange/obstacles/obstacle-history'
import { ObstacleState } from '@/components/exchange/obstacles/obstacle-state'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { getSettings } from '@/lib/base/settings/loaders'
import { loadAdvicesAbout, loadMayOpenAdvice } from '@/lib/exchange/advices/loaders'
import { loadObstacle, loadObstacleRights } from '@/lib/exchange/obstacles/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const [{ title, description }, { languages }] = await Promise.all([
    loadObstacle(slug),
    getSettings(),
  ])
  const address = (language: Locale) =>
    getPathname({ href: { pathname: '/obstacles/[slug]', params: { slug } }, locale: language })
  return {
    title,
    description: description.slice(0, 300),
    alternates: {
      canonical: address(locale),
      languages: { nl: address('nl'), ...(languages.english && { en: address('en') }) },
    },
  }
}

export default async function ObstaclePage({ params }: Props) {
  const { slug } = await params
  const obstacle = await loadObstacle(slug)
  const [t, { mayEdit }, advices, mayOpen] = await Promise.all([
    getTranslations('obstacles'),
    loadObstacleRights(obstacle),
    loadAdvicesAbout(obstacle.id),
    loadMayOpenAdvice(),
  ])
  const { title, description, status, answer } = obstacle
  return (
    <Page>
      <Breadcrumbs items={[{ label: t('title'), href: '/obstacles' }, { label: title }]} />
      <PageHeader
        kicker={t('kicker')}
        title={
          <span lang="nl" className="break-words hyphens-auto">
            {title}
          </span>
        }
      >
        <ObstacleState status={status} answer={answer} obstacle={obstacle} />
        <ObstacleActions slug={slug} mayEdit={mayEdit} />
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="lg:order-last">
          <ObstacleFacts obstacle={obstacle} />
        </div>
        <div className="min-w-0">
          <Section id="wat" title={t('form.description')}>
            <p className="max-w-measure text-lg whitespace-pre-line" lang="nl">
              {description}
            </p>
          </Section>
          <Section
            id="initiatieven"
            title={t('initiatives', { count: obstacle.initiatives.length })}
          >
            <NamingInitiatives obstacle={obstacle} />
          </Section>
          <Section id="stand" title={t('history.title')}>
            <ObstacleHistory obstacle={obstacle} />
          </Section>
          {advices.length === 0 ? null : (
            <Section id="adviezen" title={t('kept.about', { count: advices.length })}>
              <AdviceList advices={advices} open={mayOpen} />
            </Section>
          )}
        </div>
      </div>
    </Page>
  )
}

function ObstacleActions({ slug, mayEdit }: { slug: string; mayEdit: boolean }) {
  const t = useTranslations('obstacles')
  return (
    <div className="mt-6 flex flex-wrap items-start gap-3 print:hidden">
      <FollowButton
        type="obstacle"
        slug={slug}
        back={{ pathname: '/obstacles/[slug]', params: { slug } }}
      />
      {mayEdit ? (
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/workspace/obstacles/[slug]/edit', params: { slug } }}
          prefetch={false}
        >
          {t('edit')}
        </ButtonLink>
      ) : null}
    </div>
  )
}
