import { cleanup, configure, render } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { formats } from '@/i18n/formats'
import { messages } from '@/messages'

// For what hangs, not for what is slow: a busy machine takes ten times as long.
configure({ asyncUtilTimeout: 30_000 })

// Testing Library only tidies up by itself where the functions of the test runner are global.
afterEach(cleanup)

/** Draws a component as a browser would, with the words of the Dutch pages. */
export const renderInDutch = (children: ReactNode) =>
  render(children, {
    wrapper: ({ children: inner }) => (
      <NextIntlClientProvider
        locale="nl"
        messages={messages.nl}
        formats={formats}
        timeZone="Europe/Amsterdam"
      >
        {inner}
      </NextIntlClientProvider>
    ),
  })
