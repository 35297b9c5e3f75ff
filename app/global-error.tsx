'use client'
import '@/app/globals.css'
import shell from '@/messages/nl/site/shell.json'

/** For a failing root layout; it knows no locale, so it is in Dutch. */
export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  const { title, lead, retry } = shell.error
  return (
    <html lang="nl">
      <body>
        <main className="mx-auto max-w-measure px-5 py-16">
          <title>{title}</title>
          <h1>{title}</h1>
          <p className="mt-5 text-lg">{lead}</p>
          <button
            type="button"
            onClick={reset}
            className="mt-8 min-h-11 rounded-md bg-green px-5 font-semibold text-on-green"
          >
            {retry}
          </button>
        </main>
      </body>
    </html>
  )
}
