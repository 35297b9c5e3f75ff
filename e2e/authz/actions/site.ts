import { TEXT, type Fields, type Row, type Rows } from '../rows.ts'

const setting = (fields: Fields): Row => ({
  needs: 'settings.manage',
  fields: () => ({ version: '0', ...fields }),
})

export const SITE: Rows = {
  'lib/site/installation/actions.ts': {
    testMailAction: { needs: 'settings.manage', fields: () => ({}) },
  },
  'lib/site/jobs/actions.ts': {
    requestRunAction: { needs: 'settings.manage', fields: () => ({ name: 'close-rounds' }) },
  },
  'lib/site/settings/actions.ts': {
    saveIdentityAction: setting({ name: 'Andere naam', accent: '' }),
    saveHomeAction: setting({ titleNl: TEXT, leadNl: TEXT, titleEn: '', leadEn: '' }),
    saveStatementsAction: setting({ contact: '', privacyOfficer: TEXT, accessibility: 'none' }),
    saveRetentionAction: setting({ sessions: '30' }),
    saveSecurityAction: setting({ manager: 'on' }),
    saveSenderAction: setting({ senderName: TEXT, senderAddress: '' }),
    saveLanguagesAction: setting({ english: 'on' }),
    saveLogoAction: setting({ alt: TEXT }),
  },
}
