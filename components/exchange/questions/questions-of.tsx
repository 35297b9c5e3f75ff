import { getLocale, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { loadQuestions } from '@/lib/exchange/questions/loaders'
import { Post } from './post'
import { AcceptForm, AnswerForm, AskForm, HideForm, ReportForm } from './post-acts'

/** Questions under an initiative with their answers, and the way to ask, answer, mark and report. */
export async function QuestionsOf({
  initiative,
}: {
  initiative: { id: string; slug: string; organisationId: string }
}) {
  const [t, locale, { threads, reader }] = await Promise.all([
    getTranslations('questions'),
    getLocale(),
    loadQuestions(initiative),
  ])
  const back = getPathname({
    href: { pathname: '/initiatives/[slug]', params: { slug: initiative.slug } },
    locale,
  })
  const quiet = (id: string) =>
    reader === null ? null : (
      <>
        {reader.own.has(id) ? null : <ReportForm postId={id} />}
        {reader.mayModerate ? <HideForm postId={id} /> : null}
      </>
    )
  return (
    <>
      {threads.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <ol>
          {threads.map((thread) => (
            <li key={thread.id} className="border-t border-hairline py-6 last:border-b">
              <Post post={thread} large>
                {quiet(thread.id)}
              </Post>
              <ol className="mt-4 space-y-6 pl-4 sm:pl-8">
                {thread.answers.map((answer) => (
                  <li
                    key={answer.id}
                    className={`border-l-4 pl-4 ${answer.id === thread.acceptedId ? 'border-green' : 'border-hairline'}`}
                  >
                    <Post post={answer} accepted={answer.id === thread.acceptedId}>
                      {reader?.acceptable.has(thread.id) ? (
                        <div className="-ml-3">
                          <AcceptForm
                            postId={answer.id}
                            accepted={answer.id === thread.acceptedId}
                            whose={answer.author.name ?? answer.author.organisation ?? t('former')}
                          />
                        </div>
                      ) : null}
                      {quiet(answer.id)}
                    </Post>
                  </li>
                ))}
                {thread.answers.length === 0 ? (
                  <li className="text-muted">{t('noAnswer')}</li>
                ) : null}
              </ol>
              {reader ? (
                <div className="mt-4 pl-4 sm:pl-8 print:hidden">
                  <AnswerForm
                    postId={thread.id}
                    organisations={reader.organisations}
                    round={thread.answers.length}
                  />
                </div>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      <div className="mt-8 print:hidden">
        {reader ? (
          <>
            <h3 className="mb-3">{t('ask.title')}</h3>
            <AskForm
              initiativeId={initiative.id}
              organisations={reader.organisations}
              round={threads.length}
            />
          </>
        ) : (
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/sign-in', query: { terug: `${back}#vragen` } }}
            prefetch={false}
            rel="nofollow"
          >
            {t('signIn')}
          </ButtonLink>
        )}
      </div>
    </>
  )
}
