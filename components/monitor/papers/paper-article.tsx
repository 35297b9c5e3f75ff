import { useTranslations } from 'next-intl'
import { GoalRows } from './goal-rows'
import type { PaperContent } from './paper-content'
import type { Reason } from './reason-content'

function FirstPage({ content }: { content: PaperContent }) {
  const { kicker, title, subtitle, dataOn, warnings, sentences, request } = content
  return (
    <>
      <header className="border-b-2 border-ink pb-4">
        <p className="font-semibold text-green">{kicker}</p>
        <h1 className="mt-1">{title}</h1>
        <p className="mt-3 text-muted">
          {subtitle}. {dataOn}.
        </p>
      </header>
      {warnings.map((text) => (
        <p key={text} className="mt-4 border-l-4 border-clay pl-4 font-semibold">
          {text}
        </p>
      ))}
      <section aria-labelledby="stand" className="paper-section">
        <h2 id="stand">{sentences.title}</h2>
        <ol className="mt-3 list-decimal space-y-2 pl-6 text-lg">
          {sentences.lines.map((text) => (
            <li key={text} className="pl-1">
              {text}
            </li>
          ))}
        </ol>
      </section>
      <section
        aria-labelledby="gevraagd-besluit"
        className="paper-section border-l-4 border-green bg-green-wash px-5 py-4"
      >
        <h2 id="gevraagd-besluit">{request.title}</h2>
        {request.mark === null ? null : <p className="mt-1 text-muted">{request.mark}</p>}
        <ul className="mt-3 list-disc space-y-2 pl-6">
          {request.lines.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

function ReasonArticle({ reason }: { reason: Reason }) {
  const t = useTranslations('chains.verdict')
  const { title, goal, decision, parts, reactions, noReactions } = reason
  return (
    <article className="paper-reason border-t border-hairline py-4">
      <h3>{title}</h3>
      <p className="text-muted">{goal}</p>
      {decision === '' ? null : <p className="mt-1 font-semibold">{decision}</p>}
      <dl className="mt-2 space-y-2">
        {parts.map(({ label, text }) => (
          <div key={label} className="break-inside-avoid">
            <dt className="font-semibold">{label}</dt>
            <dd className="whitespace-pre-line">{text}</dd>
          </div>
        ))}
      </dl>
      {reactions.length === 0 ? null : (
        <>
          <h4 className="mt-3 font-semibold">{t('reactions')}</h4>
          <ul className="mt-1 list-disc space-y-1 pl-6">
            {reactions.map(({ label, text }) => (
              <li key={text}>
                <strong>{label}:</strong> {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {noReactions === null ? null : <p className="mt-2 text-muted">{noReactions}</p>}
    </article>
  )
}

function Missing({ missing }: Pick<PaperContent, 'missing'>) {
  return (
    <section aria-labelledby="ontbreekt" className="paper-section">
      <h2 id="ontbreekt">{missing.title}</h2>
      {missing.none === null ? null : <p className="mt-3">{missing.none}</p>}
      <div className="mt-3 gap-x-10 sm:columns-2">
        {missing.groups.map(({ title, items }) => (
          <div key={title} className="mb-4">
            <h3 className="text-base">{title}</h3>
            <ul className="mt-1 list-disc space-y-1 pl-6">
              {items.map((text, at) => (
                <li key={`${text} ${String(at)}`}>{text}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

/** The paper as a page; Chromium prints exactly this. */
export function PaperArticle({ content }: { content: PaperContent }) {
  const { goals, examples, reasons, missing, sources } = content
  return (
    <article className="board-paper" lang={content.language}>
      <FirstPage content={content} />
      <section aria-labelledby="doelen" className="paper-section">
        <h2 id="doelen">{goals.title}</h2>
        {goals.none === null ? (
          <GoalRows rows={goals.rows} />
        ) : (
          <p className="mt-3">{goals.none}</p>
        )}
        {goals.after.length === 0 ? null : (
          <>
            <h3 className="mt-4 text-lg">{goals.moneyTitle}</h3>
            <ul className="mt-1 list-disc space-y-1 pl-6">
              {goals.after.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      {examples === null ? null : (
        <section aria-labelledby="voorbeelden" className="paper-section">
          <h2 id="voorbeelden">{examples.title}</h2>
          <p className="mt-2 mb-3 break-inside-avoid break-after-avoid font-semibold">
            {examples.note}
          </p>
          <GoalRows rows={examples.rows} />
        </section>
      )}
      <section aria-labelledby="redenen" className="paper-section">
        <h2 id="redenen">{reasons.title}</h2>
        {reasons.none === null ? null : <p className="mt-3">{reasons.none}</p>}
        <div className="mt-3">
          {reasons.items.map((reason) => (
            <ReasonArticle key={reason.key} reason={reason} />
          ))}
        </div>
      </section>
      <Missing missing={missing} />
      <section aria-labelledby="paper-bronnen" className="paper-section">
        <h2 id="paper-bronnen">{sources.title}</h2>
        <ul className="mt-3 list-disc space-y-1 pl-6">
          {sources.lines.map((text) => (
            <li key={text} className="wrap-anywhere">
              {text}
            </li>
          ))}
        </ul>
      </section>
    </article>
  )
}
