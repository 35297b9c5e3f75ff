import { useTranslations } from 'next-intl'

type Key = 'problem.tooLarge'

export function ProblemText({ code, detail }: { code: string; detail?: string | null }) {
  const t = useTranslations('statistics.admin')
  const text = t.has(`problem.${code}` as Key) ? t(`problem.${code}` as Key) : code
  return (
    <>
      {text} {detail ? <span className="break-words">{detail}</span> : null}
    </>
  )
}
