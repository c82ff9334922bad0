import { layerEn, layerVi, type LayerArgs } from '../layer-words.js'
import { entry } from '../entry.js'

/** R: what the reconciliation of claims says about them. */
export const reconciliation = {
  R101: entry<{ flow: string; value: string }>({
    name: 'negative-flow',
    severity: 'error',
    title: { en: 'A balance gives a negative flow', vi: 'Cân bằng cho dòng âm' },
    message: {
      en: (a) => `flow '${a.flow}' comes out as ${a.value}: more is said to leave than to enter`,
      vi: (a) => `dòng '${a.flow}' tính ra ${a.value}: số liệu ra nhiều hơn vào`,
    },
    help: {
      en: () => 'check the other flows of the same step',
      vi: () => 'kiểm tra các dòng khác của cùng công đoạn',
    },
    explanation: {
      en: 'The flow has no amount of its own and follows from a balance. A negative result means that one of the other amounts around it is wrong; the flow is treated as unknown.',
      vi: 'Dòng này không có số liệu riêng mà suy ra từ cân bằng. Kết quả âm nghĩa là một số liệu khác quanh nó sai; dòng được coi là chưa biết.',
    },
  }),
  R102: entry<{ claims: string }>({
    name: 'contradiction',
    severity: 'error',
    title: { en: 'Exact figures contradict each other', vi: 'Các số liệu chính xác mâu thuẫn nhau' },
    message: {
      en: (a) => `these exact figures contradict each other: ${a.claims}`,
      vi: (a) => `các số liệu chính xác sau mâu thuẫn nhau: ${a.claims}`,
    },
    help: {
      en: () => 'give at least one of them an uncertainty, or correct it',
      vi: () => 'khai độ không đảm bảo cho ít nhất một số liệu, hoặc sửa lại',
    },
    explanation: {
      en: 'Figures without uncertainty cannot be adjusted. When they do not fit together no reconciliation exists.',
      vi: 'Số liệu không có độ không đảm bảo thì không điều chỉnh được. Khi chúng không khớp thì không có lời giải.',
    },
  }),
  R103: entry<{ flow: string; value: string; spread: string }>({
    name: 'held-at-zero',
    severity: 'warning',
    title: { en: 'A flow is held at zero', vi: 'Một dòng được giữ ở không' },
    message: {
      en: (a) => `flow '${a.flow}' would come out as ${a.value} (± ${a.spread}) and is held at zero`,
      vi: (a) => `dòng '${a.flow}' lẽ ra bằng ${a.value} (± ${a.spread}), được giữ ở không`,
    },
    help: {
      en: () => 'measure the flow, or see the result without bounds: recp balance --no-bounds',
      vi: () => 'hãy đo dòng này, hoặc xem kết quả không ràng buộc: recp balance --no-bounds',
    },
    explanation: {
      en: 'The flow has no amount of its own and follows from a balance. The result is below zero, but by no more than the uncertainty of the amounts around it; they are fitted so that the flow is zero. No standard uncertainty is given for it, and the global test has no verdict.',
      vi: 'Dòng này không có số liệu riêng mà suy ra từ cân bằng. Kết quả âm nhưng không quá độ không đảm bảo đo của các số liệu quanh nó, nên các số liệu đó được hiệu chỉnh để dòng bằng không. Không có độ không đảm bảo đo cho dòng này và kiểm định chung không có kết luận.',
    },
  }),
  R104: entry<LayerArgs & { step: string }>({
    name: 'no-solution-found',
    severity: 'error',
    title: { en: 'No solution was found for a balance', vi: 'Không tìm được lời giải cho một cân bằng' },
    message: {
      en: (a) => `${layerEn(a)} of step '${a.step}' was not balanced: no concentrations fit all the figures`,
      vi: (a) =>
        `${layerVi(a)} của công đoạn '${a.step}' chưa được cân bằng: không có nồng độ nào khớp mọi số liệu`,
    },
    help: {
      en: () => 'check the analyses and transfer coefficients of the step, and their units',
      vi: () => 'kiểm tra kết quả phân tích, hệ số chuyển của công đoạn và đơn vị của chúng',
    },
    explanation: {
      en: 'Where concentrations, states or transfer coefficients are unknown or measured, the balance multiplies unknowns, and is solved step by step. Here the search came to no end. The balances of this kind are left out; amounts are reconciled without them, and what they miss is shown.',
      vi: 'Khi nồng độ, trạng thái hoặc hệ số chuyển là ẩn số hoặc số đo, cân bằng nhân các ẩn với nhau và được giải lặp. Ở đây phép lặp không hội tụ. Các cân bằng loại này bị bỏ qua; lượng được hiệu chỉnh không kể chúng và phần thiếu được nêu rõ.',
    },
  }),
  R201: entry<{ claim: string; 'claim-vi': string; given: string; expected: string; z: string }>({
    name: 'suspected-gross-error',
    severity: 'warning',
    title: { en: 'A figure does not fit the others', vi: 'Một số liệu không khớp với các số liệu khác' },
    message: {
      en: (a) => `'${a.claim}' is given as ${a.given}, but the other figures say ${a.expected}`,
      vi: (a) => `'${a['claim-vi']}' được ghi là ${a.given}, nhưng các số liệu khác cho ${a.expected}`,
    },
    help: {
      en: () => 'check the meter, the unit and the period of this figure',
      vi: () => 'kiểm tra đồng hồ, đơn vị và kỳ của số liệu này',
    },
    explanation: {
      en: 'After weighing all figures by their uncertainty this one had to move further than its own uncertainty allows (measurement test with Sidak limit).',
      vi: 'Sau khi cân nhắc mọi số liệu theo độ không đảm bảo, số liệu này phải dịch xa hơn mức cho phép (phép thử đo với giới hạn Šidák).',
    },
  }),
  R301: entry<{ flow: string }>({
    name: 'unobservable-flow',
    severity: 'note',
    title: { en: 'A flow cannot be found', vi: 'Không xác định được dòng' },
    message: {
      en: (a) => `flow '${a.flow}' has no amount and does not follow from any balance`,
      vi: (a) => `dòng '${a.flow}' không có số lượng và không suy ra được từ cân bằng nào`,
    },
    help: { en: (a) => `measure or estimate '${a.flow}'`, vi: (a) => `đo hoặc ước tính '${a.flow}'` },
    explanation: {
      en: 'It stays unknown, not zero. Whatever needs it says so.',
      vi: 'Dòng này là chưa biết, không phải bằng không. Chỗ nào cần đến sẽ nêu rõ.',
    },
  }),
} as const
