import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { choiceParameters } from '@/lib/monitor/overview/rules'
import type { MatrixChoice } from '@/lib/monitor/overview/types'

export function BackToWhole({ choice }: { choice: MatrixChoice }) {
  const t = useTranslations('overview')
  const back = (side: 'group' | 'instrument') => ({
    pathname: '/monitor' as const,
    query: Object.fromEntries(choiceParameters({ ...choice, [side]: null })),
  })
  return (
    <p className="mb-4 flex flex-wrap gap-x-6 empty:hidden">
      {choice.group === null ? null : (
        <Link href={back('group')} prefetch={false}>
          {t('backGroup')}
        </Link>
      )}
      {choice.instrument === null ? null : (
        <Link href={back('instrument')} prefetch={false}>
          {t('backInstrument')}
        </Link>
      )}
    </p>
  )
}
