import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import type { PortraitRow, PortraitText } from './portrait-text'

function Rows({ rows }: { rows: readonly PortraitRow[] }) {
  return (
    <dl className="space-y-2">
      {rows.map(({ label, lines }) => (
        <div key={label} className="break-inside-avoid">
          <dt className="text-sm text-muted">{label}</dt>
          {lines.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

function Scores({ rows }: { rows: readonly PortraitRow[] }) {
  return (
    <dl className="divide-y divide-hairline border-y border-hairline">
      {rows.map(({ label, lines }) => (
        <div key={label} className="flex justify-between gap-4 py-1">
          <dt className="min-w-0">{label}</dt>
          <dd className="shrink-0 font-semibold tabular">{lines.join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Two pages on paper: what it is and brought, then money, lessons and scores. */
export function PortraitArticle({ portrait }: { portrait: PortraitText }) {
  const t = useTranslations('portraits')
  const { slug, title, kicker, summary, warnings, evidence, groups, scores, contact, source } =
    portrait
  return (
    <article id={slug} className="portrait border-t border-hairline pt-8 print:border-0 print:pt-0">
      <p className="text-sm text-muted">{kicker}</p>
      <h2 className="mt-1 text-3xl">
        <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug } }}>{title}</TextLink>
      </h2>
      {warnings.map((warning) => (
        <p key={warning} className="mt-3 border-l-4 border-clay pl-4 font-semibold">
          {warning}
        </p>
      ))}
      <p className="mt-4 max-w-measure whitespace-pre-line">{summary}</p>
      <section
        aria-label={t('evidence')}
        className="mt-6 break-inside-avoid border-l-4 border-green bg-green-wash p-5"
      >
        <h3 className="mb-3">{t('evidence')}</h3>
        <Rows rows={evidence} />
      </section>
      <div className="mt-6 grid gap-x-12 gap-y-6 sm:grid-cols-2 print:block print:columns-2">
        {groups.map((group) => (
          <section key={group.key} className="print:mb-6">
            <h3 className="mb-2 break-after-avoid">{group.title}</h3>
            <Rows rows={group.rows} />
          </section>
        ))}
        <section className="break-inside-avoid print:mb-6">
          <h3 className="mb-1">{t('scores')}</h3>
          <p className="mb-2 text-sm text-muted">{t('score')}</p>
          <Scores rows={scores} />
        </section>
        <section className="break-inside-avoid">
          <h3 className="mb-2">{t('contact')}</h3>
          <p>{contact}</p>
          <h3 className="mt-6 mb-2">{t('source')}</h3>
          <p className="text-sm wrap-anywhere">{source}</p>
        </section>
      </div>
    </article>
  )
}
