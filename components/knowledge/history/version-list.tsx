import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/base/ui/layout'
import { DayOf } from '@/components/base/ui/day'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Link } from '@/i18n/navigation'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import { loadPublicVersions } from '@/lib/knowledge/revisions/history.loaders'
import type { PublicVersion } from '@/lib/knowledge/revisions/types'

const SHOWN = 5

interface Props {
  versions: readonly PublicVersion[]
  initiative: Pick<InitiativeView, 'slug' | 'organisationName'>
  /** Then the page itself shows all there is. */
  isOnly?: boolean
}

async function Versions({ versions, initiative, isOnly = false }: Props) {
  const t = await getTranslations('versions')
  const { slug, organisationName } = initiative
  return (
    <ol className="max-w-measure divide-y divide-hairline border-y border-hairline">
      {versions.map(({ number, publishedAt, reason }) => (
        <li key={number} className="py-4">
          <p className="text-sm text-muted">
            {t.rich('line', {
              number,
              organisation: organisationName,
              date: () => <DayOf at={new Date(publishedAt)} />,
            })}
          </p>
          {reason === '' ? (
            <p className="mt-1">{t(number === 1 ? 'first' : 'noReason')}</p>
          ) : (
            <p lang="nl" className="mt-1">
              {reason}
            </p>
          )}
          {isOnly ? null : (
            <p className="mt-1">
              <Link
                href={{
                  pathname: '/initiatives/[slug]/versions/[number]',
                  params: { slug, number: String(number) },
                }}
              >
                {number === 1 ? t('seeFirst') : t('seeDifferences', { number })}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What changed, newest first. */
export async function VersionHistory({ initiative }: { initiative: InitiativeView }) {
  const [t, versions] = await Promise.all([
    getTranslations('versions'),
    loadPublicVersions(initiative.id),
  ])
  const older = versions.slice(SHOWN)
  return (
    <Section id="wat-er-veranderde" title={t('title')} lead={t('lead')}>
      <Versions
        versions={versions.slice(0, SHOWN)}
        initiative={initiative}
        isOnly={versions.length === 1}
      />
      {older.length === 0 ? null : (
        <Disclosure summary={t('older', { count: older.length })} className="mt-4 max-w-measure">
          <Versions versions={older} initiative={initiative} />
        </Disclosure>
      )}
    </Section>
  )
}
