import { useFormatter, useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import type { AdviceMention } from '@/lib/exchange/advices/types'
import { noonOf } from '@/lib/base/text/calendar'

/** Without `open` the title is no link: only those who make advices read them. */
export function AdviceList({
  advices,
  open,
}: {
  advices: readonly AdviceMention[]
  open: boolean
}) {
  const t = useTranslations('obstacles.kept')
  const format = useFormatter()
  return (
    <ul className="max-w-measure">
      {advices.map(({ id, title, addressee, signer, on }) => (
        <li key={id} className="border-t border-hairline py-3 last:border-b">
          <p lang="nl" className="font-semibold">
            {open ? (
              <TextLink
                href={{ pathname: '/workspace/obstacles/advice/[id]', params: { id } }}
                prefetch={false}
              >
                {title}
              </TextLink>
            ) : (
              title
            )}
          </p>
          <p className="text-sm text-muted">
            {addressee === '' ? signer : t('fromTo', { signer, addressee })} ·{' '}
            {format.dateTime(noonOf(on), { dateStyle: 'long' })}
          </p>
        </li>
      ))}
    </ul>
  )
}
