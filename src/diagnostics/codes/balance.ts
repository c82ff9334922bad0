import { layerEn, layerVi, type LayerArgs } from '../layer-words.js'
import { entry } from '../entry.js'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Open = {
  layer: string
  step: string
  percent: string
  in: string
  out: string
  rest: string
  tolerance: string
  uncertain: string
  direction: string
}

/** B: conservation of mass, water, energy and substances. */
export const balance = {
  B101: entry<LayerArgs & { flow: string; step: string }>({
    name: 'flow-without-content',
    severity: 'warning',
    title: { en: 'A flow does not say what it carries', vi: 'Dòng chưa cho biết mang theo gì' },
    message: {
      en: (a) => `flow '${a.flow}' says nothing of its ${layerEn(a)}, so '${a.step}' is balanced without it`,
      vi: (a) =>
        `dòng '${a.flow}' chưa có thông tin ${layerVi(a)}, nên '${a.step}' được cân bằng không kể dòng này`,
    },
    help: {
      en: () => "give 'mass' or 'contains' for the good, or leave the layer out of 'balances' of the step",
      vi: () => "khai 'mass' hoặc 'contains' cho loại hàng này, hoặc bỏ lớp đó khỏi 'balances' của công đoạn",
    },
    explanation: {
      en: 'A balance adds what each flow carries. A flow whose content in that layer is not known cannot be added, and the rest of the balance is then too small or too large by that flow.',
      vi: 'Cân bằng cộng phần mà mỗi dòng mang theo. Dòng chưa biết hàm lượng thì không cộng được, nên kết quả cân bằng lệch đúng bằng dòng đó.',
    },
  }),
  B402: entry<Open>({
    name: 'balance-open',
    severity: 'warning',
    title: { en: 'A balance does not close', vi: 'Cân bằng không khép kín' },
    message: {
      en: (a) =>
        `${layerEn(a)} of step '${a.step}' does not close: ${a.direction === 'missing' ? `${a.percent} of the input is missing` : `${a.percent} more leaves than enters`}`,
      vi: (a) =>
        `${capital(layerVi(a))} của công đoạn '${a.step}' không khép kín: đầu ra ${a.direction === 'missing' ? 'thiếu' : 'thừa'} ${a.percent} so với đầu vào`,
    },
    expected: {
      en: (a) => `in ${a.in}, out ${a.out}, unaccounted ${a.rest} (tolerance ${a.tolerance})`,
      vi: (a) => `vào ${a.in}, ra ${a.out}, chưa giải trình ${a.rest} (dung sai ${a.tolerance})`,
    },
    help: {
      en: (a) =>
        a.direction === 'missing'
          ? a.uncertain === ''
            ? 'add the missing outflow'
            : `measure '${a.uncertain}', or add the missing outflow`
          : a.uncertain === ''
            ? 'add the missing inflow'
            : `measure '${a.uncertain}', or add the missing inflow`,
      vi: (a) =>
        a.direction === 'missing'
          ? a.uncertain === ''
            ? 'bổ sung dòng ra còn thiếu'
            : `đo '${a.uncertain}', hoặc bổ sung dòng ra còn thiếu`
          : a.uncertain === ''
            ? 'bổ sung dòng vào còn thiếu'
            : `đo '${a.uncertain}', hoặc bổ sung dòng vào còn thiếu`,
    },
    explanation: {
      en: 'What enters a step must leave it or stay in it. The difference is larger than the uncertainty of the measurements explains, so it is kept as a stream of its own, unaccounted, and never spread over the other flows. Look for leaks, spills, evaporation, a flow nobody wrote down, or a meter that is wrong.',
      vi: 'Những gì vào công đoạn phải đi ra hoặc nằm lại. Phần chênh lệch lớn hơn mức mà độ không đảm bảo đo giải thích được, nên được giữ riêng là phần chưa giải trình, không phân bổ vào dòng khác. Hãy tìm rò rỉ, tràn đổ, bay hơi, dòng chưa ghi hoặc đồng hồ sai.',
    },
  }),
  B403: entry<LayerArgs & { step: string; flow: string }>({
    name: 'balance-unknown',
    severity: 'note',
    title: { en: 'A balance cannot be checked', vi: 'Chưa kiểm tra được cân bằng' },
    message: {
      en: (a) => `${layerEn(a)} of step '${a.step}' cannot be checked: flow '${a.flow}' has no amount`,
      vi: (a) =>
        `chưa kiểm tra được ${layerVi(a)} của công đoạn '${a.step}': dòng '${a.flow}' chưa có số lượng`,
    },
    help: {
      en: (a) => `measure or estimate '${a.flow}'`,
      vi: (a) => `đo hoặc ước tính '${a.flow}'`,
    },
    explanation: {
      en: 'Several flows around the step are unknown, so none of them follows from the balance. One more measurement would give the others.',
      vi: 'Nhiều dòng quanh công đoạn chưa biết nên không suy ra được từ cân bằng. Đo thêm một dòng sẽ tìm được các dòng còn lại.',
    },
  }),
  B404: entry<LayerArgs & { step: string }>({
    name: 'nothing-leaves',
    severity: 'warning',
    title: { en: 'Something enters and nothing leaves', vi: 'Có vào nhưng không có ra' },
    message: {
      en: (a) => `${layerEn(a)} enters step '${a.step}' and nothing leaves it`,
      vi: (a) => `${layerVi(a)} vào công đoạn '${a.step}' nhưng không có dòng ra`,
    },
    help: {
      en: () => 'add where it goes: to another step, to the drain, or into the air',
      vi: () => 'ghi nơi đi: công đoạn khác, cống thải hoặc bay hơi',
    },
    explanation: {
      en: 'A step without outflow loses all that enters it. All of it is shown as unaccounted until an outflow is written; the outflow may stay without amount, then the balance finds it.',
      vi: 'Công đoạn không có dòng ra thì toàn bộ đầu vào là chưa giải trình. Hãy khai dòng ra; có thể để trống số lượng, cân bằng sẽ tính.',
    },
  }),
  B405: entry<LayerArgs & { step: string }>({
    name: 'nothing-enters',
    severity: 'warning',
    title: { en: 'Something leaves and nothing enters', vi: 'Có ra nhưng không có vào' },
    message: {
      en: (a) => `${layerEn(a)} leaves step '${a.step}' and nothing enters it`,
      vi: (a) => `${layerVi(a)} ra khỏi công đoạn '${a.step}' nhưng không có dòng vào`,
    },
    help: {
      en: () => 'add where it comes from: another step, or from outside',
      vi: () => 'ghi nơi đến: từ công đoạn khác hoặc từ bên ngoài',
    },
    explanation: {
      en: 'A step gives only what it received. All of it is shown as unaccounted until an inflow is written; the inflow may stay without amount, then the balance finds it.',
      vi: 'Công đoạn chỉ cho ra những gì đã nhận. Toàn bộ phần này là chưa giải trình cho đến khi có dòng vào; có thể để trống số lượng, cân bằng sẽ tính.',
    },
  }),
  B406: entry<Open>({
    name: 'sub-meters-above-main',
    severity: 'warning',
    title: {
      en: 'Sub-meters add up to more than the main meter',
      vi: 'Tổng đồng hồ nhánh lớn hơn đồng hồ tổng',
    },
    message: {
      en: (a) =>
        `what leaves '${a.step}' adds up to ${a.percent} more ${layerEn(a)} than the main supply brings`,
      vi: (a) => `tổng ${layerVi(a)} ra khỏi '${a.step}' lớn hơn nguồn cấp chính ${a.percent}`,
    },
    expected: {
      en: (a) => `in ${a.in}, out ${a.out} (tolerance ${a.tolerance})`,
      vi: (a) => `vào ${a.in}, ra ${a.out} (dung sai ${a.tolerance})`,
    },
    help: {
      en: () => 'check the factor, the unit and the reading days of each meter',
      vi: () => 'kiểm tra hệ số nhân, đơn vị và ngày đọc của từng đồng hồ',
    },
    explanation: {
      en: 'A distribution parts what it gets and makes nothing. Sub-meters that add up to more than the main one are read on other days, have a wrong factor or unit, or one of them counts a second supply that is not written down.',
      vi: 'Mạng phân phối chỉ chia chứ không tạo ra. Khi tổng đồng hồ nhánh lớn hơn đồng hồ tổng thì đã đọc khác ngày, sai hệ số nhân hoặc đơn vị, hoặc có nguồn cấp thứ hai chưa được ghi.',
    },
  }),
  B501: entry<{ written: string; found: string }>({
    name: 'assertion-failed',
    severity: 'error',
    title: { en: 'An assertion of the site file does not hold', vi: 'Một khẳng định trong tệp không đúng' },
    message: {
      en: (a) => `assertion '${a.written}' does not hold: found ${a.found}`,
      vi: (a) => `khẳng định '${a.written}' không đúng: kết quả là ${a.found}`,
    },
    help: {
      en: () => 'correct the figures behind it, or change the assertion',
      vi: () => 'sửa số liệu liên quan hoặc sửa khẳng định',
    },
    explanation: {
      en: 'Assertions are promises a site file makes about itself, for example that its water balance closes within 2 %. They are checked at every audit and fail it when broken.',
      vi: 'Khẳng định là cam kết của tệp về chính nó, ví dụ cân bằng nước khép kín trong 2 %. Chúng được kiểm tra mỗi lần chạy và làm phiên kiểm toán không đạt nếu sai.',
    },
  }),
} as const
