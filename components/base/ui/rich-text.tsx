import { Fragment, type ReactNode } from 'react'
import type { Block, Heading, Inline } from '@/lib/base/text/markdown'
import { readMarkdown } from '@/lib/base/text/markdown'
import { ScrollRegion } from './scroll-region'

function Words({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => {
    if (inline.kind === 'break') return <br key={index} />
    const emphasised: ReactNode = inline.emphasis ? <em>{inline.text}</em> : inline.text
    const strong = inline.strong ? <strong>{emphasised}</strong> : emphasised
    if (inline.href === null) return <Fragment key={index}>{strong}</Fragment>
    return (
      <a key={index} href={inline.href} rel="nofollow ugc">
        {strong}
      </a>
    )
  })
}

/** Under the heading of a section, which is an h2. */
const HEADINGS = { 1: 'h3', 2: 'h4' } as const

function HeadingLine({ level, inlines }: Heading) {
  const Tag = HEADINGS[level]
  return (
    <Tag className="pt-2">
      <Words inlines={inlines} />
    </Tag>
  )
}

function Table({ head, rows }: Extract<Block, { kind: 'table' }>) {
  return (
    <ScrollRegion label={plainCells(head)}>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b-2 border-ink">
            {head.map((cell, index) => (
              <th key={index} scope="col" className="px-3 py-2 align-bottom first:pl-0">
                <Words inlines={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className="border-b border-hairline">
              {row.map((cell, column) => (
                <td key={column} className="px-3 py-2 align-top first:pl-0">
                  <Words inlines={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

const plainCells = (cells: readonly Inline[][]) =>
  cells
    .map((cell) => cell.map((inline) => (inline.kind === 'break' ? ' ' : inline.text)).join(''))
    .join(', ')

function List({ ordered, start, items }: Extract<Block, { kind: 'list' }>) {
  const children = items.map((item, index) => (
    <li key={index} className="space-y-2 pl-1">
      <Blocks blocks={item} />
    </li>
  ))
  return ordered ? (
    <ol start={start === 1 ? undefined : start} className="list-decimal space-y-2 pl-6">
      {children}
    </ol>
  ) : (
    <ul className="list-disc space-y-2 pl-6">{children}</ul>
  )
}

function BlockOf({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <HeadingLine {...block} />
    case 'paragraph':
      return (
        <p>
          <Words inlines={block.inlines} />
        </p>
      )
    case 'list':
      return <List {...block} />
    case 'quote':
      return (
        <blockquote className="space-y-3 border-l-4 border-green pl-5">
          <Blocks blocks={block.blocks} />
        </blockquote>
      )
    case 'table':
      return <Table {...block} />
  }
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => <BlockOf key={index} block={block} />)
}

/** A text in Markdown as part of a section with an h2. */
export function RichText({ markdown }: { markdown: string }) {
  return (
    <div className="max-w-measure space-y-4">
      <Blocks blocks={readMarkdown(markdown)} />
    </div>
  )
}
