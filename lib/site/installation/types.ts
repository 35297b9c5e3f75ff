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
  /** Organisations with an editor. */
  editorOrganisations: readonly string[]
  /** The organisations of each moderator. */
  moderators: readonly (readonly string[])[]
  /** Regions of organisations with an assessor. */
  assessorRegions: readonly string[]
}

export interface Step {
  name: StepName
  isDone: boolean
}
