import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { SignInButton } from '@/components/people/accounts/sign-in-button'
import { EmptyState } from '@/components/base/ui/notice'
import { loadQuestions } from '@/lib/exchange/questions/loaders'
import { Post } from './post'
import { AcceptForm, AnswerForm, AskForm, HideForm, ReportForm } from './post-acts'

type Questions = Awaited<ReturnType<typeof loadQuestions>>
type Reader = Questions['reader']
type Thread = Questions['threads'][number]

function QuietActs({ postId, reader }: { postId: string; reader: NonNullable<Reader> }) {
  return (
    <>
      {reader.own.has(postId) ? null : <ReportForm postId={postId} />}
      {reader.mayModerate ? <HideForm postId={postId} /> : null}
    </>
  )
}

function AnswerItem({
  answer,
  thread,
  reader,
}: {
  answer: Thread['answers'][number]
  thread: Thread
  reader: Reader
}) {
  const t = useTranslations('questions')
  const accepted = answer.id === thread.acceptedId
  return (
    <li className={`border-l-4 pl-4 ${accepted ? 'border-green' : 'border-hairline'}`}>
      <Post post={answer} accepted={accepted}>
        {reader?.acceptable.has(thread.id) ? (
          <div className="-ml-3">
            <AcceptForm
              postId={answer.id}
              accepted={accepted}
              whose={answer.author.name ?? answer.author.organisation ?? t('former')}
            />
          </div>
        ) : null}
        {reader ? <QuietActs postId={answer.id} reader={reader} /> : null}
      </Post>
    </li>
  )
}

function ThreadItem({ thread, reader }: { thread: Thread; reader: Reader }) {
  const t = useTranslations('questions')
  return (
    <li className="border-t border-hairline py-6 last:border-b">
      <Post post={thread} large>
        {reader ? <QuietActs postId={thread.id} reader={reader} /> : null}
      </Post>
      <ol className="mt-4 space-y-6 pl-4 sm:pl-8">
        {thread.answers.map((answer) => (
          <AnswerItem key={answer.id} answer={answer} thread={thread} reader={reader} />
        ))}
        {thread.answers.length === 0 ? <li className="text-muted">{t('noAnswer')}</li> : null}
      </ol>
      {reader ? (
        <div className="mt-4 pl-4 sm:pl-8 print:hidden">
          <AnswerForm postId={thread.id} organisations={reader.organisations} />
        </div>
      ) : null}
    </li>
  )
}

export async function QuestionsOf({
  initiative,
}: {
  initiative: { id: string; slug: string; organisationId: string }
}) {
  const [t, { threads, reader }] = await Promise.all([
    getTranslations('questions'),
    loadQuestions(initiative),
  ])
  return (
    <>
      {threads.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <ol>
          {threads.map((thread) => (
            <ThreadItem key={thread.id} thread={thread} reader={reader} />
          ))}
        </ol>
      )}
      <div className="mt-8 print:hidden">
        {reader ? (
          <>
            <h3 className="mb-3">{t('ask.title')}</h3>
            <AskForm initiativeId={initiative.id} organisations={reader.organisations} />
          </>
        ) : (
          <SignInButton
            back={{ pathname: '/initiatives/[slug]', params: { slug: initiative.slug } }}
            hash="vragen"
          >
            {t('signIn')}
          </SignInButton>
        )}
      </div>
    </>
  )
}
