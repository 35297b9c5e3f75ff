import nlUi from './nl/base/ui.json'
import nlForms from './nl/base/forms.json'
import nlCharts from './nl/base/charts.json'
import nlErrors from './nl/base/errors.json'
import nlAudit from './nl/base/audit.json'
import nlShell from './nl/site/shell.json'
import nlIdeas from './nl/site/ideas.json'
import nlHome from './nl/site/home.json'
import nlInitiatives from './nl/knowledge/initiatives.json'
import nlSearch from './nl/knowledge/search.json'
import nlRegions from './nl/base/regions.json'
import nlTaxonomy from './nl/base/taxonomy.json'
import nlMethod from './nl/judgement/method.json'
import nlAccounts from './nl/people/accounts.json'
import nlOwnData from './nl/site/own-data.json'
import nlVocabularies from './nl/site/vocabularies.json'
import nlDivisions from './nl/site/divisions.json'
import nlWorkspace from './nl/site/workspace.json'
import nlAssessments from './nl/judgement/assessments.json'
import nlEvidence from './nl/knowledge/evidence.json'
import nlContests from './nl/judgement/contests.json'
import nlPanels from './nl/judgement/panels.json'
import nlAdoptions from './nl/exchange/adoptions.json'
import nlCalls from './nl/exchange/calls.json'
import nlContacts from './nl/exchange/contacts.json'
import nlEnquiries from './nl/exchange/enquiries.json'
import nlMeetings from './nl/exchange/meetings.json'
import nlExchange from './nl/exchange/exchange.json'
import nlObstacles from './nl/exchange/obstacles.json'
import nlQuestions from './nl/exchange/questions.json'
import nlComparison from './nl/exchange/comparison.json'
import nlOverlap from './nl/exchange/overlap.json'
import nlCollections from './nl/knowledge/collections.json'
import nlLearning from './nl/exchange/learning.json'
import nlLessons from './nl/knowledge/lessons.json'
import nlSavedSearches from './nl/knowledge/saved-searches.json'
import nlTopicPages from './nl/knowledge/topic-pages.json'
import nlPolicies from './nl/monitor/policies.json'
import nlChains from './nl/monitor/chains.json'
import nlOverview from './nl/monitor/overview.json'
import nlGaps from './nl/monitor/gaps.json'
import nlExpiringFunding from './nl/monitor/expiring-funding.json'
import nlPeers from './nl/monitor/peers.json'
import nlWelfare from './nl/monitor/welfare.json'
import nlIndicators from './nl/figures/indicators.json'
import nlEditing from './nl/knowledge/editing.json'
import nlDocuments from './nl/knowledge/documents.json'
import nlInitiativeImports from './nl/knowledge/initiative-imports.json'
import nlReviews from './nl/knowledge/reviews.json'
import nlVersions from './nl/knowledge/versions.json'
import nlMedia from './nl/knowledge/media.json'
import nlInvitations from './nl/people/invitations.json'
import nlAccountLinks from './nl/people/account-links.json'
import nlAccessRequests from './nl/people/access-requests.json'
import nlOrganisations from './nl/people/organisations.json'
import nlAdministration from './nl/people/administration.json'
import nlMessages from './nl/people/messages.json'
import nlIdentities from './nl/people/identities.json'
import nlSecondFactor from './nl/people/second-factor.json'
import nlFollows from './nl/people/follows.json'
import nlDigests from './nl/people/digests.json'
import nlJobs from './nl/site/jobs.json'
import nlPortraits from './nl/site/portraits.json'
import nlUsage from './nl/site/usage.json'
import nlSettings from './nl/site/settings.json'
import nlFeeds from './nl/knowledge/feeds.json'
import nlStatistics from './nl/figures/statistics.json'
import nlDatasets from './nl/figures/datasets.json'
import nlStatements from './nl/exchange/statements.json'
import enUi from './en/base/ui.json'
import enForms from './en/base/forms.json'
import enCharts from './en/base/charts.json'
import enErrors from './en/base/errors.json'
import enAudit from './en/base/audit.json'
import enShell from './en/site/shell.json'
import enIdeas from './en/site/ideas.json'
import enHome from './en/site/home.json'
import enInitiatives from './en/knowledge/initiatives.json'
import enSearch from './en/knowledge/search.json'
import enRegions from './en/base/regions.json'
import enTaxonomy from './en/base/taxonomy.json'
import enMethod from './en/judgement/method.json'
import enAccounts from './en/people/accounts.json'
import enOwnData from './en/site/own-data.json'
import enVocabularies from './en/site/vocabularies.json'
import enDivisions from './en/site/divisions.json'
import enWorkspace from './en/site/workspace.json'
import enAssessments from './en/judgement/assessments.json'
import enEvidence from './en/knowledge/evidence.json'
import enContests from './en/judgement/contests.json'
import enPanels from './en/judgement/panels.json'
import enAdoptions from './en/exchange/adoptions.json'
import enCalls from './en/exchange/calls.json'
import enContacts from './en/exchange/contacts.json'
import enEnquiries from './en/exchange/enquiries.json'
import enMeetings from './en/exchange/meetings.json'
import enExchange from './en/exchange/exchange.json'
import enObstacles from './en/exchange/obstacles.json'
import enQuestions from './en/exchange/questions.json'
import enComparison from './en/exchange/comparison.json'
import enOverlap from './en/exchange/overlap.json'
import enCollections from './en/knowledge/collections.json'
import enLearning from './en/exchange/learning.json'
import enLessons from './en/knowledge/lessons.json'
import enSavedSearches from './en/knowledge/saved-searches.json'
import enTopicPages from './en/knowledge/topic-pages.json'
import enPolicies from './en/monitor/policies.json'
import enChains from './en/monitor/chains.json'
import enOverview from './en/monitor/overview.json'
import enGaps from './en/monitor/gaps.json'
import enExpiringFunding from './en/monitor/expiring-funding.json'
import enPeers from './en/monitor/peers.json'
import enWelfare from './en/monitor/welfare.json'
import enIndicators from './en/figures/indicators.json'
import enEditing from './en/knowledge/editing.json'
import enDocuments from './en/knowledge/documents.json'
import enInitiativeImports from './en/knowledge/initiative-imports.json'
import enReviews from './en/knowledge/reviews.json'
import enVersions from './en/knowledge/versions.json'
import enMedia from './en/knowledge/media.json'
import enInvitations from './en/people/invitations.json'
import enAccountLinks from './en/people/account-links.json'
import enAccessRequests from './en/people/access-requests.json'
import enOrganisations from './en/people/organisations.json'
import enAdministration from './en/people/administration.json'
import enMessages from './en/people/messages.json'
import enIdentities from './en/people/identities.json'
import enSecondFactor from './en/people/second-factor.json'
import enFollows from './en/people/follows.json'
import enDigests from './en/people/digests.json'
import enJobs from './en/site/jobs.json'
import enPortraits from './en/site/portraits.json'
import enUsage from './en/site/usage.json'
import enSettings from './en/site/settings.json'
import enFeeds from './en/knowledge/feeds.json'
import enStatistics from './en/figures/statistics.json'
import enDatasets from './en/figures/datasets.json'
import enStatements from './en/exchange/statements.json'

