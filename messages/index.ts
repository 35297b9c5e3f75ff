import nlUi from './nl/ui.json'
import nlForms from './nl/forms.json'
import nlCharts from './nl/charts.json'
import nlErrors from './nl/errors.json'
import nlShell from './nl/shell.json'
import nlHome from './nl/home.json'
import nlInitiatives from './nl/initiatives.json'
import nlSearch from './nl/search.json'
import nlRegions from './nl/regions.json'
import nlTaxonomy from './nl/taxonomy.json'
import nlMethod from './nl/method.json'
import nlAccounts from './nl/accounts.json'
import nlWorkspace from './nl/workspace.json'
import nlAssessments from './nl/assessments.json'
import nlEvidence from './nl/evidence.json'
import nlPanels from './nl/panels.json'
import nlAdoptions from './nl/adoptions.json'
import nlCalls from './nl/calls.json'
import nlContacts from './nl/contacts.json'
import nlMeetings from './nl/meetings.json'
import nlExchange from './nl/exchange.json'
import nlObstacles from './nl/obstacles.json'
import nlQuestions from './nl/questions.json'
import nlComparison from './nl/comparison.json'
import nlOverlap from './nl/overlap.json'
import nlCollections from './nl/collections.json'
import nlLearning from './nl/learning.json'
import nlLessons from './nl/lessons.json'
import nlSavedSearches from './nl/saved-searches.json'
import nlEntrances from './nl/entrances.json'
import nlPolicies from './nl/policies.json'
import nlChains from './nl/chains.json'
import nlOverview from './nl/overview.json'
import nlGaps from './nl/gaps.json'
import nlHorizon from './nl/horizon.json'
import nlPeers from './nl/peers.json'
import nlWelfare from './nl/welfare.json'
import nlIndicators from './nl/indicators.json'
import nlEditing from './nl/editing.json'
import nlReviews from './nl/reviews.json'
import nlMessages from './nl/messages.json'
import nlFollows from './nl/follows.json'
import nlDigests from './nl/digests.json'
import nlJobs from './nl/jobs.json'
import nlFeeds from './nl/feeds.json'
import nlStatistics from './nl/statistics.json'
import nlDatasets from './nl/datasets.json'
import nlStatements from './nl/statements.json'
import enUi from './en/ui.json'
import enForms from './en/forms.json'
import enCharts from './en/charts.json'
import enErrors from './en/errors.json'
import enShell from './en/shell.json'
import enHome from './en/home.json'
import enInitiatives from './en/initiatives.json'
import enSearch from './en/search.json'
import enRegions from './en/regions.json'
import enTaxonomy from './en/taxonomy.json'
import enMethod from './en/method.json'
import enAccounts from './en/accounts.json'
import enWorkspace from './en/workspace.json'
import enAssessments from './en/assessments.json'
import enEvidence from './en/evidence.json'
import enPanels from './en/panels.json'
import enAdoptions from './en/adoptions.json'
import enCalls from './en/calls.json'
import enContacts from './en/contacts.json'
import enMeetings from './en/meetings.json'
import enExchange from './en/exchange.json'
import enObstacles from './en/obstacles.json'
import enQuestions from './en/questions.json'
import enComparison from './en/comparison.json'
import enOverlap from './en/overlap.json'
import enCollections from './en/collections.json'
import enLearning from './en/learning.json'
import enLessons from './en/lessons.json'
import enSavedSearches from './en/saved-searches.json'
import enEntrances from './en/entrances.json'
import enPolicies from './en/policies.json'
import enChains from './en/chains.json'
import enOverview from './en/overview.json'
import enGaps from './en/gaps.json'
import enHorizon from './en/horizon.json'
import enPeers from './en/peers.json'
import enWelfare from './en/welfare.json'
import enIndicators from './en/indicators.json'
import enEditing from './en/editing.json'
import enReviews from './en/reviews.json'
import enMessages from './en/messages.json'
import enFollows from './en/follows.json'
import enDigests from './en/digests.json'
import enJobs from './en/jobs.json'
import enFeeds from './en/feeds.json'
import enStatistics from './en/statistics.json'
import enDatasets from './en/datasets.json'
import enStatements from './en/statements.json'

/** All texts of the interface, a namespace per noun. Both languages carry the same keys (checked by the test command). */
export const messages = {
  nl: {
    ui: nlUi,
    forms: nlForms,
    charts: nlCharts,
    errors: nlErrors,
    shell: nlShell,
    home: nlHome,
    initiatives: nlInitiatives,
    search: nlSearch,
    regions: nlRegions,
    taxonomy: nlTaxonomy,
    method: nlMethod,
    accounts: nlAccounts,
    workspace: nlWorkspace,
    assessments: nlAssessments,
    evidence: nlEvidence,
    panels: nlPanels,
    adoptions: nlAdoptions,
    calls: nlCalls,
    contacts: nlContacts,
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
    entrances: nlEntrances,
    policies: nlPolicies,
    chains: nlChains,
    overview: nlOverview,
    gaps: nlGaps,
    horizon: nlHorizon,
    peers: nlPeers,
    welfare: nlWelfare,
    indicators: nlIndicators,
    editing: nlEditing,
    reviews: nlReviews,
    messages: nlMessages,
    follows: nlFollows,
    digests: nlDigests,
    jobs: nlJobs,
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
    shell: enShell,
    home: enHome,
    initiatives: enInitiatives,
    search: enSearch,
    regions: enRegions,
    taxonomy: enTaxonomy,
    method: enMethod,
    accounts: enAccounts,
    workspace: enWorkspace,
    assessments: enAssessments,
    evidence: enEvidence,
    panels: enPanels,
    adoptions: enAdoptions,
    calls: enCalls,
    contacts: enContacts,
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
    entrances: enEntrances,
    policies: enPolicies,
    chains: enChains,
    overview: enOverview,
    gaps: enGaps,
    horizon: enHorizon,
    peers: enPeers,
    welfare: enWelfare,
    indicators: enIndicators,
    editing: enEditing,
    reviews: enReviews,
    messages: enMessages,
    follows: enFollows,
    digests: enDigests,
    jobs: enJobs,
    feeds: enFeeds,
    statistics: enStatistics,
    datasets: enDatasets,
    statements: enStatements,
  },
}
