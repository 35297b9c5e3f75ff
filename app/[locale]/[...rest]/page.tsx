import { notFound } from 'next/navigation'

/** Unknown addresses get a 404 page with language and shell. */
export default function UnknownPage() {
  notFound()
}
