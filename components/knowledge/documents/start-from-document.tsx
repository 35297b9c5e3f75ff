import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'

/** The short way comes first; an empty page stands below it. */
export function StartFromDocument() {
  const t = useTranslations('documents')
  return (
    <>
      <section aria-labelledby="document" className="mb-10 max-w-measure">
        <h2 id="document">{t('title')}</h2>
        <p className="mt-3 mb-5 text-muted">{t('fromDocumentWhy')}</p>
        <ButtonLink href="/workspace/initiatives/new/document">{t('fromDocument')}</ButtonLink>
      </section>
      <h2 className="mb-5 border-t border-hairline pt-8">{t('empty')}</h2>
    </>
  )
}
