import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink, type ButtonVariant } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'

interface SignInButtonProps {
  /** The page to come back to. */
  back: Parameters<typeof getPathname>[0]['href']
  /** The part of that page. */
  hash?: string
  variant?: ButtonVariant
  children: ReactNode
}

/** Asks visitors to sign in for what they want to do, and brings them back to where they were. */
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
