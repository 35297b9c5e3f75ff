import type { useTranslations } from 'next-intl'
import type { RowFault } from '@/lib/knowledge/initiative-imports/types'

type Translate = ReturnType<typeof useTranslations<'initiativeImports'>>

/** What is wrong with a cell and how to mend it. */
export function faultText(t: Translate, { code, detail }: RowFault): string {
  const { line, ...values } = detail
  const text = t(`fault.${code}`, values as never)
  return line === undefined ? text : t('inCell', { line, text })
}
