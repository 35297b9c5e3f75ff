import { labelIn } from '@/lib/base/text/label'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { FigureNumber, FigurePeriod } from '@/components/figures/indicators/figure-text'
import type { RegionComparison } from '@/lib/monitor/peers/loaders'
import type { Peer, PeerReason } from '@/lib/monitor/peers/types'

type Labels = RegionComparison['labels']

function Reason({
  reason,
  own,
  other,
  labels,
}: {
  reason: PeerReason
  own: string
  other: string
  labels: Labels
}) {
  const t = useTranslations('peers.reason')
  const format = useFormatter()
  const locale = useLocale()
  const name = (slug: string) => labelIn(locale, labels.get(slug)) ?? slug
  const list = (slugs: readonly string[]) => format.list(slugs.map(name))
  if (reason.kind === 'municipalities')
    return t('municipalities', { own, other, ownCount: reason.own, otherCount: reason.other })
  if (reason.kind === 'sectors') return t('sectors', { list: list(reason.sectors) })
  if (reason.kind === 'groups')
    return t('groups', {
      list: list(reason.groups),
      count: reason.groups.length,
      compared: reason.compared,
    })
  return t.rich(reason.counter === 'uwv' ? 'registered' : 'surveyed', {
    own,
    other,
    ownNumber: () => <FigureNumber figure={reason.own} />,
    otherNumber: () => <FigureNumber figure={reason.other} />,
    period: () => <FigurePeriod figure={reason.own} />,
  })
}

export function PeerReasons({ peer, own, labels }: { peer: Peer; own: string; labels: Labels }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {peer.reasons.map((reason) => (
        <li key={reason.kind === 'counted' ? reason.counter : reason.kind}>
          <Reason reason={reason} own={own} other={peer.traits.name} labels={labels} />
        </li>
      ))}
    </ul>
  )
}
