import { useTranslations } from 'next-intl'
import { PeerReasons } from '@/components/monitor/peers/peer-reasons'
import { Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { SHOWN_PEERS } from '@/lib/monitor/peers/rules'
import type { Peer, PeerTraits } from '@/lib/monitor/peers/types'

export function SimilarRegions({
  peers,
  own,
  labels,
}: {
  peers: Peer[]
  own: PeerTraits
  labels: Map<string, { labelNl: string; labelEn: string }>
}) {
  const t = useTranslations('peers')
  return (
    <Section
      id="lijkt-op"
      title={t('alike', { count: peers.length, region: own.name })}
      lead={t('alikeLead')}
    >
      <ul className="grid gap-x-10 gap-y-8 md:grid-cols-2 lg:grid-cols-3">
        {peers.slice(0, SHOWN_PEERS).map((peer) => (
          <li key={peer.traits.slug} className="border-t-2 border-edge pt-3">
            <h3 className="mb-2">
              <TextLink
                href={{ pathname: '/regions/[slug]', params: { slug: peer.traits.slug } }}
                prefetch={false}
              >
                {peer.traits.name}
              </TextLink>
            </h3>
            <PeerReasons peer={peer} own={own.name} labels={labels} />
          </li>
        ))}
      </ul>
      <p className="mt-6 max-w-measure text-sm text-muted">{t('rule')}</p>
    </Section>
  )
}
