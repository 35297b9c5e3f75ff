import { LEAVING_BACK } from '@/components/base/forms/leaving-back'

/**
 * Runs before the router of Next listens: on `window` the first listener is asked first. A form
 * with unsaved text can then keep the back button from changing the page.
 */
addEventListener('popstate', (event) => {
  if (!dispatchEvent(new CustomEvent(LEAVING_BACK, { cancelable: true })))
    event.stopImmediatePropagation()
})
