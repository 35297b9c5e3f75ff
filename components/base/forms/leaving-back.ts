/** Fired on back or forward; preventDefault keeps the page. */
export const LEAVING_BACK = 'leaving-back'
