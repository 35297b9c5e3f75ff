import type { PlannedAct } from '@/generated/prisma/enums'

export type { PlannedAct }

/** What is planned, and when. */
export interface Planned {
  id: string
  act: PlannedAct
  at: Date
  reason: string
  revisionId: string | null
}

/** The same for whoever may cancel it. */
export interface PlannedTarget extends Planned {
  initiativeId: string
  /** In whose name a closing is done; null for the editors of the platform. */
  organisationId: string | null
}
