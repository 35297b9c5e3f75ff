import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/base/ui/button'

export function FileLinks({
  address,
  parameters,
}: {
  address: string
  parameters: URLSearchParams
}) {
  const t = useTranslations('overview')
  return (
    <p className="mt-6 flex flex-wrap gap-4 print:hidden">
      {(['csv', 'xlsx'] as const).map((kind) => (
        <a
          key={kind}
          href={`${address}?${new URLSearchParams([...parameters, ['soort', kind]]).toString()}`}
          download
          className={buttonClass('secondary')}
        >
          {t(kind)}
        </a>
      ))}
    </p>
  )
}
