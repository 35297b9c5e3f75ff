import { textParts } from '@/lib/exchange/questions/rules'

/** Keeps line breaks and links web addresses without vouching for them. */
export function SafeText({ text, className = '' }: { text: string; className?: string }) {
  return (
    <p lang="nl" className={`max-w-measure break-words whitespace-pre-line ${className}`}>
      {textParts(text).map((part, index) =>
        part.href === null ? (
          part.text
        ) : (
          <a key={index} href={part.href} rel="nofollow ugc noreferrer" className="break-all">
            {part.text}
            <span aria-hidden="true"> ↗</span>
          </a>
        ),
      )}
    </p>
  )
}
