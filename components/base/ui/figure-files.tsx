import { useTranslations } from 'next-intl'

export interface PictureOf {
  about: string
  page: string
}

export interface FigurePicture extends Pick<PictureOf, 'page'> {
  id: string
  title: string
  words?: string
}

const GROUPS = [
  ['picture', ['svg', 'png']],
  ['data', ['csv', 'xlsx']],
] as const

interface FigureFilesProps {
  picture: FigurePicture
  data?: Readonly<Record<'csv' | 'xlsx', string>> | null
  drawing?: boolean
}

export function FigureFiles({
  picture: { id, title, page },
  data,
  drawing = true,
}: FigureFilesProps) {
  const t = useTranslations('ui.figure')
  const address = (kind: string) =>
    `/api/grafiek?${new URLSearchParams({ pagina: page, grafiek: id, soort: kind }).toString()}`
  return (
    <ul className="mt-1 flex flex-wrap gap-x-6 text-sm text-muted print:hidden">
      {GROUPS.filter(([group]) => (group === 'picture' ? drawing : data !== null)).map(
        ([group, kinds]) => (
          <li key={group} className="flex items-baseline gap-x-3">
            <span aria-hidden="true">{t(group)}</span>
            {kinds.map((kind) => (
              <a
                key={kind}
                href={
                  kind === 'csv' || kind === 'xlsx'
                    ? (data?.[kind] ?? address(kind))
                    : address(kind)
                }
                download
                rel="nofollow"
                className="inline-flex min-h-11 items-center"
              >
                <span aria-hidden="true">{kind.toUpperCase()}</span>
                <span className="sr-only">{t('of', { kind: kind.toUpperCase(), title })}</span>
              </a>
            ))}
          </li>
        ),
      )}
    </ul>
  )
}
