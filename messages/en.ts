import ui from './en/base/ui.json'
import forms from './en/base/forms.json'
import charts from './en/base/charts.json'
import errors from './en/base/errors.json'
import audit from './en/base/audit.json'
import shell from './en/site/shell.json'
import home from './en/site/home.json'
import initiatives from './en/knowledge/initiatives.json'
import search from './en/knowledge/search.json'
import regions from './en/base/regions.json'
import taxonomy from './en/base/taxonomy.json'
import method from './en/judgement/method.json'
import accounts from './en/people/accounts.json'
import ownData from './en/site/own-data.json'
import vocabularies from './en/site/vocabularies.json'
import divisions from './en/site/divisions.json'
import workspace from './en/site/workspace.json'
import assessments from './en/judgement/assessments.json'
import evidence from './en/knowledge/evidence.json'
import panels from './en/judgement/panels.json'
import adoptions from './en/exchange/adoptions.json'
import pooling from './en/exchange/pooling.json'
import calls from './en/exchange/calls.json'
import contacts from './en/exchange/contacts.json'
import enquiries from './en/exchange/enquiries.json'
import meetings from './en/exchange/meetings.json'
import exchange from './en/exchange/exchange.json'
import obstacles from './en/exchange/obstacles.json'
import questions from './en/exchange/questions.json'
import comparison from './en/exchange/comparison.json'
import overlap from './en/exchange/overlap.json'
import collections from './en/knowledge/collections.json'
import learning from './en/exchange/learning.json'
import lessons from './en/knowledge/lessons.json'
import savedSearches from './en/knowledge/saved-searches.json'
import topicPages from './en/knowledge/topic-pages.json'
import policies from './en/monitor/policies.json'
import policyIndicators from './en/monitor/policy-indicators.json'
import chains from './en/monitor/chains.json'
import papers from './en/monitor/papers.json'
import overview from './en/monitor/overview.json'
import gaps from './en/monitor/gaps.json'
import expiringFunding from './en/monitor/expiring-funding.json'
import peers from './en/monitor/peers.json'
import verdictContext from './en/monitor/verdict-context.json'
import rounds from './en/monitor/rounds.json'
import welfare from './en/monitor/welfare.json'
import worksheet from './en/monitor/worksheet.json'
import indicators from './en/figures/indicators.json'
import editing from './en/knowledge/editing.json'
import documents from './en/knowledge/documents.json'
import initiativeImports from './en/knowledge/initiative-imports.json'
import reviews from './en/knowledge/reviews.json'
import versions from './en/knowledge/versions.json'
import media from './en/knowledge/media.json'
import corrections from './en/knowledge/corrections.json'
import handovers from './en/knowledge/handovers.json'
import splits from './en/knowledge/splits.json'
import closures from './en/knowledge/closures.json'
import schedules from './en/knowledge/schedules.json'
import invitations from './en/people/invitations.json'
import accountLinks from './en/people/account-links.json'
import accessRequests from './en/people/access-requests.json'
import organisations from './en/people/organisations.json'
import administration from './en/people/administration.json'
import messages from './en/people/messages.json'
import identities from './en/people/identities.json'
import secondFactor from './en/people/second-factor.json'
import follows from './en/people/follows.json'
import digests from './en/people/digests.json'
import merges from './en/site/merges.json'
import jobs from './en/site/jobs.json'
import exports from './en/site/exports.json'
import contests from './en/judgement/contests.json'
import ledger from './en/site/ledger.json'
import suitability from './en/site/suitability.json'
import findings from './en/site/findings.json'
import ideas from './en/site/ideas.json'
import portraits from './en/site/portraits.json'
import usage from './en/site/usage.json'
import settings from './en/site/settings.json'
import feeds from './en/knowledge/feeds.json'
import statistics from './en/figures/statistics.json'
import datasets from './en/figures/datasets.json'
import statements from './en/exchange/statements.json'

export const en = {
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
