import type words from '@/messages/nl/base/audit.json'

/** Message keys cannot hold a dot: "initiative_publish" says "initiative.publish". */
type Dotted<Key> = Key extends `${infer Noun}_${infer Verb}` ? `${Noun}.${Dotted<Verb>}` : Key

/** Noun and verb, such as "revision.publish". One without a sentence does not compile. */
export type AuditAction = Dotted<keyof (typeof words)['sentence']>
export type AuditObject = keyof (typeof words)['object']
