import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink, type ButtonVariant } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'

interface SignInButtonProps {
  back: Parameters<typeof getPathname>[0]['href']
  hash?: string
  variant?: ButtonVariant
  children: ReactNode
}

export function SignInButton({ back, hash, variant = 'secondary', children }: SignInButtonProps) {
  const path = getPathname({ href: back, locale: useLocale() })
  return (
    <ButtonLink
      variant={variant}
      href={{
        pathname: '/sign-in',
        query: { terug: hash === undefined ? path : `${path}#${hash}` },
      }}
      prefetch={false}
      rel="nofollow"
    >
      {children}
    </ButtonLink>
  )
}
