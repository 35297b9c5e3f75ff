import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { loadRegionContacts } from '@/lib/exchange/contacts/loaders'
import type { RegionContactPerson } from '@/lib/exchange/contacts/types'
import type { RegionSummary } from '@/lib/base/regions/types'

export function ContactText({
  person: { name, role, organisation, subjects },
}: {
  person: Pick<RegionContactPerson, 'name' | 'role' | 'organisation' | 'subjects'>
}) {
  return (
    <>
      <p className="font-serif text-lg leading-snug font-semibold">{name}</p>
      <p className="text-sm text-muted" lang="nl">
        {[role, organisation].filter((word) => word !== '').join(', ')}
      </p>
      {subjects === '' ? null : (
        <p className="mt-2 whitespace-pre-line" lang="nl">
          {subjects}
        </p>
      )}
    </>
  )
}

function PersonToAsk({ person, slug }: { person: RegionContactPerson; slug: string }) {
  const t = useTranslations('contacts.region')
  return (
    <li className="border-l-4 border-green pl-5">
      <ContactText person={person} />
      {person.isReader ? (
        <p className="mt-3 text-sm font-semibold">{t('you')}</p>
      ) : (
        <p className="mt-4 print:hidden">
          <ButtonLink
            variant="secondary"
            href={{
              pathname: '/regions/[slug]/contact',
              params: { slug },
              query: { aan: person.id },
            }}
            prefetch={false}
            rel="nofollow"
          >
            {t('write', { name: person.name })}
          </ButtonLink>
        </p>
      )}
    </li>
  )
}

/** Without a contact person the organisation of the region answers, or the administrators. */
function AskInstead({ slug }: { slug: string }) {
  const t = useTranslations('contacts.region')
  const enquiries = useTranslations('enquiries')
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <ButtonLink
        href={{ pathname: '/regions/[slug]/contact', params: { slug } }}
        prefetch={false}
        rel="nofollow"
      >
        {enquiries('button')}
      </ButtonLink>
      <TextLink href="/calls">{t('toCalls')}</TextLink>
    </div>
  )
}

function ReportMistake({ slug }: { slug: string }) {
  const t = useTranslations('enquiries')
  return (
    <p className="mt-6 print:hidden">
      <TextLink
        href={{ pathname: '/regions/[slug]/contact', params: { slug }, query: { soort: 'fout' } }}
        prefetch={false}
        rel="nofollow"
        className="inline-flex min-h-11 items-center"
      >
        {t('mistake')}
      </TextLink>
    </p>
  )
}

export async function RegionPeople({
  region,
}: {
  region: Pick<RegionSummary, 'id' | 'slug' | 'name'>
}) {
  const [t, { region: nearest, people, mayJoin }] = await Promise.all([
    getTranslations('contacts.region'),
    loadRegionContacts(region),
  ])
  const elsewhere = people.length > 0 && nearest.slug !== region.slug
  return (
    <Section
      id="contact"
      title={t('title', { region: region.name })}
      lead={elsewhere ? t('elsewhere', { region: region.name, nearest: nearest.name }) : undefined}
    >
      {people.length === 0 ? (
        <EmptyState
          title={t('none', { region: region.name })}
          action={<AskInstead slug={region.slug} />}
        >
          {t('noneWhy')}
        </EmptyState>
      ) : (
        <ul className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
          {people.map((person) => (
            <PersonToAsk key={person.id} person={person} slug={nearest.slug} />
          ))}
        </ul>
      )}
      <ReportMistake slug={region.slug} />
      {mayJoin ? (
        <p className="mt-2 print:hidden">
          <TextLink
            href={{ pathname: '/workspace/regions/[slug]/contacts', params: { slug: region.slug } }}
            className="inline-flex min-h-11 items-center"
          >
            {t('keep')}
          </TextLink>
        </p>
      ) : null}
    </Section>
  )
}
