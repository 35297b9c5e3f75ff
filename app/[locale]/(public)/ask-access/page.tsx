import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { askAccessAction } from '@/lib/people/access-requests/actions'
import { loadJoinableOrganisations } from '@/lib/people/access-requests/loaders'
import { ASKED_ROLES, OTHER_ORGANISATION } from '@/lib/people/access-requests/schema'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessRequests.form')
  return { title: t('title') }
}

export default async function AskAccessPage() {
  const [t, organisations] = await Promise.all([
    getTranslations('accessRequests.form'),
    loadJoinableOrganisations(),
  ])
  return (
    <Page className="pb-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      <FieldsForm
        action={askAccessAction}
        about={{}}
        stored={{}}
        fields={[
          { kind: 'text', name: 'name', label: t('name'), autoComplete: 'name' },
          { kind: 'email', name: 'email', label: t('email'), autoComplete: 'email' },
          {
            kind: 'select',
            name: 'organisationId',
            label: t('organisation'),
            options: [
              { value: '', label: t('choose') },
              ...organisations.map(({ id, name }) => ({ value: id, label: name })),
              { value: OTHER_ORGANISATION, label: t('other') },
            ],
          },
          {
            kind: 'text',
            name: 'organisationName',
            label: t('organisationName'),
            hint: t('organisationNameHint'),
            autoComplete: 'organization',
          },
          {
            kind: 'select',
            name: 'role',
            label: t('role'),
            options: [
              { value: '', label: t('choose') },
              ...ASKED_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) })),
            ],
          },
          { kind: 'textarea', name: 'reason', label: t('reason'), hint: t('reasonHint') },
        ]}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
      />
    </Page>
  )
}
