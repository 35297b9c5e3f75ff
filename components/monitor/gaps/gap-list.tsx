import { useLocale, useTranslations } from 'next-intl'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { DataTable } from '@/components/base/ui/data-table'
import { TextLink } from '@/components/base/ui/text'
import { COUNTERS, type Gap } from '@/lib/monitor/gaps/types'
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
      region={gap.region}
      group={{
        slug: gap.group.slug,
        name: locale === 'en' ? gap.group.labelEn : gap.group.labelNl,
      }}
    />
  )
}

/** Target groups in regions, biggest gaps first: each source its own column, and on a phone a list. */
export function GapList({ gaps, notes, caption }: GapListProps) {
  const t = useTranslations('gaps')
  return (
    <>
      <div className="hidden md:block print:block">
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
              cell: (gap) => (
                <>
                  <CountText count={gap.counts.cbs} notes={notes} />
                  <AroundText
                    count={gap.around?.counter === 'cbs' ? gap.around : null}
                    notes={notes}
                  />
                </>
              ),
            },
            {
              key: 'uwv',
              header: t('counter.uwv'),
              numeric: true,
              cell: (gap) => (
                <>
                  <CountText count={gap.counts.uwv} notes={notes} />
                  <AroundText
                    count={gap.around?.counter === 'uwv' ? gap.around : null}
                    notes={notes}
                  />
                </>
              ),
            },
            {
              key: 'other',
              header: t('counter.other'),
              numeric: true,
              cell: (gap) => (
                <>
                  <CountText count={gap.counts.other} notes={notes} withSource />
                  <AroundText
                    count={gap.around?.counter === 'other' ? gap.around : null}
                    notes={notes}
                  />
                </>
              ),
            },
            { key: 'acting', header: t('initiatives'), cell: (gap) => <Acting gap={gap} /> },
          ]}
        />
      </div>
      <ul className="md:hidden print:hidden">
        {gaps.map((gap) => (
          <li key={key(gap)} className="border-t border-hairline py-4 last:border-b">
            <Where gap={gap} />
            <dl className="mt-2 space-y-1">
              {COUNTERS.filter((counter) => gap.counts[counter] !== null).map((counter) => (
                <div key={counter} className="grid grid-cols-[8rem_1fr] gap-3">
                  <dt className="text-sm text-muted">{t(`counter.${counter}`)}</dt>
                  <dd>
                    <CountText
                      count={gap.counts[counter]}
                      notes={notes}
                      withSource={counter === 'other'}
                    />
                  </dd>
                </div>
              ))}
              {COUNTERS.every((counter) => gap.counts[counter] === null) ? (
                <div className="grid grid-cols-[8rem_1fr] gap-3">
                  <dt className="text-sm text-muted">{t('people')}</dt>
                  <dd>
                    <CountText count={null} notes={notes} />
                    <AroundText count={gap.around} notes={notes} />
                  </dd>
                </div>
              ) : null}
              <div className="grid grid-cols-[8rem_1fr] gap-3">
                <dt className="text-sm text-muted">{t('initiatives')}</dt>
                <dd>
                  <Acting gap={gap} />
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
