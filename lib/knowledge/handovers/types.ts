/** An initiative that is offered to another organisation. */
export interface Handover {
  initiativeId: string
  slug: string
  title: string
  fromId: string
  fromName: string
  toId: string
  toName: string
  message: string
  createdAt: Date
}

/** Why an organisation cannot take it over now. */
export type HandoverFault = 'round' | 'adopted'
