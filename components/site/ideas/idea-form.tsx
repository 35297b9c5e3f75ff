'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextArea } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { labelIn } from '@/lib/base/text/label'
import { ideaAction } from '@/lib/site/ideas/actions'
import type { FoundTerm, IdeaAnswer } from '@/lib/site/ideas/types'
import { AlikeList } from './alike-list'
import {
  CallsBlock,
  LessonsBlock,
  ObstaclesBlock,
  QuestionsBlock,
  UnknownBlock,
} from './answer-blocks'

const FORM = 'idee'

export interface Keeping {
  signedIn: boolean
  mayKeep: boolean
}

function Found({ found }: { found: readonly FoundTerm[] }) {
  const t = useTranslations('ideas')
  const locale = useLocale()
  return (
    <Section
      id="gelezen"
      title={t('foundTitle')}
      lead={t(found.length === 0 ? 'foundNone' : 'foundWhy')}
    >
      {found.length === 0 ? null : (
        <dl className="max-w-4xl divide-y divide-hairline border-y border-hairline">
          {found.map((one) => (
            <div
              key={`${one.facet} ${one.slug}`}
              className="grid gap-x-3 py-2.5 sm:grid-cols-[9rem_1fr]"
            >
              <dt className="text-sm text-muted sm:pt-0.5">{t(`foundFacet.${one.facet}`)}</dt>
              <dd>
                <span className="font-semibold">{labelIn(locale, one)}</span>{' '}
                <span className="text-sm text-muted">({t('because', { word: one.because })})</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  )
}

function Alike({ alike }: Pick<IdeaAnswer, 'alike'>) {
  const t = useTranslations('ideas.alike')
  return (
    <Section
      id="lijkt-op"
      title={t('title', { count: alike.length })}
      lead={alike.length === 0 ? undefined : t('lead')}
    >
      {alike.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink href="/initiatives" variant="secondary">
              {t('all')}
            </ButtonLink>
          }
        >
          {t('noneWhy')}
        </EmptyState>
      ) : (
        <AlikeList alike={alike} />
      )}
    </Section>
  )
}

function KeepButton() {
  const t = useTranslations('ideas')
  return (
    <SubmitButton form={FORM} name="act" value="keep" variant="secondary" pending={t('keeping')}>
      {t('keep')}
    </SubmitButton>
  )
}

function Next({ signedIn, mayKeep }: Keeping) {
  const t = useTranslations('ideas')
  return (
    <Section
      id="verder"
      title={t('next.title')}
      lead={mayKeep ? t(signedIn ? 'next.editor' : 'next.visitor') : t('noRight')}
    >
      {mayKeep ? <KeepButton /> : null}
      <p className="mt-4 max-w-measure text-sm text-muted">{t('next.why')}</p>
    </Section>
  )
}

function Answer({ answer, keeping }: { answer: IdeaAnswer; keeping: Keeping }) {
  return (
    <div className="mt-12">
      <Found found={answer.found} />
      <Alike alike={answer.alike} />
      <LessonsBlock lessons={answer.lessons} />
      <ObstaclesBlock obstacles={answer.obstacles} />
      <CallsBlock calls={answer.calls} />
      <QuestionsBlock questions={answer.questions} />
      <UnknownBlock unknown={answer.unknown} />
      <Next {...keeping} />
    </div>
  )
}

/** The answer stands on the same page: what people think of belongs in no address. */
export function IdeaForm({ kept, most, ...keeping }: Keeping & { kept: string; most: number }) {
  const t = useTranslations('ideas')
  const [result, action] = useFormAction(ideaAction)
  const errors = useFieldErrors(result)
  const answer = result.status === 'ok' ? result.data : null
  return (
    <>
      <Form
        id={FORM}
        action={action}
        result={result}
        noValidate
        className="max-w-measure space-y-5"
      >
        <FormErrors result={result} labels={{ idea: t('idea') }} />
        <TextArea
          name="idea"
          label={t('idea')}
          hint={t('ideaHint', { signedIn: String(keeping.signedIn) })}
          rows={5}
          maxLength={most}
          errors={errors('idea')}
          defaultValue={typedValue(result, { idea: answer?.text ?? kept }, 'idea')}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="act" value="check" pending={t('checking')}>
            {t('check')}
          </SubmitButton>
          {answer === null && keeping.mayKeep ? <KeepButton /> : null}
        </div>
        <p role="status" className="font-semibold">
          {answer ? t('inShort', { count: answer.alike.length }) : null}
        </p>
      </Form>
      {answer ? <Answer answer={answer} keeping={keeping} /> : null}
    </>
  )
}
