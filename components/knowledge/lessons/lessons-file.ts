import { getTranslations } from 'next-intl/server'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { Lesson } from '@/lib/knowledge/lessons/types'
import { origin } from '@/lib/base/runtime/env'
import type { Table } from '@/lib/base/files/workbook'

export async function lessonsFile(
  lessons: readonly Lesson[],
  locale: Locale,
): Promise<{ name: string; table: Table }> {
  const t = await getTranslations({ locale, namespace: 'lessons' })
  return {
    name: t('file.name'),
    table: {
      name: t('title'),
      header: [
        t('kindLabel'),
        t('file.text'),
        t('file.initiative'),
        t('file.adopter'),
        t('file.months'),
        t('region'),
        t('file.example'),
        t('file.address'),
      ],
      rows: lessons.map(({ kind, text, initiative, adopter, regions, isExample }) => [
        t(`kind.${kind}`),
        text,
        initiative.title,
        adopter?.organisation ?? null,
        adopter?.months ?? null,
        regions.map(({ name }) => name).join(', '),
        isExample ? t('example') : null,
        `${origin}${getPathname({ href: { pathname: '/initiatives/[slug]', params: { slug: initiative.slug } }, locale })}`,
      ]),
      widths: [24, 70, 36, 30, 12, 26, 14, 44],
    },
  }
}
