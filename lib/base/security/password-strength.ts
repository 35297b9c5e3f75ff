import 'server-only'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as dutch } from '@zxcvbn-ts/language-nl-be'

const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...dutch },
  graphs: adjacencyGraphs,
})

/** Guesses as a power of ten, computed locally, also with Dutch words and names. */
export function guessesLog10(password: string, words: readonly string[]): number {
  return estimator.check(password, [...words]).guessesLog10
}
