import { createNavigation } from 'next-intl/navigation'
import { routing } from './routing'

/** Links and redirects that know both languages; use these instead of next/link and next/navigation. */
export const { Link, redirect, permanentRedirect, usePathname, getPathname } =
  createNavigation(routing)
