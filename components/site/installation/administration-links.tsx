import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Link } from '@/i18n/navigation'

type Href = ComponentProps<typeof Link>['href']

interface AdministrationLinksProps {
  requests: number
  isAdministrator: boolean
}

/** The parts of the administration, each with what one does there. */
export function AdministrationLinks({ requests, isAdministrator }: AdministrationLinksProps) {
  const t = useTranslations('administration.links')
  const forAll: { href: Href; title: string; why: string }[] = [
    { href: '/workspace/admin/people', title: t('people'), why: t('peopleWhy') },
    { href: '/workspace/admin/invite', title: t('invite'), why: t('inviteWhy') },
    {
      href: '/workspace/admin/requests',
      title: t('requests'),
      why: t('requestsWhy', { count: requests }),
    },
    {
      href: '/workspace/admin/organisations',
      title: t('organisations'),
      why: t('organisationsWhy'),
    },
  ]
  const forAdministrators: typeof forAll = [
    { href: '/workspace/admin/settings', title: t('settings'), why: t('settingsWhy') },
    { href: '/workspace/admin/terms', title: t('terms'), why: t('termsWhy') },
    { href: '/workspace/admin/regions', title: t('regions'), why: t('regionsWhy') },
    { href: '/workspace/admin/record', title: t('record'), why: t('recordWhy') },
    { href: '/workspace/admin/second-step', title: t('secondStep'), why: t('secondStepWhy') },
    { href: '/workspace/admin/mail', title: t('mail'), why: t('mailWhy') },
    { href: '/workspace/admin/usage', title: t('usage'), why: t('usageWhy') },
    { href: '/workspace/admin/jobs', title: t('jobs'), why: t('jobsWhy') },
    { href: '/workspace/admin/figures', title: t('figures'), why: t('figuresWhy') },
  ]
  const items = isAdministrator ? [...forAll, ...forAdministrators] : forAll
  return (
    <ul className="mt-6 mb-12 grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
      {items.map(({ href, title, why }) => (
        <li key={title} className="border-t border-hairline py-5">
          <Link href={href} className="inline-flex min-h-11 items-center font-serif text-xl">
            {title}
          </Link>
          <p className="text-muted">{why}</p>
        </li>
      ))}
    </ul>
  )
}
