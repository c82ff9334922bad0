import type { Audit, Finding } from '../model/audit.js'
import type { DataRequest, LossDiagnosis } from '../model/opportunities.js'
import { type Lang, say } from '../model/text.js'
import type { DocumentSection } from './document-page.js'
import {
  calledOf,
  contradictionWords,
  limitSource,
  reasonWords,
  titleWithMachine,
  valueWords,
} from './finding-words.js'
import { lossName } from './loss-name.js'
import { showFigure } from './show-figure.js'
import type { Ledger } from './summary.js'

type Page = { readonly audit: Audit; readonly ledger: Ledger; readonly lang: Lang }

const labels = {
  why: say('Why they were found', 'Vì sao phát hiện'),
  opportunity: say('Opportunity', 'Cơ hội'),
  seen: say('What was seen, and the limit', 'Giá trị ghi nhận và ngưỡng'),
  limitFrom: say('Source of the limit', 'Nguồn của ngưỡng'),
  stake: say('Money at stake', 'Giá trị liên quan'),
  reported: say('answered yes on site', 'trả lời "có" tại hiện trường'),
  causes: say('Losses, their causes and what addresses them', 'Tổn thất, nguyên nhân và giải pháp'),
  loss: say('Loss', 'Tổn thất'),
  cost: say('Cost', 'Chi phí'),
  cause: say('Cause', 'Nguyên nhân'),
  addressed: say('Found for it', 'Cơ hội đã phát hiện'),
  toCheck: say('To check', 'Cần kiểm tra'),
  requests: say('What to ask for, the most valuable first', 'Cần thu thập, giá trị lớn trước'),
  asked: say('Number or answer', 'Số liệu hoặc câu trả lời'),
  for: say('Entries that wait', 'Mục đang chờ'),
  unlocks: say('May unlock', 'Có thể mở ra'),
  spent: say('Spent on it', 'Chi phí của dòng'),
  atMost: say('a part of', 'một phần của'),
  questions: say('To ask on site, first things first', 'Cần hỏi tại hiện trường, việc cần trước'),
  confirmed: say('confirmed', 'đã xác nhận'),
  possible: say('possible', 'có thể'),
}

const more = {
  en: (n: number) => `… and ${n} more`,
  vi: (n: number) => `… và ${n} mục nữa`,
}

const hangs = {
  en: (question: string, n: number) => `${question} (${n === 1 ? '1 entry waits' : `${n} entries wait`})`,
  vi: (question: string, n: number) => `${question} (${n} mục chờ)`,
}

/** Of a long list so many are shown, the rest is counted. */
const SHOWN = 15

const shown = ({ ledger, lang }: Page, id: string | undefined): string =>
  showFigure(id === undefined ? undefined : ledger.get(id), lang, 'proper')

/** What the checklists say: why they fired, what is behind the losses, what to ask for, what to look at. */
export function findingSections(page: Page): readonly DocumentSection[] {
  return [...whySection(page), ...causeSection(page), ...requestSection(page), ...questionSection(page)]
}

/** What fired, with the number, the limit, who set it, and what it is worth: as estimated, else spent on its stream. */
function whySection(page: Page): readonly DocumentSection[] {
  const { audit, lang } = page
  const found = audit.findings.filter(({ outcome, contradicts }) => outcome === 'found' || contradicts)
  if (found.length === 0) return []
  const rows = found.map((finding) => [
    titleWithMachine(page, finding),
    seenWords(page, finding),
    [...new Set(finding.why.map((one) => limitSource(page, one)).filter((text) => text !== ''))].join('; ') ||
      '–',
    stakeWords(page, finding),
  ])
  const heads = [labels.opportunity, labels.seen, labels.limitFrom, labels.stake]
  return [
    { id: 'why', title: labels.why[lang], table: { head: heads.map((one) => one[lang]), right: 1, rows } },
  ]
}

/** What made it fire; of an answer that the figures contradict, what they say. */
function seenWords(page: Page, finding: Finding): string {
  const { why, seen, contradicts } = finding
  const values = seen.map(({ name, value }) => `${calledOf(page, name)}: ${valueWords(page, value)}`)
  const reasons = why.length > 0 || !contradicts ? why.map((one) => reasonWords(page, one)) : values
  const said = [...reasons, contradictionWords(page, finding)].filter((text) => text !== '')
  return said.join('; ') || labels.reported[page.lang]
}

/** Net saving of a finding where it is known, else what it would save if it applies. */
export function savingOf({ evaluation }: Audit, { entry, machine }: Finding): string | undefined {
  const own = evaluation.opportunities.find((one) => one.entry === entry && one.machine === machine)
  return own?.net ?? openOf(evaluation, { entry, ...(machine && { machine }) })?.saving
}

function openOf({ stakes }: Audit['evaluation'], { entry, machine }: { entry: string; machine?: string }) {
  return stakes.find((one) => one.entry === entry && one.machine === machine)?.stake
}

