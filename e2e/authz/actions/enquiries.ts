import { TEXT, type Fields, type Row, type Rows } from '../rows.ts'

const write = 'initiative.write'
/** A message from outside, sent to the organisation or to the administrators of the site. */
const enquiry = (fields: Fields = {}): readonly Row[] => [
  {
    needs: write,
    about: 'to the organisation',
    fields: (one) => ({ id: one.enquiry, ...fields }),
  },
  {
    needs: 'settings.manage',
    about: 'to the site',
    fields: ({ siteEnquiry }) => ({ id: siteEnquiry, ...fields }),
  },
]
const enquiryLink: Row = { needs: 'proof', fields: () => ({ token: 'verzonnen', text: TEXT }) }

export const ENQUIRIES: Rows = {
  'lib/exchange/enquiries/actions.ts': {
    askAction: {
      needs: 'anyone',
      fields: () => ({
        about: 'site',
        kind: 'question',
        subject: TEXT,
        text: TEXT,
        name: 'Niemand',
        email: 'niemand@voorbeeld.nl',
        writer: 'resident',
      }),
    },
    confirmEnquiryAction: enquiryLink,
    replyEnquiryAction: enquiryLink,
  },
  'lib/exchange/enquiries/answers.actions.ts': {
    answerEnquiryAction: enquiry({ text: TEXT }),
    settleMistakeAction: {
      needs: write,
      fields: ({ mistake }) => ({ id: mistake, text: TEXT, outcome: 'corrected' }),
    },
    closeEnquiryAction: enquiry(),
    markSpamAction: enquiry(),
    restoreEnquiryAction: enquiry(),
  },
}
