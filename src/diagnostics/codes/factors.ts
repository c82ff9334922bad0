import { entry } from '../entry.js'

/** K3: factors. */
export const factorCodes = {
  K301: entry<{ fuel: string; property: string; country: string; near: string }>({
    name: 'fuel-factor-missing',
    severity: 'warning',
    title: {
      en: 'The factor tables lack a fuel or a property of it',
      vi: 'Bảng hệ số thiếu nhiên liệu hoặc tính chất',
    },
    message: {
      en: (a) => `the factor tables have no ${a.property} of fuel '${a.fuel}' for ${a.country}`,
      vi: (a) => `bảng hệ số không có ${a.property} của nhiên liệu '${a.fuel}' cho ${a.country}`,
    },
    help: {
      en: (a) =>
        a.near === ''
          ? "run 'recp list factors' for the names, or give 'ncv' and 'ghg' yourself"
          : `choose what it is: ${a.near}; or give 'ncv' and 'ghg' from its supplier`,
      vi: (a) =>
        a.near === ''
          ? "chạy 'recp list factors' để xem tên, hoặc tự khai 'ncv' và 'ghg'"
          : `chọn đúng loại: ${a.near}; hoặc khai 'ncv' và 'ghg' theo nhà cung cấp`,
    },
    explanation: {
      en: 'Energy and greenhouse gases of a fuel follow from its heating value and emission factors. Without them the fuel is counted in its own unit only. A local name often covers several fuels or grades, so it is never taken for one of them.',
      vi: 'Năng lượng và khí nhà kính tính từ nhiệt trị và hệ số phát thải. Thiếu chúng thì nhiên liệu chỉ được tính theo đơn vị gốc. Tên gọi địa phương thường gồm nhiều loại hoặc cấp nhiên liệu nên không tự chọn thay.',
    },
  }),
  K302: entry<{ country: string; year: number; refused: number }>({
    name: 'grid-factor-missing',
    severity: 'warning',
    title: { en: 'No grid factor for the country', vi: 'Chưa có hệ số phát thải lưới điện' },
    message: {
      en: (a) =>
        `the factor tables have no grid electricity factor for ${a.country} in ${a.year}${a.refused === 0 ? '' : ', but one that is marked do-not-use'}`,
      vi: (a) =>
        `bảng hệ số không có hệ số phát thải lưới điện của ${a.country} năm ${a.year}${a.refused === 0 ? '' : ', ngoài hệ số bị ghi là không dùng'}`,
    },
    help: {
      en: () => "give the factor of the grid under 'factors' as 'grid-electricity', with source and year",
      vi: () => "khai hệ số lưới điện ở 'factors' với tên 'grid-electricity', kèm nguồn và năm",
    },
    explanation: {
      en: 'Scope 2 emissions need the factor of the grid in the country and year of the audit.',
      vi: 'Phát thải phạm vi 2 cần hệ số lưới điện của nước và năm kiểm toán.',
    },
  }),
  K303: entry<{ country: string; year: number; wanted: string }>({
    name: 'grid-factor-of-another-year',
    severity: 'note',
    title: { en: 'The grid factor is of another year', vi: 'Hệ số lưới điện của năm khác' },
    message: {
      en: (a) => `the grid factor of ${a.country} is that of ${a.year}; the audit is of ${a.wanted}`,
      vi: (a) => `hệ số lưới điện của ${a.country} là của năm ${a.year}; kỳ đánh giá là ${a.wanted}`,
    },
    help: {
      en: () => "give 'ghg' for the electricity where a better factor is known",
      vi: () => "khai 'ghg' cho điện nếu có hệ số phù hợp hơn",
    },
    explanation: {
      en: 'The nearest published year is taken, earlier years first, and printed with its source.',
      vi: 'Lấy năm công bố gần nhất, ưu tiên năm trước, và in kèm nguồn.',
    },
  }),
  K304: entry<{ factor: string; written: string; expected: string }>({
    name: 'own-factor-unused',
    severity: 'warning',
    title: { en: 'A factor of the site is not used', vi: 'Hệ số riêng không được dùng' },
    message: {
      en: (a) => `factor '${a.factor}' (${a.written}) is used by no calculation`,
      vi: (a) => `hệ số '${a.factor}' (${a.written}) không được phép tính nào dùng`,
    },
    expected: { en: (a) => a.expected, vi: (a) => a.expected },
    help: {
      en: () => "use a name and a unit of the tables; 'recp list factors' shows them",
      vi: () => "dùng tên và đơn vị của bảng; 'recp list factors' liệt kê chúng",
    },
    explanation: {
      en: 'A factor of the site replaces that of the tables: grid-electricity, gwp-ch4 or that of any gas, and for a fuel <fuel>-ncv, <fuel>-density, <fuel>-ef-co2, <fuel>-ef-ch4, <fuel>-ef-n2o. Under another name, or in a unit of another kind, it would change nothing.',
      vi: 'Hệ số riêng thay cho hệ số trong bảng: grid-electricity, gwp-ch4 hoặc của khí bất kỳ, và với nhiên liệu là <fuel>-ncv, <fuel>-density, <fuel>-ef-co2, <fuel>-ef-ch4, <fuel>-ef-n2o. Dưới tên khác hoặc đơn vị khác loại thì nó không có tác dụng.',
    },
  }),
  K305: entry<{ gas: string; near: string }>({
    name: 'unknown-gas',
    severity: 'warning',
    title: { en: 'A gas without a warming potential', vi: 'Khí chưa có tiềm năng nóng lên' },
    message: {
      en: (a) => `gas '${a.gas}' has no warming potential in the tables`,
      vi: (a) => `khí '${a.gas}' không có tiềm năng nóng lên toàn cầu trong bảng`,
    },
    help: {
      en: (a) =>
        a.near === ''
          ? `give 'gwp-${a.gas}' under 'factors', with its source`
          : `write '${a.near}' if that was meant, or give 'gwp-${a.gas}' under 'factors'`,
      vi: (a) =>
        a.near === ''
          ? `khai 'gwp-${a.gas}' ở 'factors', kèm nguồn`
          : `viết '${a.near}' nếu đúng ý, hoặc khai 'gwp-${a.gas}' ở 'factors'`,
    },
    explanation: {
      en: 'Gases of the process and refrigerants count by their warming potential over a hundred years. The names are those of the table, or the numbers of refrigerants: r22, r404a.',
      vi: 'Khí từ quá trình và môi chất lạnh được tính theo tiềm năng nóng lên toàn cầu 100 năm. Tên theo bảng, hoặc ký hiệu môi chất lạnh: r22, r404a.',
    },
  }),
  K306: entry<{ step: string; flow: string }>({
    name: 'methane-partly-captured',
    severity: 'warning',
    title: { en: 'Methane that is captured in part', vi: 'Mê-tan được thu hồi một phần' },
    message: {
      en: (a) => `step '${a.step}' captures biogas as '${a.flow}', so the methane that escapes is not known`,
      vi: (a) => `công đoạn '${a.step}' thu khí sinh học qua '${a.flow}' nên chưa biết lượng mê-tan thoát ra`,
    },
    help: {
      en: () => "give what escapes as a flow of a residue with 'gas: ch4' and 'as: emission'",
      vi: () => "khai phần thoát ra là dòng của một residue có 'gas: ch4' và 'as: emission'",
    },
    explanation: {
      en: 'The method of the IPCC takes what is recovered off what the organic load can give. The difference of two large uncertain numbers is no estimate of a leak, so it has to be stated.',
      vi: 'Phương pháp IPCC lấy lượng mê-tan có thể sinh ra trừ phần thu hồi. Hiệu của hai số lớn không chắc chắn không cho biết lượng rò rỉ nên phải khai riêng.',
    },
  }),
  K307: entry<{ step: string }>({
    name: 'no-organic-load',
    severity: 'warning',
    title: { en: 'Wastewater treatment without a load', vi: 'Xử lý nước thải chưa có tải lượng' },
    message: {
      en: (a) => `no flow into step '${a.step}' says its COD, so the methane of the treatment is not known`,
      vi: (a) => `chưa có COD của dòng vào công đoạn '${a.step}' nên chưa biết mê-tan của xử lý nước thải`,
    },
    help: {
      en: () => "declare 'cod' under 'substances' and give 'contains: { cod: … mg/l }' to the wastewater",
      vi: () => "khai 'cod' ở 'substances' và ghi 'contains: { cod: … mg/l }' cho nước thải",
    },
    explanation: {
      en: 'Methane of wastewater treatment follows from the organic load: COD times the most CH4 it can give times the correction factor of the way of treatment (IPCC 2006, volume 5, chapter 6).',
      vi: 'Mê-tan của xử lý nước thải tính từ tải lượng hữu cơ: COD nhân CH4 tối đa nhân hệ số hiệu chỉnh của cách xử lý (IPCC 2006, quyển 5, chương 6).',
    },
  }),
  K308: entry<{ factor: string; year: string; best: string; last: string }>({
    name: 'factor-past-its-date',
    severity: 'warning',
    title: { en: 'A factor too old for the period', vi: 'Hệ số quá cũ so với kỳ' },
    message: {
      en: (a) =>
        `factor '${a.factor}' of ${a.year} is past its best-before date ${a.best}; the period ends ${a.last}`,
      vi: (a) => `hệ số '${a.factor}' của năm ${a.year} đã quá hạn dùng ${a.best}; kỳ kết thúc ${a.last}`,
    },
    help: {
      en: () => "look for a newer value and give it under 'factors', with source and year",
      vi: () => "tìm giá trị mới hơn và khai ở 'factors', kèm nguồn và năm",
    },
    explanation: {
      en: 'A factor that moves from year to year may be used for some years beyond the one it is of. How many stands in templates/factors/shelf-life.yaml, or in the row itself. The result is given with the old factor all the same.',
      vi: 'Hệ số thay đổi theo năm chỉ nên dùng thêm một số năm. Số năm ghi trong templates/factors/shelf-life.yaml hoặc ngay trong dòng của bảng. Kết quả vẫn được tính với hệ số cũ.',
    },
  }),
  K309: entry<{ good: string; near: string }>({
    name: 'fuel-not-named',
    severity: 'warning',
    title: { en: 'An energy carrier that names no fuel', vi: 'Năng lượng chưa nêu nhiên liệu' },
    message: {
      en: (a) => `energy '${a.good}' names no fuel of the tables and gives no heating value`,
      vi: (a) => `năng lượng '${a.good}' chưa nêu nhiên liệu trong bảng và chưa có nhiệt trị`,
    },
    help: {
      en: (a) =>
        a.near === ''
          ? "give 'fuel' by a name of 'recp list factors', or 'ncv' and 'ghg' from its supplier"
          : `choose what it is: 'fuel: ${a.near.replaceAll(', ', "', or '")}'; or give 'ncv' and 'ghg'`,
      vi: (a) =>
        a.near === ''
          ? "khai 'fuel' theo tên trong 'recp list factors', hoặc 'ncv' và 'ghg' theo nhà cung cấp"
          : `chọn đúng loại: 'fuel: ${a.near.replaceAll(', ', "', hoặc '")}'; hoặc khai 'ncv' và 'ghg'`,
    },
    explanation: {
      en: 'Energy, greenhouse gases and oil equivalent of a carrier follow from the fuel of the tables. What people call it may mean several of them, so none is taken without your word.',
      vi: 'Năng lượng, khí nhà kính và TOE tính từ nhiên liệu trong bảng. Tên thường gọi có thể chỉ nhiều loại nên chương trình không tự chọn.',
    },
  }),
  K310: entry<{ factor: string; written: string; note: string; 'note-vi'?: string }>({
    name: 'factor-refused-by-the-table',
    severity: 'warning',
    title: { en: 'A value that the tables refuse', vi: 'Giá trị bị bảng từ chối' },
    message: {
      en: (a) => `factor '${a.factor}' (${a.written}) is a value that the tables mark do-not-use`,
      vi: (a) => `hệ số '${a.factor}' (${a.written}) là giá trị mà bảng ghi là không dùng`,
    },
    help: {
      en: (a) => `leave it out, or give the source that proves it; the table says: ${a.note}`,
      vi: (a) => `bỏ giá trị này, hoặc nêu nguồn chứng minh; bảng ghi: ${a['note-vi'] ?? a.note}`,
    },
    explanation: {
      en: 'Some published values contradict the official one. They are kept in the tables to be recognised, and never taken from there.',
      vi: 'Một số giá trị đã công bố trái với giá trị chính thức. Bảng giữ lại để nhận ra, không bao giờ lấy ra dùng.',
    },
  }),
} as const
