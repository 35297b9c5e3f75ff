import { useTranslations } from 'next-intl'

interface RegisterFilesProps {
  address: (path: '/obstacles' | '/obstacles/file', extra: Record<string, string>) => string
}

export function RegisterFiles({ address }: RegisterFilesProps) {
  const t = useTranslations('obstacles')
  return (
    <p className="mt-6 flex flex-wrap gap-x-4 text-sm print:hidden">
      {t('file')}
      {(['csv', 'xlsx'] as const).map((kind) => (
        <a
          key={kind}
          href={address('/obstacles/file', { soort: kind })}
          rel="nofollow"
          className="inline-flex min-h-6 items-center"
        >
          {t(kind)}
        </a>
      ))}
    </p>
  )
}
