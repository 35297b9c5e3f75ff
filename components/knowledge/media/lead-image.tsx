import type { ImageView } from '@/lib/knowledge/media/types'
import { FigureOf } from './figure-of'

/** The first picture of an initiative, low and wide so that the text stays near. */
export function LeadImage({ images }: { images: readonly ImageView[] }) {
  const [first] = images
  if (first === undefined) return null
  return (
    <div className="mb-10">
      <FigureOf
        image={first}
        isFirst
        sizes="(min-width: 80rem) 76rem, 100vw"
        shape="aspect-3/2 sm:aspect-16/5"
      />
    </div>
  )
}
