import { entry } from '../entry.js'

/** K: factors, indicators and benchmarks. */
export const indicatorCodes = {
  K101: entry<{ product: string }>({
    name: 'no-product-output',
    severity: 'warning',
    title: { en: 'No product output', vi: 'Chưa có sản lượng' },
    message: {
      en: (a) =>
        a.product === ''
          ? "'per' names no product, so nothing can be related to the output"
          : `product '${a.product}' has no output that is known, so nothing can be related to it`,
      vi: (a) =>
        a.product === ''
          ? "'per' chưa nêu sản phẩm nên không tính được chỉ số tương đối"
          : `sản phẩm '${a.product}' chưa biết sản lượng nên không tính được chỉ số tương đối`,
    },
    help: {
      en: () => "give the product an 'amount' and name it in 'per'",
      vi: () => "ghi 'amount' cho sản phẩm và nêu trong 'per'",
    },
    explanation: {
      en: 'Productivity and intensity relate resources and pollution to the product output of the period.',
      vi: 'Năng suất và cường độ so tài nguyên và ô nhiễm với sản lượng trong kỳ.',
    },
  }),
  K102: entry<{ indicator: string; 'indicator-vi': string; lacks: string }>({
    name: 'indicator-incomplete',
    severity: 'note',
    title: { en: 'An indicator leaves something out', vi: 'Chỉ số chưa đầy đủ' },
    message: {
      en: (a) => `'${a.indicator}' leaves out ${a.lacks}`,
      vi: (a) => `'${a['indicator-vi']}' chưa gồm ${a.lacks}`,
    },
    help: {
      en: () => 'give the amount or the content that is missing',
      vi: () => 'bổ sung số lượng hoặc hàm lượng còn thiếu',
    },
    explanation: {
      en: 'A total is shown with what is known; what it leaves out is named here and in the workbook.',
      vi: 'Tổng được tính với phần đã biết; phần chưa có được nêu tại đây và trong sổ.',
    },
  }),
  K301: entry<{ fuel: string; property: string; country: string }>({
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
      en: () => "run 'recp list factors' for the names, or give 'ncv' and 'ghg' yourself",
      vi: () => "chạy 'recp list factors' để xem tên, hoặc tự khai 'ncv' và 'ghg'",
    },
    explanation: {
      en: 'Energy and greenhouse gases of a fuel follow from its heating value and emission factors. Without them the fuel is counted in its own unit only.',
      vi: 'Năng lượng và khí nhà kính tính từ nhiệt trị và hệ số phát thải. Thiếu chúng thì nhiên liệu chỉ được tính theo đơn vị gốc.',
    },
  }),
  K302: entry<{ country: string }>({
    name: 'grid-factor-missing',
    severity: 'warning',
    title: { en: 'No grid factor for the country', vi: 'Chưa có hệ số phát thải lưới điện' },
    message: {
      en: (a) => `the factor tables have no grid electricity factor for ${a.country}`,
      vi: (a) => `bảng hệ số không có hệ số phát thải lưới điện của ${a.country}`,
    },
    help: {
      en: () => "give 'ghg' for the electricity, with its source",
      vi: () => "khai 'ghg' cho điện, kèm nguồn",
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
      vi: (a) => `hệ số lưới điện của ${a.country} là của năm ${a.year}; kiểm toán của ${a.wanted}`,
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
      en: 'A factor of the site replaces that of the tables: grid-electricity, gwp-ch4, gwp-n2o, and for a fuel <fuel>-ncv, <fuel>-density, <fuel>-ef-co2, <fuel>-ef-ch4, <fuel>-ef-n2o. Under another name, or in a unit of another kind, it would change nothing.',
      vi: 'Hệ số riêng thay cho hệ số trong bảng: grid-electricity, gwp-ch4, gwp-n2o, và với nhiên liệu là <fuel>-ncv, <fuel>-density, <fuel>-ef-co2, <fuel>-ef-ch4, <fuel>-ef-n2o. Dưới tên khác hoặc đơn vị khác loại thì nó không có tác dụng.',
    },
  }),
  K401: entry<{ benchmark: string; why: string }>({
    name: 'benchmark-not-applied',
    severity: 'note',
    title: { en: 'A benchmark could not be applied', vi: 'Không áp dụng được định mức so sánh' },
    message: {
      en: (a) => `benchmark '${a.benchmark}' is not applied: ${a.why}`,
      vi: (a) => `định mức '${a.benchmark}' chưa được áp dụng: ${a.why}`,
    },
    help: {
      en: () => "set 'unit' of 'per' to the unit of the benchmark, or give the 'mass' of the product",
      vi: () => "đặt 'unit' của 'per' theo đơn vị của định mức, hoặc khai 'mass' của sản phẩm",
    },
    explanation: {
      en: 'A benchmark is compared only where its boundary and unit are those of the indicator.',
      vi: 'Chỉ so sánh khi phạm vi và đơn vị của định mức trùng với chỉ số.',
    },
  }),
} as const
