import type { Action } from '../../lib/people/accounts/policy.ts'

/** What an action asks of whoever calls it, when that is no right of the table. */
export type Class =
  /** A public form. */
  | 'anyone'
  /** Anyone signed in, for their own data or as a guest of something public. */
  | 'signedIn'
  /** Anyone who acts for the organisation that the form names. */
  | 'acting'
  /** Anyone signed in who does not act for the organisation. */
  | 'outsider'
  /** The one person whose data it is. */
  | 'owner'
  /** A link, code or half sign-in; a role opens nothing. */
  | 'proof'

export type Need = Action | Class

/** Whose organisation counts beside the owner's. */
export type Scope =
  /** The owner's alone: a neighbour in the region is a stranger (the default). */
  | 'organisation'
  /** A neighbour shares the region, so is on the own side without a say. */
  | 'region'
  /** Policy of a region: whoever acts for an organisation of it. */
  | 'regionPolicy'
  /** The organisation of whoever calls. */
  | 'theirs'

export type TargetName =
  | 'neighbour'
  | 'contactName'
  | 'correction'
  | 'credit'
  | 'doubtfulMail'
  | 'material'
  | 'adoption'
  | 'answer'
  | 'archived'
  | 'asked'
  | 'assessment'
  | 'boardPaper'
  | 'bystander'
  | 'call'
  | 'collection'
  | 'contact'
  | 'contactRegionSlug'
  | 'dataset'
  | 'draft'
  | 'enquiry'
  | 'freeRequest'
  | 'funding'
  | 'goal'
  | 'held'
  | 'import'
  | 'indicator'
  | 'initiative'
  | 'initiativeFile'
  | 'initiativeSlug'
  | 'invitation'
  | 'joining'
  | 'contest'
  | 'ownContest'
  | 'mail'
  | 'measure'
  | 'measured'
  | 'member'
  | 'merge'
  | 'mistake'
  | 'obstacle'
  | 'obstacleSlug'
  | 'offered'
  | 'organisation'
  | 'otherCall'
  | 'otherGoal'
  | 'otherInitiative'
  | 'otherObstacleSlug'
  | 'otherOrganisation'
  | 'otherTerm'
  | 'ownEditor'
  | 'paper'
  | 'passkey'
  | 'picture'
  | 'plan'
  | 'planned'
  | 'question'
  | 'reading'
  | 'reconsideration'
  | 'region'
  | 'regionSlug'
  | 'request'
  | 'round'
  | 'search'
  | 'session'
  | 'siteEnquiry'
  | 'submitted'
  | 'suggestion'
  | 'term'
  | 'verdict'

/** Ids and slugs of what is acted upon; all of it belongs to the organisation of the own side. */
export type Targets = Readonly<Record<TargetName, string>>
export type Fields = Readonly<Record<string, string>>

export interface Row {
  /** One of them is enough. */
  needs: Need | readonly Need[]
  scope?: Scope
  fields: (targets: Targets) => Fields
  /** Takes the form alone, without the state before it. */
  formOnly?: boolean
  /** Says which of several, where one action has more than one target. */
  about?: string
}
/** By file and export. */
export type Rows = Readonly<Record<string, Readonly<Record<string, Row | readonly Row[]>>>>

export const TEXT = 'Geschreven door wie dit misschien niet mag.'
/** Of something that does not exist yet. */
export const NEW_ID = '0193b5a0-0000-7000-8000-00000000beef'
