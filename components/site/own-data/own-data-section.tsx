import { useLocale, useTranslations } from 'next-intl'
import { Form } from '@/components/base/forms/form'
import { Button } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'

export function OwnDataSection({ tooOften }: { tooOften: boolean }) {
  const locale = useLocale()
  const t = useTranslations('ownData')
  return (
    <Section id="gegevens" title={t('title')} lead={t('lead')}>
      {tooOften ? (
        <Notice tone="attention" className="mb-6 max-w-measure">
          <p>{t('tooOften')}</p>
        </Notice>
      ) : null}
      <Form action={`/api/werkplek/mijn-gegevens?taal=${locale}`} method="post">
        <Button type="submit" variant="secondary">
          {t('submit')}
        </Button>
      </Form>
      <p className="mt-3 max-w-measure text-sm text-muted">{t('hint')}</p>
    </Section>
  )
}
