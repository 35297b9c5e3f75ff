import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { noonOf } from '@/lib/base/text/calendar'
import {
  isReordered,
  type FieldDifference,
  type Item,
} from '@/lib/knowledge/revisions/differences.rules'
import type { EditingOptions, Lifecycle } from '@/lib/knowledge/revisions/types'
import { ChangedAttachments, ChangedImages } from './changed-media'
import { WordMark } from './word-mark'

type Codes = Extract<FieldDifference, { kind: 'codes' }>
type Side = 'before' | 'after'

function useCodeName(options: EditingOptions) {
  const locale = useLocale()
  const t = useTranslations('versions')
  const format = useFormatter()
  const stages = useTranslations('initiatives.lifecycle')
  return (field: Codes['field'], code: string): string => {
    if (field === 'lifecycle') return stages(code as Lifecycle)
    if (field === 'startsOn' || field === 'endsOn')
      return format.dateTime(noonOf(code), { dateStyle: 'long' })
    if (field === 'contactEmail') return t('hiddenAddress')
    if (field === 'contactConsent') return t(code === 'yes' ? 'yes' : 'no')
    if (field === 'regions') return options.regions.find(({ slug }) => slug === code)?.name ?? code
    const term = options[field === 'style' ? 'styles' : field].find(({ slug }) => slug === code)
    return (locale === 'en' ? term?.labelEn : term?.labelNl) ?? code
  }
}

interface ItemsProps {
  items: readonly Item[]
  kind: 'deleted' | 'inserted'
  /** Of what people wrote. */
  lang?: string | undefined
}

function Items({ items, kind, lang }: ItemsProps) {
  return (
    <ul lang={lang} className="list-disc space-y-1 pl-5">
      {items.map(({ value, changed }, index) => (
        <li key={index}>{changed ? <WordMark kind={kind}>{value}</WordMark> : value}</li>
      ))}
    </ul>
  )
}

/** Spaces at the edge of a change are no part of what is marked. */
function Change({ kind, text }: { kind: 'deleted' | 'inserted'; text: string }) {
  const words = text.trim()
  if (words === '') return text
  const start = text.indexOf(words)
  return (
    <>
      {text.slice(0, start)}
      <WordMark kind={kind}>{words}</WordMark>
      {text.slice(start + words.length)}
    </>
  )
}

function Words({
  parts,
  side,
}: {
  parts: Extract<FieldDifference, { kind: 'text' }>['parts']
  side: Side
}) {
  const other = side === 'before' ? 'inserted' : 'deleted'
  return (
    <p lang="nl" className="whitespace-pre-line">
      {parts
        .filter(({ kind }) => kind !== other)
        .map(({ kind, text }, index) =>
          kind === 'kept' ? text : <Change key={index} kind={kind} text={text} />,
        )}
    </p>
  )
}

const isEmpty = (difference: FieldDifference, side: Side) =>
  difference.kind === 'text'
    ? difference.parts.every(({ kind }) => kind === (side === 'before' ? 'inserted' : 'deleted'))
    : difference[side].length === 0

function Column({
  difference,
  side,
  options,
}: {
  difference: FieldDifference
  side: Side
  options: EditingOptions
}) {
  const t = useTranslations('versions')
  const codeName = useCodeName(options)
  if (isEmpty(difference, side)) return <p className="text-muted">{t('empty')}</p>
  if (difference.kind === 'text') return <Words parts={difference.parts} side={side} />
  const kind = side === 'before' ? 'deleted' : 'inserted'
  if (difference.kind === 'images') return <ChangedImages images={difference[side]} kind={kind} />
  if (difference.kind === 'attachments')
    return <ChangedAttachments attachments={difference[side]} kind={kind} />
  const items =
    difference.kind === 'codes'
      ? difference[side].map((item) => ({ ...item, value: codeName(difference.field, item.value) }))
      : difference[side]
  return <Items items={items} kind={kind} lang={difference.kind === 'lines' ? 'nl' : undefined} />
}

interface DifferenceProps {
  difference: FieldDifference
  /** What stands left and right, such as "Gepubliceerd" and "Nieuw". */
  names: Readonly<Record<Side, string>>
  options: EditingOptions
}

/** One field in two columns; below each other on a small screen. */
export function Difference({ difference, names, options }: DifferenceProps) {
  const t = useTranslations('versions')
  return (
    <>
      {isReordered(difference) ? <p className="mb-3 text-sm">{t('reordered')}</p> : null}
      <div className="grid gap-x-10 gap-y-4 md:grid-cols-2">
        {(['before', 'after'] as const).map((side) => {
          const id = `${difference.field}-${side}`
          return (
            <div
              key={side}
              role="group"
              aria-labelledby={id}
              className={`min-w-0 border-l-4 pl-4 ${side === 'before' ? 'border-hairline' : 'border-green'}`}
            >
              <p id={id} className="mb-1 text-sm font-semibold text-muted">
                {names[side]}
              </p>
              <Column difference={difference} side={side} options={options} />
            </div>
          )
        })}
      </div>
    </>
  )
}
