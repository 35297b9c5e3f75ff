import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import { Day } from '@/components/base/ui/day'
import { OPEN_ENDS, type OpenEnd } from '@/lib/monitor/chains/types'

interface OpenEndBoardProps {
  openEnds: readonly OpenEnd[]
  slug: string
  year: number
  mayEdit: boolean
}

function Mend({
  item,
  slug,
  year,
  mayEdit: isEditor,
}: { item: OpenEnd } & Omit<OpenEndBoardProps, 'openEnds'>) {
  const mayEdit = isEditor && item.own
  const editor = (hash: string) =>
    ({
      pathname: '/workspace/regions/[slug]',
      params: { slug },
      query: { jaar: year },
      hash,
    }) as const
  if (item.initiative)
    return (
      <TextLink
        href={{ pathname: '/initiatives/[slug]/monitor', params: { slug: item.initiative.slug } }}
      >
        {item.title}
      </TextLink>
    )
  if (item.kind === 'measuresWithoutVerdict' && mayEdit && item.measureId) {
    return (
      <TextLink
        href={{
          pathname: '/workspace/measures/[id]/[year]',
          params: { id: item.measureId, year: String(year) },
        }}
      >
        {item.title}
      </TextLink>
    )
  }
  const anchor =
    item.measureId === null ? `doel-${item.goalId ?? ''}` : `maatregel-${item.measureId}`
  return mayEdit ? (
    <TextLink href={editor(anchor)}>{item.title}</TextLink>
  ) : (
    <a href={`#${anchor}`}>{item.title}</a>
  )
}

export function OpenEndBoard({ openEnds, ...rest }: OpenEndBoardProps) {
  const t = useTranslations('chains.openEnds')
  return (
    <ul className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-5 print:grid-cols-3 print:gap-x-6">
      {OPEN_ENDS.map((kind) => {
        const items = openEnds.filter((item) => item.kind === kind)
        return (
          <li
            key={kind}
            className={`border-t-2 pt-3 ${items.length > 0 ? 'border-clay' : 'border-green'}`}
          >
            <p
              className={`font-serif text-3xl leading-none font-semibold tabular ${items.length > 0 ? 'text-clay' : 'text-green'}`}
            >
              {items.length}
            </p>
            <p className="mt-1">{t(kind, { count: items.length })}</p>
            {items.length > 0 ? (
              <ul className="mt-3 space-y-2 text-sm">
                {items.map((item) => (
                  <li key={item.key} className="[&_a]:inline-block [&_a]:py-0.5">
                    <Mend item={item} {...rest} />
                    {item.own ? null : <span className="block text-muted">{t('above')}</span>}
                    {item.on === null ? null : (
                      <span className="block text-muted">
                        {t('on', { date: '' })}
                        <Day on={item.on} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
