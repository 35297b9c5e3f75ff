import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContactText } from '@/components/exchange/contacts/region-people'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { StatusWord } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { removeRegionContactAction, saveRegionContactAction } from '@/lib/exchange/contacts/actions'
import { loadContactWork } from '@/lib/exchange/contacts/loaders'
import { regionContactValues } from '@/lib/exchange/contacts/schema'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

async function load(params: Props['params']) {
  const { locale, slug } = await params
  return loadContactWork(
    slug,
    getPathname({
      href: { pathname: '/workspace/regions/[slug]/contacts', params: { slug } },
      locale,
    }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ region }, t] = await Promise.all([load(params), getTranslations('contacts.work')])
  return { title: t('title', { region: region.name }) }
}

export default async function RegionContactsPage({ params }: Props) {
  const [{ region, own, isFull, reader, people }, t, workspace, nav] = await Promise.all([
    load(params),
    getTranslations('contacts.work'),
    getTranslations('workspace'),
    getTranslations('contacts.region'),
  ])
  const regionId = region.id
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'role', label: t('role'), hint: t('roleHint') },
    { kind: 'textarea', name: 'subjects', label: t('subjects'), hint: t('subjectsHint') },
  ]
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          {
            label: region.name,
            href: { pathname: '/workspace/regions/[slug]', params: { slug: region.slug } },
          },
          { label: nav('keep') },
        ]}
      />
      <PageHeader title={t('title', { region: region.name })} lead={t('lead')}>
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/regions/[slug]', params: { slug: region.slug } }}
          >
            {t('toPage')}
          </ButtonLink>
        </p>
      </PageHeader>
      <Section id="mensen" title={t('people')}>
        {people.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
        ) : (
          <ul className="max-w-4xl">
            {people.map((person) => (
              <li
                key={person.id}
                className="grid gap-4 border-t border-hairline py-5 last:border-b sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
              >
                <div className="min-w-0">
                  <ContactText person={person} />
                  {person.left ? (
                    <p className="mt-2 text-sm">
                      <StatusWord tone="attention">{t('left')}</StatusWord>
                    </p>
                  ) : null}
                </div>
                <ActForm
                  action={removeRegionContactAction}
                  about={{ regionId, contactId: person.id }}
                  variant="secondary"
                  label={t('remove')}
                  name={t('removeOf', { name: person.name })}
                  pending={t('removing')}
                />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="aanmelden" title={t(own ? 'change' : 'join')} className="mt-8">
        {isFull ? (
          <Notice tone="attention" title={t('full')}>
            {t('fullWhy')}
          </Notice>
        ) : (
          <>
            <p className="mb-6 max-w-measure text-muted">{t('shown', reader)}</p>
            <FieldsForm
              key={own?.id ?? 'new'}
              action={saveRegionContactAction}
              about={own ? { regionId, version: own.version } : { regionId }}
              stored={own ? regionContactValues(own) : {}}
              fields={fields}
              labels={{ submit: t(own ? 'save' : 'submit'), busy: t('busy') }}
            />
          </>
        )}
      </Section>
    </Page>
  )
}
