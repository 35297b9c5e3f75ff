export { default, generateMetadata } from './(public)/not-found/page'
