import { MessageSquareText } from 'lucide-react'

interface FieldRemarkProps {
  /** Whose words these are, or what they are about. */
  label: string
  /** Nothing is shown without one. */
  text: string | undefined
}

/** What the moderator said of a field: above that field in the form, or in a list by its label. */
export function FieldRemark({ label, text }: FieldRemarkProps) {
  if (text === undefined) return null
  return (
    <div className="flex gap-2 border-l-4 border-straw bg-straw-wash px-3 py-2 text-sm">
      <MessageSquareText aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <p className="min-w-0 whitespace-pre-line">
        <span className="font-semibold">{`${label}: `}</span>
        {text}
      </p>
    </div>
  )
}
