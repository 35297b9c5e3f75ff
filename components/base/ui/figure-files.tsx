import { useTranslations } from 'next-intl'

/** What the figures of a public page are about, and where. */
export interface PictureOf {
  /** Name of the initiative, region or whatever the page is about. */
  about: string
  /** Address of the page in the reader's language, with what is chosen there. */
  page: string
}

export interface FigurePicture extends Pick<PictureOf, 'page'> {
  /** Id of the figure on its page; part of the address of its files. */
  id: string
  /** Title of the picture, with what it is about. */
  title: string
  /** What the picture says of itself, when the caption is about the page. */
  words?: string
}

const GROUPS = [
  ['picture', ['svg', 'png']],
  ['data', ['csv', 'xlsx']],
] as const

interface FigureFilesProps {
  picture: FigurePicture
  /** Other files of data than the table of the figure, by kind; null when there is no table to take along. */
  data?: Readonly<Record<'csv' | 'xlsx', string>> | null
  /** False when there is only a table. */
  drawing?: boolean
}

/** A figure as a picture and its figures as a file, in one quiet line. Plain links: they work everywhere. */
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
