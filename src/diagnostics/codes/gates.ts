import { entry } from '../entry.js'

/** G: what a site has promised or waived. */
export const gates = {
  G101: entry<{ code: string; until: string; date: string }>({
    name: 'accepted-problem-expired',
    severity: 'warning',
    title: { en: 'A waiver has expired', vi: 'Miễn trừ đã hết hạn' },
    message: {
      en: (a) => `the waiver of '${a.code}' ended on ${a.until}; the audit is of ${a.date}`,
      vi: (a) => `miễn trừ '${a.code}' hết hạn ngày ${a.until}; ngày kiểm toán là ${a.date}`,
    },
    help: {
      en: () => 'remove the cause, or renew the waiver with a reason',
      vi: () => 'khắc phục nguyên nhân, hoặc gia hạn kèm lý do',
    },
    explanation: {
      en: 'A waiver accepts a known problem for a time. After that the problem is shown again.',
      vi: 'Miễn trừ chấp nhận một vấn đề trong một thời gian. Sau đó vấn đề được nêu lại.',
    },
  }),
} as const
