import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { SignInButton } from '@/components/people/accounts/sign-in-button'
import { ActForm } from '@/components/base/forms/act-form'
import { followAction } from '@/lib/people/follows/actions'
import { loadFollow } from '@/lib/people/follows/loaders'
import type { SubjectType } from '@/lib/people/follows/types'

interface FollowButtonProps {
  name?: string
  type: SubjectType
  slug: string
  back: ComponentProps<typeof SignInButton>['back']
}

export async function FollowButton({ type, slug, back, name }: FollowButtonProps) {
  const [t, follows] = await Promise.all([getTranslations('follows'), loadFollow(type, slug)])
  if (follows === null) return null
  if (follows === 'visitor') {
    if (name !== undefined) return null
    return <SignInButton back={back}>{t('signIn')}</SignInButton>
  }
  return (
    <div>
      <ActForm
        action={followAction}
        about={{ type, slug, follow: follows ? '0' : '1' }}
        label={t(follows ? 'stop' : 'follow')}
        pending={t('busy')}
        variant={name === undefined ? 'secondary' : 'quiet'}
        {...(name !== undefined && { name: `${t(follows ? 'stop' : 'follow')}: ${name}` })}
      />
      {name === undefined ? <p className="mt-2 text-sm text-muted">{t(`about.${type}`)}</p> : null}
    </div>
  )
}
