import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { newPasswordAction } from '@/lib/people/account-links/actions'
import { loadLink } from '@/lib/people/account-links/loaders'

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accountLinks.reset')
  return { title: t('title'), robots: { index: false } }
}

export default async function NewPasswordPage({ searchParams }: Props) {
  const { token } = await searchParams
  const text = typeof token === 'string' ? token : undefined
  const [t, gone, link] = await Promise.all([
    getTranslations('accountLinks.reset'),
    getTranslations('accountLinks.gone'),
    loadLink(text),
  ])
  if (text === undefined || link?.purpose !== 'password' || link.state !== 'open')
    return (
      <Page>
        <PageHeader title={gone('title')} lead={gone('why')}>
          <p className="mt-6">
            <ButtonLink href="/forgot-password">{gone('again')}</ButtonLink>
          </p>
        </PageHeader>
      </Page>
    )
  return (
    <Page className="pb-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      <FieldsForm
        action={newPasswordAction}
        about={{ token: text }}
        stored={{}}
        fields={[
          {
            kind: 'password',
            name: 'password',
            label: t('password'),
            hint: t('passwordHint'),
            autoComplete: 'new-password',
          },
        ]}
        labels={{ submit: t('submit'), busy: t('busy'), done: '' }}
      />
    </Page>
  )
}
