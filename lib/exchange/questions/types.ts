/** Who wrote it. The name of the person is gone when the account is; the organisation stays. */
export interface PostAuthor {
  name: string | null
  organisation: string | null
}

/** A question or answer as everyone may read it. */
export interface PublicPost {
  id: string
  text: string
  author: PostAuthor
  /** Written for the organisation that owns the initiative. */
  fromOwner: boolean
  /** ISO time. */
  at: string
}

export interface QuestionThread extends PublicPost {
  /** The answer that helped, if one was marked. */
  acceptedId: string | null
  /** The accepted one first, then the oldest. */
  answers: PublicPost[]
}

/** A piece of text as it is shown: plain, or a link to another site. */
export interface TextPart {
  text: string
  href: string | null
}

/** What the policy and the writes need to know of a post. */
export interface PostTarget {
  id: string
  initiativeId: string
  slug: string
  title: string
  ownerOrganisationId: string
  /** The question it belongs to; its own id for a question. */
  questionId: string
  isAnswer: boolean
  authorId: string | null
  /** Who asked the question it belongs to. */
  askerId: string | null
  hidden: boolean
}

/** A post that waits for a moderator, or was hidden. */
export interface ModeratedPost extends PublicPost {
  slug: string
  title: string
  isAnswer: boolean
  reasons: string[]
  hidden: { reason: string; at: string } | null
}

interface OpenPost {
  text: string
  /** ISO time. */
  at: string
  organisation: string | null
}

/** A question with the answer that helped, as the open data has it: no names of people. */
export interface AnsweredQuestion {
  slug: string
  question: OpenPost
  answer: OpenPost
}
