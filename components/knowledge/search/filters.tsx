import { useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import { Disclosure } from '@/components/base/ui/disclosure'
import {
  FACETS,
  type Facet,
  type FacetOption,
  type FacetOptions,
  type Selection,
} from '@/lib/knowledge/search/types'
import { FACET_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'

function nested(options: readonly FacetOption[]): { option: FacetOption; depth: number }[] {
  const slugs = new Set(options.map(({ slug }) => slug))
  const under = (parent: string | null, depth: number): { option: FacetOption; depth: number }[] =>
    options
      .filter(
        (option) =>
          (option.parent !== null && slugs.has(option.parent) ? option.parent : null) === parent,
      )
      .flatMap((option) => [{ option, depth }, ...under(option.slug, depth + 1)])
  return under(null, 0)
}

const INDENT = ['', 'pl-5', 'pl-10'] as const

function Facets({
  facet,
  options,
  selected,
}: {
  facet: Facet
  options: readonly FacetOption[]
  selected: readonly string[]
}) {
  const t = useTranslations('search')
  const name = t(`facet.${facet}`)
  return (
    <Disclosure
      open={selected.length > 0 || facet === 'targetGroup'}
      summary={
        <span>
          {name}
          {selected.length > 0 ? (
            <span className="font-normal text-muted">{` · ${t('chosenCount', { count: selected.length })}`}</span>
          ) : null}
        </span>
      }
    >
      <fieldset>
        <legend className="sr-only">{name}</legend>
        <ul>
          {nested(options).map(({ option, depth }) => (
            <li key={option.slug} className={INDENT[Math.min(depth, 2)]}>
              <label className="option">
                <input
                  type="checkbox"
                  name={FACET_PARAMETERS[facet]}
                  value={option.slug}
                  defaultChecked={selected.includes(option.slug)}
                />
                <span>
                  {option.label} <small>{`(${option.count})`}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </Disclosure>
  )
}

export function Filters({ facets, selection }: { facets: FacetOptions; selection: Selection }) {
  const t = useTranslations('search')
  const shown = FACETS.filter((facet) => facets[facet].length > 0)
  if (shown.length === 0) return null
  return (
    <div>
      {shown.map((facet) => (
        <Facets
          key={`${facet} ${selection[facet].join(' ')}`}
          facet={facet}
          options={facets[facet]}
          selected={selection[facet]}
        />
      ))}
      <Button type="submit" variant="secondary" className="mt-5 w-full">
        {t('apply')}
      </Button>
    </div>
  )
}
