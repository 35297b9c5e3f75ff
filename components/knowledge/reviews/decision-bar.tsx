'use client'
import { SubmitButton } from '@/components/base/forms/submit-button'

export interface DecisionWords {
  decide: string
  publish: string
  publishing: string
  return: string
  returning: string
  toReason: string
}

/** Stays in view while reading. What has the focus is scrolled clear of it (globals.css). */
export function DecisionBar({ words }: { words: DecisionWords }) {
  return (
    <section
      aria-label={words.decide}
      data-decision-bar=""
      className="sticky bottom-0 z-20 -mx-5 border-t-2 border-green bg-raised px-5 py-3 sm:-mx-8 sm:px-8 print:hidden"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="hidden grow font-semibold sm:block">{words.decide}</p>
        <a href="#besluit" className="hidden py-2 sm:block">
          {words.toReason}
        </a>
        <SubmitButton name="intent" value="return" variant="danger" pending={words.returning}>
          {words.return}
        </SubmitButton>
        <SubmitButton name="intent" value="publish" pending={words.publishing}>
          {words.publish}
        </SubmitButton>
      </div>
    </section>
  )
}
