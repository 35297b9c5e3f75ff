import { useLocale, useTranslations } from 'next-intl'
import { getPathname } from '@/i18n/navigation'
import type { AdviceView } from '@/lib/exchange/advices/types'

const FILES = ['docx', 'xlsx', 'csv'] as const

export function AdviceFiles({ advice }: { advice: AdviceView }) {
  const t = useTranslations('obstacles')
  const locale = useLocale()
  const file = getPathname({
    href: { pathname: '/workspace/obstacles/advice/[id]/file', params: { id: advice.id } },
    locale,
  })
  return (
    <p className="mt-5 flex flex-wrap gap-x-5 gap-y-1">
      {FILES.map((kind) => (
        <a key={kind} href={`${file}?soort=${kind}`} className="inline-flex min-h-11 items-center">
          {t(`kept.${kind}`)}
        </a>
      ))}
    </p>
  )
}
