import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClosedInvitation } from '@/components/people/invitations/closed-invitation'
import { OpenInvitation } from '@/components/people/invitations/open-invitation'
import { Page } from '@/components/base/ui/layout'
import { loadInvitation } from '@/lib/people/invitations/loaders'

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitations.open')
  return { title: t('title'), robots: { index: false } }
}

export default async function InvitationPage({ searchParams }: Props) {
  const { token } = await searchParams
  const text = typeof token === 'string' ? token : undefined
  const found = await loadInvitation(text)
  return (
    <Page className="pb-12">
      {found?.invitation.state === 'open' && text !== undefined ? (
        <OpenInvitation {...found} token={text} />
      ) : (
        <ClosedInvitation state={found?.invitation.state ?? null} />
      )}
    </Page>
  )
}
