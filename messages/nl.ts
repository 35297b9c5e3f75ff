import ui from './nl/base/ui.json'
import forms from './nl/base/forms.json'
import charts from './nl/base/charts.json'
import errors from './nl/base/errors.json'
import audit from './nl/base/audit.json'
import shell from './nl/site/shell.json'
import home from './nl/site/home.json'
import initiatives from './nl/knowledge/initiatives.json'
import search from './nl/knowledge/search.json'
import regions from './nl/base/regions.json'
import taxonomy from './nl/base/taxonomy.json'
import method from './nl/judgement/method.json'
import accounts from './nl/people/accounts.json'
import ownData from './nl/site/own-data.json'
import vocabularies from './nl/site/vocabularies.json'
import divisions from './nl/site/divisions.json'
import workspace from './nl/site/workspace.json'
import assessments from './nl/judgement/assessments.json'
import evidence from './nl/knowledge/evidence.json'
import panels from './nl/judgement/panels.json'
import adoptions from './nl/exchange/adoptions.json'
import pooling from './nl/exchange/pooling.json'
import calls from './nl/exchange/calls.json'
import contacts from './nl/exchange/contacts.json'
import enquiries from './nl/exchange/enquiries.json'
import meetings from './nl/exchange/meetings.json'
import exchange from './nl/exchange/exchange.json'
import obstacles from './nl/exchange/obstacles.json'
import questions from './nl/exchange/questions.json'
import comparison from './nl/exchange/comparison.json'
import overlap from './nl/exchange/overlap.json'
import collections from './nl/knowledge/collections.json'
import learning from './nl/exchange/learning.json'
import lessons from './nl/knowledge/lessons.json'
import savedSearches from './nl/knowledge/saved-searches.json'
import topicPages from './nl/knowledge/topic-pages.json'
import policies from './nl/monitor/policies.json'
import policyIndicators from './nl/monitor/policy-indicators.json'
import chains from './nl/monitor/chains.json'
import papers from './nl/monitor/papers.json'
import overview from './nl/monitor/overview.json'
import gaps from './nl/monitor/gaps.json'
import expiringFunding from './nl/monitor/expiring-funding.json'
import peers from './nl/monitor/peers.json'
import verdictContext from './nl/monitor/verdict-context.json'
import rounds from './nl/monitor/rounds.json'
import welfare from './nl/monitor/welfare.json'
import worksheet from './nl/monitor/worksheet.json'
import indicators from './nl/figures/indicators.json'
import editing from './nl/knowledge/editing.json'
import documents from './nl/knowledge/documents.json'
import initiativeImports from './nl/knowledge/initiative-imports.json'
import reviews from './nl/knowledge/reviews.json'
import versions from './nl/knowledge/versions.json'
import media from './nl/knowledge/media.json'
import corrections from './nl/knowledge/corrections.json'
import handovers from './nl/knowledge/handovers.json'
import splits from './nl/knowledge/splits.json'
import closures from './nl/knowledge/closures.json'
import schedules from './nl/knowledge/schedules.json'
import invitations from './nl/people/invitations.json'
import accountLinks from './nl/people/account-links.json'
import accessRequests from './nl/people/access-requests.json'
import organisations from './nl/people/organisations.json'
import administration from './nl/people/administration.json'
import messages from './nl/people/messages.json'
import identities from './nl/people/identities.json'
import secondFactor from './nl/people/second-factor.json'
import follows from './nl/people/follows.json'
import digests from './nl/people/digests.json'
import merges from './nl/site/merges.json'
import jobs from './nl/site/jobs.json'
import exports from './nl/site/exports.json'
import contests from './nl/judgement/contests.json'
import ledger from './nl/site/ledger.json'
import suitability from './nl/site/suitability.json'
import findings from './nl/site/findings.json'
import ideas from './nl/site/ideas.json'
import portraits from './nl/site/portraits.json'
import usage from './nl/site/usage.json'
import settings from './nl/site/settings.json'
import feeds from './nl/knowledge/feeds.json'
import statistics from './nl/figures/statistics.json'
import datasets from './nl/figures/datasets.json'
import statements from './nl/exchange/statements.json'

export const nl = {
  ui,
  forms,
  charts,
  errors,
  audit,
  shell,
  home,
  initiatives,
  search,
  regions,
  taxonomy,
  method,
  accounts,
  workspace,
  ownData,
  vocabularies,
  divisions,
  assessments,
  evidence,
  panels,
  adoptions,
  pooling,
  calls,
  contacts,
  enquiries,
  meetings,
  exchange,
  obstacles,
  questions,
  comparison,
  overlap,
  collections,
  learning,
  lessons,
  savedSearches,
  topicPages,
  policies,
  policyIndicators,
  verdictContext,
  rounds,
  worksheet,
  chains,
  papers,
  overview,
  gaps,
  expiringFunding,
  peers,
  welfare,
  indicators,
  editing,
  documents,
  initiativeImports,
  reviews,
  versions,
  media,
  closures,
  splits,
  handovers,
  corrections,
  merges,
  schedules,
  invitations,
  accountLinks,
  accessRequests,
  organisations,
  administration,
  messages,
  secondFactor,
  identities,
  follows,
  digests,
  jobs,
  settings,
  exports,
  contests,
  findings,
  suitability,
  ledger,
  ideas,
  portraits,
  usage,
  feeds,
  statistics,
  datasets,
  statements,
}
