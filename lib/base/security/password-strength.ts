import 'server-only'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as dutch } from '@zxcvbn-ts/language-nl-be'

const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...dutch },
  graphs: adjacencyGraphs,
})

/**
 * How many guesses the password stands, as a power of ten; nothing leaves the server. Leaked passwords, Dutch
 * words and names, keyboard walks, dates and the given words are all tried first.
 */
export function guessesLog10(password: string, words: readonly string[]): number {
  return estimator.check(password, [...words]).guessesLog10
}
