import { useLocale, useTranslations } from 'next-intl'
import { MeetingSignUp } from '@/components/exchange/meetings/meeting-sign-up'
import { ButtonLink } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'

interface MeetingActionsProps {
  isOpen: boolean
  signedIn: boolean
  comes: boolean
  isPast: boolean
  mayManage: boolean
  id: string
  slug: string
  left: number | null
}

export function MeetingActions({
  isOpen,
  signedIn,
  comes,
  isPast,
  mayManage,
  id,
  slug,
  left,
}: MeetingActionsProps) {
  const locale = useLocale()
  const t = useTranslations('meetings')
  return (
    <div className="space-y-4 print:hidden">
      {isOpen ? (
        <MeetingSignUp
          meetingId={id}
          slug={slug}
          signedIn={signedIn}
          comes={comes}
          full={left === 0}
        />
      ) : null}
      {isPast ? null : (
        <p>
          <a
            href={getPathname({
              href: { pathname: '/meetings/[slug]/calendar', params: { slug } },
              locale,
            })}
            download
          >
            {t('calendar')}
          </a>
        </p>
      )}
      {mayManage ? (
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/workspace/meetings/[slug]', params: { slug } }}
        >
          {t('manage')}
        </ButtonLink>
      ) : null}
    </div>
  )
}
