/** For client-side navigation; a direct request gets it from the server (docs/adr/0022). */
export { default, generateMetadata } from './(public)/not-found/page'
