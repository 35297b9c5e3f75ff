import { useFormatter, useTranslations } from 'next-intl'
import { AdoptionStatusWord } from '@/components/exchange/adoptions/adoption-status'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { TextLink } from '@/components/base/ui/text'
import type { Suitability } from '@/lib/site/suitability/loaders'
import type { Alike, TakenOver } from '@/lib/site/suitability/types'

function InitiativeLink({ slug, name }: { slug: string; name: string }) {
  return (
    <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug } }} prefetch={false}>
      {name}
    </TextLink>
  )
}

function TakenOverItem({ one, found }: { one: TakenOver; found: Suitability['evidence'] }) {
  const t = useTranslations('suitability.who')
  if (one.status === null)
    return (
      <li className="py-4">
        <p>{t('itself', { region: one.region.name })}</p>
        <p className="mt-1">
          <EvidenceWord evidence={found} />
        </p>
      </li>
    )
  return (
    <li className="py-4">
      <p>
        {t('adopted', { organisation: one.organisation ?? '', region: one.region.name })}{' '}
        <AdoptionStatusWord status={one.status} />
      </p>
      {one.stopReason === null ? null : (
        <p className="mt-1 max-w-measure">{t('stopped', { reason: one.stopReason })}</p>
      )}
      {one.own === null ? (
        <p className="mt-1 text-muted">{t('noPage')}</p>
      ) : (
        <p className="mt-1">
          <InitiativeLink {...one.own} />
          {'. '}
          <EvidenceWord evidence={one.own.evidence} />
        </p>
      )}
    </li>
  )
}

function AlikeItem({ one }: { one: Alike }) {
  const format = useFormatter()
  return (
    <li className="py-4">
      <p>
        <InitiativeLink {...one} />
        <span className="text-muted">{` · ${format.list(one.regions)}`}</span>
      </p>
      <p className="mt-1">
        <EvidenceWord evidence={one.evidence} />
      </p>
    </li>
  )
}

function AlikeList({ alike }: Pick<Suitability, 'alike'>) {
  const t = useTranslations('suitability.who')
  if (alike === null) return <p className="mt-2 text-muted">{t('alikeUnknown')}</p>
  if (alike.alike.length === 0) return <p className="mt-2 text-muted">{t('alikeNone')}</p>
  return (
    <>
      <ul className="mt-2 divide-y divide-hairline border-y border-hairline">
        {alike.alike.map((one) => (
          <AlikeItem key={one.slug} one={one} />
        ))}
      </ul>
      {alike.more ? (
        <p className="mt-2 text-sm text-muted">{t('more', { count: alike.alike.length })}</p>
      ) : null}
    </>
  )
}

/** Who did it in the region of the reader or one like it, with what was found, in its direction. */
export function Experience({ found }: { found: Suitability }) {
  const t = useTranslations('suitability.who')
  const format = useFormatter()
  const { own, peers, takenOver } = found
  return (
    <div className="mt-10">
      <h3>{t('title')}</h3>
      <p className="mt-2 max-w-measure text-muted">
        {peers.length === 0
          ? t('leadAlone', { region: own.name })
          : t('lead', { region: own.name, peers: format.list(peers.map(({ name }) => name)) })}{' '}
        {peers.length === 0 ? null : (
          <TextLink
            prefetch={false}
            href={{ pathname: '/regions/[slug]/compare', params: { slug: own.slug } }}
          >
            {t('why')}
          </TextLink>
        )}
      </p>
      {takenOver.length === 0 ? (
        <p className="mt-4">{t('nobody')}.</p>
      ) : (
        <ul className="mt-4 divide-y divide-hairline border-y border-hairline">
          {takenOver.map((one, index) => (
            <TakenOverItem key={index} one={one} found={found.evidence} />
          ))}
        </ul>
      )}
      <h4 className="mt-6 font-sans text-base font-semibold">{t('alike')}</h4>
      <AlikeList alike={found.alike} />
    </div>
  )
}
