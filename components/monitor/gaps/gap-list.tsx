import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { DataTable } from '@/components/base/ui/data-table'
import { TextLink } from '@/components/base/ui/text'
import { COUNTERS, type Gap } from '@/lib/monitor/gaps/types'
import { GapFact } from './gap-fact'
import { ActingText, AroundText, CountText } from './gap-text'

interface GapListProps {
  gaps: readonly Gap[]
  notes: ReadonlyMap<string, number>
  caption: string
}

const key = ({ region, group }: Gap) => `${region.slug} ${group.slug}`

function Where({ gap }: { gap: Gap }) {
  const t = useTranslations('gaps')
  return (
    <>
      <TextLink
        href={{ pathname: '/target-groups/[slug]', params: { slug: gap.group.slug } }}
        prefetch={false}
        className="inline-flex min-h-6 items-center font-semibold"
      >
        <TermWord term={gap.group} />
      </TextLink>
      <span className="block text-sm">
        <TextLink
          href={{ pathname: '/regions/[slug]', params: { slug: gap.region.slug } }}
          prefetch={false}
          className="inline-flex min-h-6 items-center"
        >
          {t(gap.region.type, { name: gap.region.name })}
        </TextLink>
      </span>
    </>
  )
}

function Acting({ gap }: { gap: Gap }) {
  const locale = useLocale()
  return (
    <ActingText
      own={gap.own}
      wider={gap.wider}
      found={gap.found}
      region={gap.region}
      group={{
        slug: gap.group.slug,
        name: labelIn(locale, gap.group),
      }}
    />
  )
}

function CountAndAround({
  gap,
  counter,
  notes,
}: { gap: Gap; counter: (typeof COUNTERS)[number] } & Pick<GapListProps, 'notes'>) {
  return (
    <>
      <CountText count={gap.counts[counter]} notes={notes} withSource={counter === 'other'} />
      <AroundText count={gap.around?.counter === counter ? gap.around : null} notes={notes} />
    </>
  )
}

function GapTable({ gaps, notes, caption }: GapListProps) {
  const t = useTranslations('gaps')
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={gaps}
      rowKey={key}
      columns={[
        { key: 'where', header: t('where'), cell: (gap) => <Where gap={gap} /> },
        {
          key: 'cbs',
          header: t('counter.cbs'),
          numeric: true,
          cell: (gap) => <CountAndAround gap={gap} counter="cbs" notes={notes} />,
        },
        {
          key: 'uwv',
          header: t('counter.uwv'),
          numeric: true,
          cell: (gap) => <CountAndAround gap={gap} counter="uwv" notes={notes} />,
        },
        {
          key: 'other',
          header: t('counter.other'),
          numeric: true,
          cell: (gap) => <CountAndAround gap={gap} counter="other" notes={notes} />,
        },
        { key: 'acting', header: t('initiatives'), cell: (gap) => <Acting gap={gap} /> },
      ]}
    />
  )
}

function GapItem({ gap, notes }: { gap: Gap } & Pick<GapListProps, 'notes'>) {
  const t = useTranslations('gaps')
  return (
    <li className="border-t border-hairline py-4 last:border-b">
      <Where gap={gap} />
      <dl className="mt-2 space-y-1">
        {COUNTERS.filter((counter) => gap.counts[counter] !== null).map((counter) => (
          <GapFact key={counter} label={t(`counter.${counter}`)}>
            <CountText count={gap.counts[counter]} notes={notes} withSource={counter === 'other'} />
          </GapFact>
        ))}
        {COUNTERS.every((counter) => gap.counts[counter] === null) ? (
          <GapFact label={t('people')}>
            <CountText count={null} notes={notes} />
            <AroundText count={gap.around} notes={notes} />
          </GapFact>
        ) : null}
        <GapFact label={t('initiatives')}>
          <Acting gap={gap} />
        </GapFact>
      </dl>
    </li>
  )
}

export function GapList({ gaps, notes, caption }: GapListProps) {
  return (
    <>
      <div className="hidden md:block print:block">
        <GapTable gaps={gaps} notes={notes} caption={caption} />
      </div>
      <ul className="md:hidden print:hidden">
        {gaps.map((gap) => (
          <GapItem key={key(gap)} gap={gap} notes={notes} />
        ))}
      </ul>
    </>
  )
}
