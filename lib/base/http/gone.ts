import 'server-only'
import { headers } from 'next/headers'
import { noteGone, REQUEST_ID } from './request-outcomes'

/** A page says that what stood here was taken away: the server answers it with status 410. */
export async function answerGone(): Promise<void> {
  noteGone((await headers()).get(REQUEST_ID))
}
