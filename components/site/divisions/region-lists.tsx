import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { DataTable } from '@/components/base/ui/data-table'
import { Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { noonOf } from '@/lib/base/text/calendar'
import { moveOrganisationAction } from '@/lib/site/divisions/actions'
import type { DivisionRow, MovingOrganisation, RegionRow } from '@/lib/site/divisions/types'

function RegionLink({ slug, name }: { slug: string; name: string }) {
  return (
    <TextLink
      href={{ pathname: '/regions/[slug]', params: { slug } }}
      className="inline-flex min-h-11 items-center font-semibold"
    >
      {name}
    </TextLink>
  )
}

export function RegionTable({ regions }: { regions: readonly RegionRow[] }) {
  const t = useTranslations('divisions')
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={regions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('name'),
          cell: ({ slug, name, validFrom }) => (
            <span className="block min-w-36">
              <RegionLink slug={slug} name={name} />
              {validFrom === null ? null : (
                <span className="block text-muted">{t('since', { date: noonOf(validFrom) })}</span>
              )}
            </span>
          ),
        },
        { key: 'code', header: t('code'), cell: ({ code }) => code },
        {
          key: 'municipalities',
          header: t('municipalities'),
          cell: ({ municipalities }) => (
            <span className="block min-w-64">
              {municipalities.length}: {municipalities.join(', ')}
            </span>
          ),
        },
      ]}
    />
  )
}

/** Regions that ended, with what came of them. */
export function EndedRegions({ regions }: { regions: readonly RegionRow[] }) {
  const t = useTranslations('divisions')
  return (
    <Section id="opgegaan" title={t('before')}>
      {regions.length === 0 ? <p className="text-muted">{t('beforeNone')}</p> : null}
      <ul className="max-w-measure">
        {regions.map(({ id, slug, name, code, endsOn, successors }) => (
          <li key={id} className="border-t border-hairline py-3 last:border-b">
            <RegionLink slug={slug} name={`${name} (${code})`} />
            <p className="text-sm text-muted">
              {endsOn === null ? null : t('endedOn', { date: noonOf(endsOn) })}{' '}
              {successors.map((one) => one.name).join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Organisations whose region ended; each is moved by itself. */
export function MovingOrganisations({
  organisations,
}: {
  organisations: readonly MovingOrganisation[]
}) {
  const t = useTranslations('divisions')
  if (organisations.length === 0) return null
  return (
    <Section id="organisaties" title={t('organisations')} lead={t('organisationsLead')}>
      <ul className="max-w-measure">
        {organisations.map((one) => (
          <li key={one.id} className="border-t border-hairline py-5 last:border-b">
            <h3 className="text-lg">{one.name}</h3>
            <p className="mb-3 text-sm text-muted">{t('from', { region: one.regionName })}</p>
            <MoveForm organisation={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function MoveForm({ organisation }: { organisation: MovingOrganisation }) {
  const t = useTranslations('divisions')
  const { id, name, regionId, successors } = organisation
  const about = { organisationId: id, regionId }
  const [only] = successors
  if (successors.length === 1 && only)
    return (
      <ActForm
        action={moveOrganisationAction}
        about={{ ...about, successorId: only.id }}
        label={`${t('to')} ${only.name}`}
        name={`${t('to')} ${only.name}: ${name}`}
        pending={t('busy')}
        variant="secondary"
      />
    )
  return (
    <FieldsForm
      action={moveOrganisationAction}
      about={about}
      stored={{}}
      scope={id}
      variant="secondary"
      fields={[
        {
          kind: 'select',
          name: 'successorId',
          label: t('to'),
          options: [
            { value: '', label: t('choose') },
            ...successors.map((one) => ({ value: one.id, label: one.name })),
          ],
        },
      ]}
      labels={{ submit: t('move'), busy: t('busy') }}
    />
  )
}

export function DivisionList({ divisions }: { divisions: readonly DivisionRow[] }) {
  const t = useTranslations('divisions')
  return (
    <ul className="max-w-measure list-disc pl-5">
      {divisions.map(({ id, validFrom, createdAt, createdBy }) => (
        <li key={id}>
          {t('division', {
            date: noonOf(validFrom),
            at: createdAt,
            name: createdBy ?? t('someone'),
          })}
        </li>
      ))}
      <li>{t('first')}</li>
    </ul>
  )
}
