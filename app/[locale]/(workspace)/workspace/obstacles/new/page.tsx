import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { obstacleFormText } from '@/components/exchange/obstacles/form-text'
import { NewObstacleForm } from '@/components/exchange/obstacles/obstacle-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadNewObstacle } from '@/lib/exchange/obstacles/loaders'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<{ initiatief?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('obstacles.form')
  return { title: t('newTitle') }
}

export default async function NewObstaclePage({ params, searchParams }: Props) {
  const [{ locale }, { initiatief }] = await Promise.all([params, searchParams])
  const { organisations, options, initiatives } = await loadNewObstacle(
    getPathname({ href: '/workspace/obstacles/new', locale }),
  )
  const [t, register, words] = await Promise.all([
    getTranslations('obstacles.form'),
    getTranslations('obstacles'),
    obstacleFormText(options, 'submit'),
  ])
  const [first, ...others] = organisations.map(({ id, name }) => ({ value: id, label: name }))
  const asked = initiatives.find(({ slug }) => slug === initiatief)
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: register('title'), href: '/obstacles' }, { label: t('newTitle') }]}
      />
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      {first ? (
        <NewObstacleForm
          {...words}
          organisations={[first, ...others]}
          stored={asked ? { initiativeId: asked.id } : {}}
          list={getPathname({ href: '/obstacles', locale })}
          initiatives={[
            { value: '', label: t('initiativeNone') },
            ...initiatives.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          announce={['', ...[1, 2, 3].map((count) => t('found', { count }))]}
        />
      ) : null}
    </Page>
  )
}
