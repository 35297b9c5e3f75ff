import { getLocale, getTranslations } from 'next-intl/server'
import { regionGroups, termGroups } from '@/components/knowledge/editing/option-groups'
import { AUTHORITIES } from '@/lib/exchange/obstacles/rules'
import type { EditingOptions } from '@/lib/knowledge/revisions/types'

export async function obstacleFormText(
  options: EditingOptions,
  submit: 'submit' | 'save',
  chosen: { groups: readonly string[]; regions: readonly string[] } = { groups: [], regions: [] },
) {
  const [t, locale] = await Promise.all([getTranslations('obstacles.form'), getLocale()])
  const authority = await getTranslations('obstacles.authority')
  return {
    labels: {
      title: t('title'),
      description: t('description'),
      law: t('law'),
      authority: t('authority'),
      authorityName: t('authorityName'),
      groups: t('groups'),
      regions: t('regions'),
      organisationId: t('organisation'),
      initiativeId: t('initiative'),
      submit: t(submit),
      busy: t('busy'),
      duplicates: t('duplicates'),
      duplicatesLead: t('duplicatesLead'),
      duplicatesBlock: t('duplicatesBlock'),
      confirmed: t('confirmed'),
    },
    hints: {
      title: t('titleHint'),
      description: t('descriptionHint'),
      law: t('lawHint'),
      authorityName: t('authorityNameHint'),
      regions: t('regionsHint'),
    },
    authorities: [
      { value: '', label: t('choose') },
      ...AUTHORITIES.map((one) => ({ value: one, label: authority(one) })),
    ],
    groups: termGroups(
      options.targetGroups,
      locale,
      { other: t('otherGroups'), retired: t('retiredGroup') },
      chosen.groups,
    ),
    regions: regionGroups(
      options.regions,
      { ser: t('serRegions'), ended: t('endedRegions') },
      chosen.regions,
    ),
  }
}
