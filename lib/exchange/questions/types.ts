export interface PostAuthor {
  name: string | null
  organisation: string | null
}

export interface PublicPost {
  id: string
  text: string
  author: PostAuthor
  fromOwner: boolean
  at: string
}

export interface QuestionThread extends PublicPost {
  acceptedId: string | null
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

export interface AnsweredQuestion {
  slug: string
  question: OpenPost
  answer: OpenPost
}
