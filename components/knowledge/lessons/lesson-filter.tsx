import { labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { Button } from '@/components/base/ui/button'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { Lessons } from '@/lib/knowledge/lessons/loaders'
import { LESSON_PARAMETERS } from '@/lib/knowledge/lessons/rules'
import { LESSON_KINDS } from '@/lib/knowledge/lessons/types'
import type { FacetValue } from '@/lib/knowledge/search/types'

interface LessonFacet {
  name: string
  value: string | null
  label: string
  all: string
  options: readonly FacetValue[]
}

function useFacets({ choice, values }: Lessons): LessonFacet[] {
  const t = useTranslations('lessons')
  return [
    {
      name: 'doelgroep',
      value: choice.group,
      label: t('group'),
      all: t('allGroups'),
      options: values.targetGroup,
    },
    {
      name: 'instrument',
      value: choice.instrument,
      label: t('instrument'),
      all: t('allInstruments'),
      options: values.instrument,
    },
    {
      name: 'regio',
      value: choice.region,
      label: t('region'),
      all: t('allRegions'),
      options: values.region,
    },
  ]
}

function FacetSelect({ facet, locale }: { facet: LessonFacet; locale: Locale }) {
  const name = ({ labelNl, labelEn }: FacetValue) => labelIn(locale, { labelNl, labelEn })
  return (
    <FilterSelect name={facet.name} label={facet.label} value={facet.value} all={facet.all}>
      {facet.options
        .toSorted((a, b) => name(a).localeCompare(name(b), locale))
        .map((option) => (
          <option key={option.slug} value={option.slug}>
            {name(option)}
          </option>
        ))}
    </FilterSelect>
  )
}

export function LessonFilter({ lessons, locale }: { lessons: Lessons; locale: Locale }) {
  const t = useTranslations('lessons')
  const { choice, counts } = lessons
  const facets = useFacets(lessons)
  const narrowed = choice.kind !== null || facets.some(({ value }) => value !== null)
  return (
    <div className="mb-8 print:hidden">
      <form
        action={getPathname({ href: '/lessons', locale })}
        role="search"
        aria-label={t('filter')}
        className="flex flex-wrap items-end gap-4"
      >
        <FilterSelect
          name="les"
          label={t('kindLabel')}
          value={choice.kind === null ? null : LESSON_PARAMETERS[choice.kind]}
          all={t('allKinds')}
        >
          {LESSON_KINDS.map((kind) => (
            <option
              key={kind}
              value={LESSON_PARAMETERS[kind]}
            >{`${t(`kind.${kind}`)} (${String(counts[kind])})`}</option>
          ))}
        </FilterSelect>
        {facets.map((facet) => (
          <FacetSelect key={facet.name} facet={facet} locale={locale} />
        ))}
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
      {narrowed ? (
        <p className="mt-2">
          <TextLink href="/lessons" prefetch={false} className="inline-flex min-h-11 items-center">
            {t('clear')}
          </TextLink>
        </p>
      ) : null}
    </div>
  )
}
