import { useTranslations } from 'next-intl'
import { fieldLabels } from '@/components/knowledge/editing/field-labels'
import type { Remarks } from '@/lib/knowledge/revisions/types'
import { FieldRemark } from '@/components/knowledge/editing/field-remark'

/** What the moderator said of single fields, in the order of the form. */
export function RemarkList({ remarks }: { remarks: Remarks }) {
  const t = useTranslations('editing')
  const labels = fieldLabels(t)
  const order = Object.keys(labels)
  const rows = Object.entries(remarks).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  if (rows.length === 0) return null
  return (
    <ul className="mt-3 space-y-2">
      {rows.map(([field, text]) => (
        <li key={field}>
          <FieldRemark label={labels[field] ?? field} text={text} />
        </li>
      ))}
    </ul>
  )
}
