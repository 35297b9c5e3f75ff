/** Next answers 500 to everything; through globalThis the proxy learns what really went wrong. */
export const REQUEST_ID = 'x-request-id'

export interface RequestOutcome {
  /** An unavailable database outranks any other error. */
  thrown: 'nothing' | 'unavailable' | 'fault'
  /** Before one of our actions begins, only the request can be wrong. */
  actionStarted: boolean
  /** Next gives a page no status of its own; what was withdrawn answers 410 with words. */
  gone: boolean
}

const KEY = Symbol.for('praktijkbank.request-outcomes')
const holder = globalThis as { [KEY]?: Map<string, RequestOutcome> }
const open = (holder[KEY] ??= new Map<string, RequestOutcome>())

/** The caller must call `closeRequest` when the request is answered. */
export function openRequest(id: string): RequestOutcome {
  const outcome: RequestOutcome = { thrown: 'nothing', actionStarted: false, gone: false }
  open.set(id, outcome)
  return outcome
}

export const followedRequests = (): number => open.size

export function closeRequest(id: string): void {
  open.delete(id)
}

export function noteThrown(id: string | null | undefined, unavailable: boolean): void {
  const outcome = open.get(id ?? '')
  if (outcome && outcome.thrown !== 'unavailable')
    outcome.thrown = unavailable ? 'unavailable' : 'fault'
}

export function noteActionStarted(id: string | null | undefined): void {
  const outcome = open.get(id ?? '')
  if (outcome) outcome.actionStarted = true
}

export function noteGone(id: string | null | undefined): void {
  const outcome = open.get(id ?? '')
  if (outcome) outcome.gone = true
}