/** Both languages carry the same keys, which the structure check compares. */
export const messages = {
  nl: {
    ui: nlUi,
    forms: nlForms,
    charts: nlCharts,
    errors: nlErrors,
    audit: nlAudit,
    shell: nlShell,
    home: nlHome,
    ideas: nlIdeas,
    initiatives: nlInitiatives,
    search: nlSearch,
    regions: nlRegions,
    taxonomy: nlTaxonomy,
    method: nlMethod,
    accounts: nlAccounts,
    workspace: nlWorkspace,
    ownData: nlOwnData,
    vocabularies: nlVocabularies,
    divisions: nlDivisions,
    assessments: nlAssessments,
    evidence: nlEvidence,
    contests: nlContests,
    panels: nlPanels,
    adoptions: nlAdoptions,
    calls: nlCalls,
    contacts: nlContacts,
    enquiries: nlEnquiries,
    meetings: nlMeetings,
    exchange: nlExchange,
    obstacles: nlObstacles,
    questions: nlQuestions,
    comparison: nlComparison,
    overlap: nlOverlap,
    collections: nlCollections,
    learning: nlLearning,
    lessons: nlLessons,
    savedSearches: nlSavedSearches,
    topicPages: nlTopicPages,
    policies: nlPolicies,
    chains: nlChains,
    overview: nlOverview,
    gaps: nlGaps,
    expiringFunding: nlExpiringFunding,
    peers: nlPeers,
    welfare: nlWelfare,
    indicators: nlIndicators,
    editing: nlEditing,
    documents: nlDocuments,
    initiativeImports: nlInitiativeImports,
    reviews: nlReviews,
    versions: nlVersions,
    media: nlMedia,
    invitations: nlInvitations,
    accountLinks: nlAccountLinks,
    accessRequests: nlAccessRequests,
    organisations: nlOrganisations,
    administration: nlAdministration,
    messages: nlMessages,
    secondFactor: nlSecondFactor,
    identities: nlIdentities,
    follows: nlFollows,
    digests: nlDigests,
    jobs: nlJobs,
    settings: nlSettings,
    portraits: nlPortraits,
    usage: nlUsage,
    feeds: nlFeeds,
    statistics: nlStatistics,
    datasets: nlDatasets,
    statements: nlStatements,
  },
  en: {
    ui: enUi,
    forms: enForms,
    charts: enCharts,
    errors: enErrors,
    audit: enAudit,
    shell: enShell,
    home: enHome,
    ideas: enIdeas,
    initiatives: enInitiatives,
    search: enSearch,
    regions: enRegions,
    taxonomy: enTaxonomy,
    method: enMethod,
    accounts: enAccounts,
    workspace: enWorkspace,
    ownData: enOwnData,
    vocabularies: enVocabularies,
    divisions: enDivisions,
    assessments: enAssessments,
    evidence: enEvidence,
    contests: enContests,
    panels: enPanels,
    adoptions: enAdoptions,
    calls: enCalls,
    contacts: enContacts,
    enquiries: enEnquiries,
    meetings: enMeetings,
    exchange: enExchange,
    obstacles: enObstacles,
    questions: enQuestions,
    comparison: enComparison,
    overlap: enOverlap,
    collections: enCollections,
    learning: enLearning,
    lessons: enLessons,
    savedSearches: enSavedSearches,
    topicPages: enTopicPages,
    policies: enPolicies,
    chains: enChains,
    overview: enOverview,
    gaps: enGaps,
    expiringFunding: enExpiringFunding,
    peers: enPeers,
    welfare: enWelfare,
    indicators: enIndicators,
    editing: enEditing,
    documents: enDocuments,
    initiativeImports: enInitiativeImports,
    reviews: enReviews,
    versions: enVersions,
    media: enMedia,
    invitations: enInvitations,
    accountLinks: enAccountLinks,
    accessRequests: enAccessRequests,
    organisations: enOrganisations,
    administration: enAdministration,
    messages: enMessages,
    secondFactor: enSecondFactor,
    identities: enIdentities,
    follows: enFollows,
    digests: enDigests,
    jobs: enJobs,
    settings: enSettings,
    portraits: enPortraits,
    usage: enUsage,
    feeds: enFeeds,
    statistics: enStatistics,
    datasets: enDatasets,
    statements: enStatements,
  },
}
