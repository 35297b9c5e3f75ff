import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { obstacleFormText } from '@/components/exchange/obstacles/form-text'
import { EditObstacleForm } from '@/components/exchange/obstacles/obstacle-form'
import { MergedList, MergeForm, StepForms } from '@/components/exchange/obstacles/step-forms'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadObstacleWork } from '@/lib/exchange/obstacles/loaders'
import { obstacleValues } from '@/lib/exchange/obstacles/rules'
import { todayInNetherlands } from '@/lib/base/text/calendar'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

async function load(params: Props['params']) {
  const { locale, slug } = await params
  return loadObstacleWork(
    slug,
    getPathname({
      href: { pathname: '/workspace/obstacles/[slug]/edit', params: { slug } },
      locale,
    }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ obstacle }, t] = await Promise.all([load(params), getTranslations('obstacles.form')])
  return { title: `${t('editTitle')}: ${obstacle.title}` }
}

export default async function EditObstaclePage({ params }: Props) {
  const { obstacle, mayMerge, duplicates, options } = await load(params)
  const [t, words] = await Promise.all([
    getTranslations('obstacles'),
    obstacleFormText(options, 'save', {
      groups: obstacle.groups.map(({ slug }) => slug),
      regions: obstacle.named.map(({ slug }) => slug),
    }),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/obstacles' },
          {
            label: obstacle.title,
            href: { pathname: '/obstacles/[slug]', params: { slug: obstacle.slug } },
          },
          { label: t('edit') },
        ]}
      />
      <PageHeader
        kicker={t('form.editTitle')}
        title={
          <span lang="nl" className="break-words hyphens-auto">
            {obstacle.title}
          </span>
        }
      />
      <Section id="stand" title={t('step.title')}>
        <StepForms obstacle={obstacle} today={todayInNetherlands(new Date())} />
      </Section>
      <Section id="tekst" title={t('form.editTitle')} lead={t('form.newLead')}>
        <EditObstacleForm
          {...words}
          about={{ obstacleId: obstacle.id, version: obstacle.version }}
          stored={obstacleValues({ ...obstacle, regions: obstacle.named })}
        />
      </Section>
      {mayMerge ? (
        <Section id="samenvoegen" title={t('merge.title')} lead={t('merge.lead')}>
          <MergeForm obstacle={obstacle} duplicates={duplicates} />
          <MergedList obstacle={obstacle} />
        </Section>
      ) : null}
    </Page>
  )
}
