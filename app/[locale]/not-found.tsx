/** The same page inside a navigation of the browser; for an address that is asked for directly the server sends it (docs/adr/0022). */
export { default, generateMetadata } from './(public)/not-found/page'
