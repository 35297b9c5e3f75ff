/** Semantic version of the open data API, on each of its answers. */
export const API_VERSION = '1.0.0'
