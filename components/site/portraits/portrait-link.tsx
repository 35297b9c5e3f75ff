import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'

/** Leads to the portrait of an initiative, or of several with commas between them. */
export function PortraitLink({ slug }: { slug: string }) {
  const t = useTranslations('portraits')
  return (
    <ButtonLink variant="quiet" href={{ pathname: '/portraits', query: { i: slug } }}>
      {t('takeAlong')}
    </ButtonLink>
  )
}
