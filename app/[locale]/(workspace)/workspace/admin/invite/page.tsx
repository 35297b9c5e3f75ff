import type { Metadata } from 'next'
import { NextIntlClientProvider, useTranslations } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { InviteManyForm } from '@/components/people/invitations/invite-many-form'
import { roleFields } from '@/components/people/invitations/role-fields'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { loadInviting } from '@/lib/people/administration/loaders'
import { inviteAction } from '@/lib/people/invitations/actions'

interface Props {
  searchParams: Promise<{ organisatie?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitations.form')
  return { title: t('title') }
}

export default async function InvitePage({ searchParams }: Props) {
  const path = getPathname({ href: '/workspace/admin/invite', locale: await getLocale() })
  const [t, admin, workspace, messages, { organisations, chosen, isAdministrator }] =
    await Promise.all([
      getTranslations('invitations.form'),
      getTranslations('administration'),
      getTranslations('workspace'),
      getMessages(),
      loadInviting(path, searchParams),
    ])
  const { ui, forms, errors, invitations } = messages
  const fields = roleFields({
    organisations,
    withPlatform: isAdministrator,
    words: {
      organisation: t('organisation'),
      organisationHint: t('organisationHint'),
      organisationNone: t('organisationNone'),
      role: t('role'),
      chooseRole: t('chooseRole'),
      rolePlatform: t('rolePlatform'),
      roles: messages.accounts.roles,
    },
  })
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {organisations.length === 0 ? <NoOrganisations /> : null}
      <Section id="een" title={t('one')}>
        <FieldsForm
          action={inviteAction}
          about={{}}
          stored={{ organisationId: chosen?.id ?? '' }}
          fields={[
            { kind: 'email', name: 'email', label: t('email'), autoComplete: 'off' },
            ...fields,
          ]}
          labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
        />
      </Section>
      <Section id="meer" title={t('many')}>
        <NextIntlClientProvider messages={{ ui, forms, errors, invitations }}>
          <InviteManyForm fields={fields} organisationId={chosen?.id ?? ''} />
        </NextIntlClientProvider>
      </Section>
    </Page>
  )
}

function NoOrganisations() {
  const t = useTranslations('invitations.form')
  return (
    <EmptyState
      title={t('noOrganisations')}
      action={<ButtonLink href="/workspace/admin/organisations">{t('toOrganisations')}</ButtonLink>}
      className="mb-10"
    >
      {t('noOrganisationsWhy')}
    </EmptyState>
  )
}
