import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'

/** For whoever is about to add an initiative and may still be wondering. */
export function StartFromIdea({ className = '' }: { className?: string }) {
  const t = useTranslations('ideas.start')
  return (
    <p className={`max-w-measure ${className}`}>
      <span className="font-semibold">{t('title')}</span> {t('why')}{' '}
      <TextLink href="/check-idea">{t('link')}</TextLink>
    </p>
  )
}
