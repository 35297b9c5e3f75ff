import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'

/** For whoever has a list of initiatives already. */
export function StartFromList() {
  const t = useTranslations('initiativeImports')
  return (
    <p className="mt-10 border-t border-hairline pt-6 pb-10">
      <TextLink href="/workspace/initiatives/import" className="inline-flex min-h-11 items-center">
        {t('fromFile')}
      </TextLink>
    </p>
  )
}
