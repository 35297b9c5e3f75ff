import { LEAVING_BACK } from '@/components/base/forms/leaving-back'

/** Before Next's router listens, so that unsaved text can keep the back button from leaving. */
addEventListener('popstate', (event) => {
  if (!dispatchEvent(new CustomEvent(LEAVING_BACK, { cancelable: true })))
    event.stopImmediatePropagation()
})
