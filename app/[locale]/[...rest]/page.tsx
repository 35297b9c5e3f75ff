import { notFound } from 'next/navigation'

/** Any address that no route knows, so that the 404 page keeps the language and the shell. */
export default function UnknownPage() {
  notFound()
}
