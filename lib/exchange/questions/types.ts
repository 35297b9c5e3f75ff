/** Without a name once the account is deleted. */
export interface PostAuthor {
  name: string | null
  organisation: string | null
}

export interface PublicPost {
  id: string
  text: string
  author: PostAuthor
  /** By the owner of the initiative. */
  fromOwner: boolean
  at: string
}

export interface QuestionThread extends PublicPost {
  acceptedId: string | null
  /** The accepted one first, then the oldest. */
  answers: PublicPost[]
}

export interface TextPart {
  text: string
  href: string | null
}

export interface PostTarget {
  id: string
  initiativeId: string
  slug: string
  title: string
  ownerOrganisationId: string
  /** Its own id for a question. */
  questionId: string
  isAnswer: boolean
  authorId: string | null
  askerId: string | null
  hidden: boolean
}

export interface ModeratedPost extends PublicPost {
  slug: string
  title: string
  isAnswer: boolean
  reasons: string[]
  hidden: { reason: string; at: string } | null
}

interface OpenPost {
  text: string
  at: string
  organisation: string | null
}

/** Without names of people. */
export interface AnsweredQuestion {
  slug: string
  question: OpenPost
  answer: OpenPost
}
