// Terminal output: plain Dutch, one line per step with its seconds.

const seconds = (from) => ((Date.now() - from) / 1000).toFixed(1).replace('.', ',')

/** A problem the user can solve: what is wrong, and what to do. */
export class Problem extends Error {
  constructor(message, advice, cause) {
    super(message, { cause })
    this.advice = advice
  }
}

export const say = (text = '') => process.stdout.write(`${text}\n`)

export async function step(label, work) {
  const from = Date.now()
  say(`… ${label}`)
  const result = await work()
  say(`✓ ${label} (${seconds(from)} s)`)
  return result
}

/**
 * Reports a Problem with its advice and other errors with their message; DEBUG=1 adds the stack.
 */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    process.exitCode = 1
    say()
    say(`✗ ${error instanceof Error ? error.message : String(error)}`)
    if (error instanceof Problem && error.advice) say(`  ${error.advice}`)
    else if (!process.env.DEBUG) say('  Start opnieuw met DEBUG=1 voor de technische details.')
    if (process.env.DEBUG && error instanceof Error)
      say(
        error.cause instanceof Error ? `${error.stack}\n${error.cause.stack}` : (error.stack ?? ''),
      )
  }
}
