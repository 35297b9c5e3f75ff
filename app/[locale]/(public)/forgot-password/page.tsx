import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { forgotPasswordAction } from '@/lib/people/account-links/actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accountLinks.forgot')
  return { title: t('title'), robots: { index: false } }
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('accountLinks.forgot')
  return (
    <Page className="pb-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      <FieldsForm
        action={forgotPasswordAction}
        about={{}}
        stored={{}}
        fields={[{ kind: 'email', name: 'email', label: t('email'), autoComplete: 'username' }]}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
      />
      <p className="mt-8">
        <TextLink href="/sign-in">{t('back')}</TextLink>
      </p>
    </Page>
  )
}
