import type { ComponentProps } from 'react'
import { Link } from '@/i18n/navigation'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const SHAPE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-5 py-2 text-base font-semibold leading-tight no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-70 print:hidden'

const LOOK: Record<ButtonVariant, string> = {
  primary: 'border-green bg-green text-on-green hover:border-green-deep hover:bg-green-deep',
  secondary: 'border-green bg-transparent text-green hover:bg-green-wash',
  quiet:
    'border-transparent bg-transparent px-3 text-green underline decoration-1 underline-offset-4 hover:bg-green-wash',
  danger: 'border-clay bg-transparent text-clay hover:bg-clay-wash',
}

export function buttonClass(variant: ButtonVariant = 'primary'): string {
  return `${SHAPE} ${LOOK[variant]}`
}

export function Button({
  variant = 'primary',
  className = '',
  type = 'button',
  ...props
}: ComponentProps<'button'> & { variant?: ButtonVariant }) {
  return <button type={type} className={`${buttonClass(variant)} ${className}`} {...props} />
}

export function ButtonLink({
  variant = 'primary',
  className = '',
  ...props
}: ComponentProps<typeof Link> & { variant?: ButtonVariant }) {
  return <Link className={`${buttonClass(variant)} ${className}`} {...props} />
}