/** What it is worth, else what is spent on what it acts on, which is the most that it could save. */
function stakeWords(page: Page, finding: Finding): string {
  const { audit, lang, ledger } = page
  const saving = savingOf(audit, finding)
  if (ledger.get(saving ?? '')?.value != null) return shown(page, saving)
  const { entry, machine } = finding
  const spent = openOf(audit.evaluation, { entry, ...(machine && { machine }) })?.stream
  return spent === undefined ? '–' : `${labels.atMost[lang]} ${shown(page, spent)}`
}

const FEW = 3
/** The losses that are the dearest; all stand in the table of losses. */
const LARGEST = 8

function causeSection(page: Page): readonly DocumentSection[] {
  const { audit, lang } = page
  const costs = new Map(audit.indicators.losses.map((loss) => [loss.id, loss]))
  const rows = audit.evaluation.diagnosis.slice(0, LARGEST).flatMap((one) => {
    const loss = costs.get(one.loss)
    if (loss === undefined || one.entries.length === 0) return []
    return [
      [
        lossName(audit, loss, lang),
        causeWords(page, one),
        entryWords(page, one, ({ outcome }) => outcome === 'found'),
        entryWords(page, one, ({ outcome }) => outcome === 'look' || outcome === 'needs-data'),
        shown(page, loss.cost),
      ],
    ]
  })
  const heads = [labels.loss, labels.cause, labels.addressed, labels.toCheck, labels.cost]
  const table = { head: heads.map((one) => one[lang]), right: 1, rows }
  return rows.length === 0 ? [] : [{ id: 'causes', title: labels.causes[lang], table }]
}

/** Confirmed causes; where none is, the likeliest of the possible ones. */
function causeWords(page: Page, { causes }: LossDiagnosis): string {
  const { lang } = page
  const confirmed = causes.filter(({ state }) => state === 'confirmed')
  const possible = causes.filter(({ state }) => state === 'possible')
  const [list, word] =
    confirmed.length > 0 ? [confirmed, labels.confirmed[lang]] : [possible, labels.possible[lang]]
  const names = list.slice(0, FEW).map(({ cause }) => calledOf(page, `cause.${cause}`))
  return names.length === 0 ? '–' : `${names.join(', ')} (${word})`
}

function entryWords(
  page: Page,
  { entries }: LossDiagnosis,
  wanted: (link: LossDiagnosis['entries'][number]) => boolean,
): string {
  const { audit } = page
  const links = entries.filter(wanted)
  // What acts on this very loss or saves this good; what saves only the same medium where there is nothing nearer.
  const near = links.filter(({ fit }) => fit !== 'medium')
  const titles = (near.length > 0 ? near : links).map(({ entry, opportunity }) => {
    const own = audit.evaluation.opportunities.find(({ id }) => id === opportunity)
    return own === undefined ? entryTitle(page, entry) : titleWithMachine(page, own)
  })
  return listed(page, titles)
}

/** The first few, and how many more there are; a dash where there are none. */
function listed({ lang }: Pick<Page, 'lang'>, titles: readonly string[]): string {
  const rest = titles.length - FEW
  const few = titles.slice(0, FEW).join('; ')
  return titles.length === 0 ? '–' : rest > 0 ? `${few} ${more[lang](rest)}` : few
}

/** What an entry is called, whichever machine it is about. */
function entryTitle({ audit, lang }: Page, entry: string): string {
  return audit.findings.find((one) => one.entry === entry)?.title[lang] ?? entry
}

function requestSection(page: Page): readonly DocumentSection[] {
  const { audit, lang } = page
  const { requests } = audit.evaluation
  if (requests.length === 0) return []
  const rows = requests.slice(0, SHOWN).map((request) => [
    askedWords(page, request),
    listed(
      page,
      request.entries.map((entry) => entryTitle(page, entry)),
    ),
    shown(page, request.saving),
    shown(page, request.stream),
  ])
  if (requests.length > SHOWN) rows.push([more[lang](requests.length - SHOWN), '', '', ''])
  const heads = [labels.asked, labels.for, labels.unlocks, labels.spent]
  const table = { head: heads.map((one) => one[lang]), right: 2, rows }
  return [{ id: 'requests', title: labels.requests[lang], table }]
}

/** The question, or what the number is called. */
export function askedWords(page: Pick<Page, 'audit' | 'lang'>, { name, question }: DataRequest): string {
  return question?.[page.lang] ?? calledOf(page, name)
}

/** First things first; the rest is counted, and of doubtful parts only asked whether they are there. */
function questionSection({ audit, lang }: Page): readonly DocumentSection[] {
  const { stakes, requests } = audit.evaluation
  const look = new Map(
    audit.findings.flatMap(({ entry, outcome, part, question }) =>
      outcome === 'look' && part === undefined ? [[entry, question[lang]] as const] : [],
    ),
  )
  if (look.size === 0) return []
  const inTurn = [...new Set([...stakes.flatMap(({ entry }) => look.get(entry) ?? []), ...look.values()])]
  const parts = requests.flatMap(({ kind, question, entries }) =>
    kind === 'part' && question !== undefined ? [hangs[lang](question[lang], entries.length)] : [],
  )
  const rest = inTurn.length > SHOWN ? [more[lang](inTurn.length - SHOWN)] : []
  return [
    { id: 'questions', title: labels.questions[lang], list: [...inTurn.slice(0, SHOWN), ...rest, ...parts] },
  ]
}
