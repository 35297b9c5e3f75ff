export const STEPS = [
  'address',
  'mail',
  'administrators',
  'organisation',
  'editor',
  'moderator',
  'assessors',
] as const
export type StepName = (typeof STEPS)[number]

/** What the database and the configuration say about a new installation. */
export interface InstallationFacts {
  origin: string
  hasMailServer: boolean
  sentMails: number
  administrators: number
  organisations: number
  /** How many organisations have an editor. */
  editorOrganisations: number
  /** Those among them on whose work no moderator of elsewhere may decide. */
  unmoderated: number
  /** Moderators who work for an organisation. */
  moderators: number
  /** Regions of organisations with an assessor. */
  assessorRegions: readonly string[]
}

export interface Step {
  name: StepName
  isDone: boolean
}
