const seconds = (from) => ((Date.now() - from) / 1000).toFixed(1).replace('.', ',')

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

/** A Problem prints its advice; DEBUG=1 adds the stack of other errors. */
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
