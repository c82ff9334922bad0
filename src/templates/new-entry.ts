/**
 * The text of a new checklist entry that loads and passes its own examples as it stands; every text says what
 * belongs in its place.
 */
export function newEntryText(id: string, system: string, today: string): string {
  const review = `${Number(today.slice(0, 4)) + 2}${today.slice(4, 8)}${today.slice(8) === '29' ? '28' : today.slice(8)}`
  return `# One thing to look for. The id is the name of the file, the system that of its folder.
id: ${id}
title:
  en: Say what is done
  vi: Nêu việc cần làm
question:
  en: Is there something to improve? (yes means that it applies)
  vi: Có điểm nào cần cải thiện không? (có nghĩa là áp dụng được)
reason:
  en: Say why something is lost.
  vi: Nêu vì sao có tổn thất.
system: ${system}
practice: good-housekeeping # recp list checklists shows the eight practices in use
causes: [operation]
# sectors: [brewery]        # none: every sector
priority: 2
fires-on: gate # data: the condition decides; gate: it only opens the question
when: always # for example: boiler.flue_gas.o2 > 5 % and boiler.hours > 3000 h/yr
# per: boiler               # looked at machine by machine
# stream: boiler-fuel       # what it acts on
order: 1 # 1 demand, 2 distribution, 3 conversion, 4 recovery, 5 supply
saves: [electricity]
# estimate:                 # the first that can be computed counts; a number needs a source or choice: true
#   - method: fuel-saving-efficiency
#     with: { eff_after: { base: "85 %", low: "83 %", choice: true } }
data:
  en: Say what to collect.
  vi: Nêu số liệu cần thu thập.
references: []
evidence: none
reviewed: ${today}
review-by: ${review}
# At least one that applies, one that does not, and one that lacks data; they are run as tests.
examples:
  - { given: {}, answer: "yes", expect: found, evidence: reported }
  - { given: {}, answer: "no", expect: in-place }
  - { given: {}, expect: look }
`
}
