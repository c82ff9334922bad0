import { entry } from '../entry.js'

/** K: targets that are compared with no indicator. */
export const targetCodes = {
  K103: entry<{ indicator: string; near: string }>({
    name: 'unknown-indicator',
    severity: 'warning',
    title: { en: 'A target for an indicator nobody computes', vi: 'Mục tiêu cho chỉ số không có' },
    message: {
      en: (a) => `this audit has no indicator '${a.indicator}'`,
      vi: (a) => `lần đánh giá này không có chỉ số '${a.indicator}'`,
    },
    help: {
      en: (a) =>
        a.near === ''
          ? 'look the names up in the sheet of indicators'
          : `write '${a.near}' if that was meant`,
      vi: (a) => (a.near === '' ? 'xem tên trong bảng chỉ số' : `viết '${a.near}' nếu đúng ý`),
    },
    explanation: {
      en: 'A target is compared with an indicator of the same name. Specific consumptions are called after the good, for example specific-electricity.',
      vi: 'Mục tiêu được so với chỉ số cùng tên. Suất tiêu hao được đặt theo tên hàng, ví dụ specific-electricity.',
    },
  }),
  K107: entry<{ indicator: string; 'indicator-vi': string; written: string; unit: string }>({
    name: 'target-in-another-unit',
    severity: 'warning',
    title: {
      en: 'A target measures something else than its indicator',
      vi: 'Mục tiêu khác loại đơn vị với chỉ số',
    },
    message: {
      en: (a) =>
        `target '${a.written}' cannot be compared with '${a.indicator}', which is counted in ${a.unit}`,
      vi: (a) =>
        `không so được mục tiêu '${a.written}' với '${a['indicator-vi']}' vì chỉ số tính theo ${a.unit}`,
    },
    help: {
      en: (a) => `give the target in ${a.unit} or a unit that converts to it, or as a change such as -10 %`,
      vi: (a) => `ghi mục tiêu theo ${a.unit} hoặc đơn vị quy đổi được, hoặc theo mức thay đổi như -10 %`,
    },
    explanation: {
      en: 'A target is a value in a unit of its indicator, or a share in per cent: then it is a change from the value of this period.',
      vi: 'Mục tiêu là một giá trị theo đơn vị của chỉ số, hoặc một tỷ lệ phần trăm: khi đó là mức thay đổi so với giá trị của kỳ này.',
    },
  }),
} as const
