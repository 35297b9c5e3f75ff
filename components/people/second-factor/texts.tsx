import { NextIntlClientProvider, useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { messages } from '@/messages'

/** The words that the forms of the second step need in the browser. */
export function SecondFactorTexts({ children }: { children: ReactNode }) {
  const { ui, forms, errors, secondFactor } = messages[useLocale()]
  const { step, setUp, codes, account } = secondFactor
  return (
    <NextIntlClientProvider
      messages={{
        ui,
        forms,
        errors,
        secondFactor: { step, setUp, codes, account },
      }}
    >
      {children}
    </NextIntlClientProvider>
  )
}
