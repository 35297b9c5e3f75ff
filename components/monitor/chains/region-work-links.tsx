import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'
import { TextLink } from '@/components/base/ui/text'

export function RegionWorkLinks({ slug, year }: { slug: string; year: number }) {
  const t = useTranslations('chains.editor')
  const learning = useTranslations('learning')
  const contacts = useTranslations('contacts.region')
  const rounds = useTranslations('rounds')
  return (
    <>
      <p className="mt-6">
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/regions/[slug]/monitor', params: { slug }, query: { jaar: year } }}
        >
          {t('toPage')}
        </ButtonLink>
      </p>
      <p className="mt-4 flex flex-wrap gap-x-6">
        <TextLink
          className="inline-flex min-h-11 items-center"
          href={{ pathname: '/workspace/regions/[slug]/learning', params: { slug } }}
        >
          {learning('edit')}
        </TextLink>
        <TextLink
          className="inline-flex min-h-11 items-center"
          href={{ pathname: '/workspace/regions/[slug]/contacts', params: { slug } }}
        >
          {contacts('keep')}
        </TextLink>
        <TextLink
          className="inline-flex min-h-11 items-center"
          href={{
            pathname: '/workspace/regions/[slug]/round',
            params: { slug },
            query: { jaar: year },
          }}
        >
          {rounds('editLink')}
        </TextLink>
      </p>
      <p className="mt-2 flex flex-wrap gap-x-6 text-sm">
        {[year - 1, year + 1].map((other) => (
          <TextLink
            key={other}
            className="inline-flex min-h-11 items-center"
            href={{
              pathname: '/workspace/regions/[slug]',
              params: { slug },
              query: { jaar: other },
            }}
          >
            {t('goals', { year: other })}
          </TextLink>
        ))}
      </p>
    </>
  )
}
