import { useFormatter, useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { TextLink } from '@/components/base/ui/text'
import { keepPostAction, showPostAction } from '@/lib/exchange/questions/actions'
import type { ModeratedPost } from '@/lib/exchange/questions/types'
import { Post } from './post'
import { HideForm } from './post-acts'

function Reasons({ reasons }: { reasons: ModeratedPost['reasons'] }) {
  const t = useTranslations('questions.moderation')
  if (reasons.length === 0) return null
  return (
    <div className="mt-3 border-l-4 border-clay pl-4">
      <p className="font-semibold">{t('reasons', { count: reasons.length })}</p>
      <ul>
        {reasons.map((reason, index) => (
          <li key={index} lang="nl" className="max-w-measure whitespace-pre-line">
            {reason}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Decision({ post }: { post: ModeratedPost }) {
  const t = useTranslations('questions.moderation')
  const format = useFormatter()
  return post.hidden ? (
    <div className="mt-3 space-y-3">
      <p className="max-w-measure">
        {t('hiddenWhy', {
          date: format.dateTime(new Date(post.hidden.at), { dateStyle: 'long' }),
          reason: post.hidden.reason,
        })}
      </p>
      <ActForm
        action={showPostAction}
        about={{ postId: post.id }}
        label={t('show')}
        name={t('showThis', { text: post.text.slice(0, 60) })}
        pending={t('busy')}
        variant="secondary"
      />
    </div>
  ) : (
    <div className="mt-3 space-y-3">
      <HideForm postId={post.id} />
      <ActForm
        action={keepPostAction}
        about={{ postId: post.id }}
        label={t('keep')}
        name={t('keepThis', { text: post.text.slice(0, 60) })}
        pending={t('busy')}
        variant="secondary"
      />
    </div>
  )
}

export function ModeratedList({ posts }: { posts: readonly ModeratedPost[] }) {
  const t = useTranslations('questions.moderation')
  return (
    <ol className="max-w-4xl">
      {posts.map((post) => (
        <li key={post.id} className="border-t border-hairline py-6 last:border-b">
          <p className="mb-2 text-sm text-muted">
            {t(post.isAnswer ? 'answerAt' : 'questionAt')}{' '}
            <TextLink
              href={{
                pathname: '/initiatives/[slug]',
                params: { slug: post.slug },
                hash: 'vragen',
              }}
            >
              {post.title}
            </TextLink>
          </p>
          <Post post={post} />
          <Reasons reasons={post.reasons} />
          <Decision post={post} />
        </li>
      ))}
    </ol>
  )
}
