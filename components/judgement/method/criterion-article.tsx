import { useLocale, useTranslations } from 'next-intl'
import { Disclosure } from '@/components/base/ui/disclosure'
import type { CriterionView } from '@/lib/judgement/assessments/types'

export function CriterionArticle({ criterion }: { criterion: CriterionView }) {
  const t = useTranslations('method.criteria')
  const english = useLocale() === 'en'
  const anchors = english ? criterion.anchorsEn : criterion.anchorsNl
  const questions = english ? criterion.guidingQuestionsEn : criterion.guidingQuestionsNl
  return (
    <article id={criterion.slug} className="scroll-mt-6 border-t border-hairline py-6">
      <h3 className="text-xl">
        <span className="text-muted tabular">{criterion.number}. </span>
        {english ? criterion.labelEn : criterion.labelNl}
      </h3>
      <p className="mt-1 max-w-measure">
        {english ? criterion.definitionEn : criterion.definitionNl}
      </p>
      {criterion.slug === 'doelmatig' ? (
        <p className="mt-2 max-w-measure text-sm text-muted">{t('effect')}</p>
      ) : null}
      {criterion.slug === 'meetbaar-bewezen' ? (
        <p className="mt-2 max-w-measure text-sm text-muted">{t('proof')}</p>
      ) : null}
      <Disclosure summary={t('scale')} className="mt-3">
        <ol className="max-w-measure divide-y divide-hairline border-y border-hairline">
          {anchors.map((anchor, index) => (
            <li key={index} className="grid grid-cols-[5.5rem_1fr] gap-3 py-2">
              <span className="font-semibold tabular">{t('point', { score: index + 1 })}</span>
              <span>{anchor}</span>
            </li>
          ))}
        </ol>
        <p className="mt-3 max-w-measure text-sm text-muted">
          {t('cannot')}: {english ? criterion.notRatableWhenEn : criterion.notRatableWhenNl}
        </p>
        <h4 className="mt-4 font-sans text-sm font-semibold text-muted">{t('questions')}</h4>
        <ul className="mt-1 max-w-measure list-disc space-y-1 pl-5">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </Disclosure>
    </article>
  )
}
