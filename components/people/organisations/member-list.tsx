import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { MembershipRole } from '@/generated/prisma/enums'
import type { OrganisationDetail } from '@/lib/people/organisations/types'

/** Everyone by role, each with a way to the person. */
export function MemberList({ organisation }: { organisation: OrganisationDetail }) {
  const t = useTranslations('organisations.one')
  const roles = useTranslations('accounts.roles')
  return (
    <Section id="mensen" title={t('people')}>
      {organisation.members.length === 0 ? (
        <p className="text-muted">{t('peopleNone')}</p>
      ) : (
        <dl className="grid gap-x-12 gap-y-6 sm:grid-cols-2">
          {Object.values(MembershipRole)
            .map((role) => ({
              role,
              people: organisation.members.filter((one) => one.role === role),
            }))
            .filter(({ people }) => people.length > 0)
            .map(({ role, people }) => (
              <div key={role}>
                <dt className="font-semibold first-letter:uppercase">{roles(role)}</dt>
                {people.map(({ id, name }) => (
                  <dd key={id}>
                    <TextLink
                      href={{ pathname: '/workspace/admin/people/[id]', params: { id } }}
                      className="inline-flex min-h-11 items-center"
                    >
                      {name}
                    </TextLink>
                  </dd>
                ))}
              </div>
            ))}
        </dl>
      )}
      {organisation.endsOn === null ? (
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/workspace/admin/invite', query: { organisatie: organisation.id } }}
          >
            {t('invite')}
          </ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}
