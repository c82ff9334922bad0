import { entry } from '../entry.js'

/** K4: benchmarks. */
export const benchmarkCodes = {
  K402: entry<{ use: string; 'use-vi': string; value: string; low: string; high: string }>({
    name: 'far-outside-benchmarks',
    severity: 'warning',
    title: { en: 'An intensity that can hardly be', vi: 'Suất tiêu hao khó có thể đúng' },
    message: {
      en: (a) => `'${a.use}' is ${a.value}, beyond all that plants of this sector report`,
      vi: (a) => `'${a['use-vi']}' là ${a.value}, vượt mọi mức mà nhà máy cùng ngành báo cáo`,
    },
    expected: {
      en: (a) => `between ${a.low} and ${a.high}, within a wide margin`,
      vi: (a) => `từ ${a.low} đến ${a.high}, với biên rộng`,
    },
    help: {
      en: () => 'check the units of the use and of the output: kWh or MWh, kg or t, l or m3',
      vi: () => 'kiểm tra đơn vị của lượng dùng và của sản lượng: kWh hay MWh, kg hay t, l hay m3',
    },
    explanation: {
      en: 'The outside values of the sector span the best and the worst plants. A value many times beyond them is a slip of units, or an output that belongs to another period or product.',
      vi: 'Các giá trị của ngành bao gồm cả nhà máy tốt nhất và kém nhất. Giá trị vượt nhiều lần là do nhầm đơn vị, hoặc sản lượng thuộc kỳ hay sản phẩm khác.',
    },
  }),
  K401: entry<{
    benchmark: string
    why: string
    wants: string
    indicator: string
    'indicator-vi': string
    has: string
  }>({
    name: 'benchmark-not-applied',
    severity: 'note',
    title: { en: 'A benchmark could not be applied', vi: 'Không áp dụng được định mức so sánh' },
    message: {
      en: (a) =>
        a.why === 'indicator'
          ? `benchmark '${a.benchmark}' is about '${a.wants}', and this audit has no such indicator`
          : `benchmark '${a.benchmark}' is given in ${a.wants}, and this audit counts '${a.indicator}' in ${a.has}`,
      vi: (a) =>
        a.why === 'indicator'
          ? `định mức '${a.benchmark}' nói về '${a.wants}', lần đánh giá này không có chỉ số đó`
          : `định mức '${a.benchmark}' tính theo ${a.wants}, còn lần đánh giá này tính '${a['indicator-vi']}' theo ${a.has}`,
    },
    help: {
      en: (a) =>
        a.why === 'indicator'
          ? 'look the names up in the sheet of indicators'
          : "set 'unit' of 'per' to the unit of the benchmark, or give the 'mass' of the product",
      vi: (a) =>
        a.why === 'indicator'
          ? 'xem tên trong bảng chỉ số'
          : "đặt 'unit' của 'per' theo đơn vị của định mức, hoặc khai 'mass' của sản phẩm",
    },
    explanation: {
      en: 'A benchmark is compared only where its boundary and unit are those of the indicator.',
      vi: 'Chỉ so sánh khi phạm vi và đơn vị của định mức trùng với chỉ số.',
    },
  }),
  K403: entry<{ sector: string; near: string; distance: string; isic: string }>({
    name: 'no-benchmark-for-the-sector',
    severity: 'note',
    title: { en: 'No outside value for the sector', vi: 'Ngành chưa có giá trị đối sánh' },
    message: {
      en: (a) =>
        `there is no benchmark for '${a.sector}'${a.near === '' ? '' : `; the nearest sectors with one, in the same ${a.distance} ${a.isic} of ISIC, are: ${a.near}`}`,
      vi: (a) =>
        `chưa có giá trị đối sánh cho '${a.sector}'${a.near === '' ? '' : `; ngành gần nhất có giá trị, cùng ${a.distance === 'class' ? 'lớp' : a.distance === 'group' ? 'nhóm' : 'ngành cấp 2'} ISIC ${a.isic}, là: ${a.near}`}`,
    },
    help: {
      en: (a) =>
        a.near === ''
          ? "give a value under 'benchmarks', with its source"
          : `compare with one of them only if the plants are alike: --sector ${a.near.split(',')[0]}`,
      vi: (a) =>
        a.near === ''
          ? "khai giá trị ở 'benchmarks', kèm nguồn"
          : `chỉ so sánh khi nhà máy tương tự: --sector ${a.near.split(',')[0]}`,
    },
    explanation: {
      en: 'A value of another sector is never taken by itself. The nearest ones by ISIC Rev. 4 are offered: same class (four digits), group (three) or division (two).',
      vi: 'Giá trị của ngành khác không bao giờ được tự động lấy. Chương trình nêu ngành gần nhất theo ISIC Rev. 4: cùng lớp (bốn chữ số), nhóm (ba) hoặc ngành cấp 2 (hai).',
    },
  }),
  K404: entry<{ benchmark: string; why: string; what: string }>({
    name: 'benchmark-of-another-boundary',
    severity: 'note',
    title: { en: 'A benchmark of another boundary', vi: 'Giá trị đối sánh có ranh giới khác' },
    message: {
      en: (a) => `benchmark '${a.benchmark}' has another boundary: ${BOUNDARY[a.why]?.en(a.what) ?? a.what}`,
      vi: (a) =>
        `giá trị đối sánh '${a.benchmark}' có ranh giới khác: ${BOUNDARY[a.why]?.vi(a.what) ?? a.what}`,
    },
    help: {
      en: (a) => BOUNDARY[a.why]?.help.en ?? '',
      vi: (a) => BOUNDARY[a.why]?.help.vi ?? '',
    },
    explanation: {
      en: 'A value of one operation, of a whole supply chain or per tonne of raw material says nothing of a whole plant per tonne of product. Such a value is named, with what would make it comparable, and not compared.',
      vi: 'Giá trị của một công đoạn, của cả chuỗi cung ứng hoặc trên tấn nguyên liệu không nói gì về cả nhà máy trên tấn sản phẩm. Chương trình nêu giá trị đó cùng điều cần có để so sánh được, và không so sánh.',
    },
  }),
} as const

/** Why a boundary is another one, and what would make the value comparable. */
const BOUNDARY: Readonly<
  Record<
    string,
    { en: (what: string) => string; vi: (what: string) => string; help: { en: string; vi: string } }
  >
> = {
  chain: {
    en: (what) => `it counts more than the plant${what === '' ? '' : ` (${what})`}`,
    vi: (what) => `tính nhiều hơn phạm vi nhà máy${what === '' ? '' : ` (${what})`}`,
    help: { en: 'look for a value from gate to gate', vi: 'tìm giá trị trong phạm vi nhà máy' },
  },
  process: {
    en: (what) => `it is of the process '${what}' alone`,
    vi: (what) => `chỉ là của quá trình '${what}'`,
    help: {
      en: "name the process under 'site' as 'process' if the audit covers just this one",
      vi: "nêu ở 'site' trường 'process' nếu cuộc đánh giá chỉ gồm quá trình này",
    },
  },
  raw: {
    en: (what) => `it counts per raw material, and the site has ${what === '' ? 'none with a mass' : what}`,
    vi: (what) =>
      `tính trên nguyên liệu, còn cơ sở ${what === '' ? 'chưa khai nguyên liệu nào có khối lượng' : `có ${what}`}`,
    help: {
      en: "give one material 'role: raw' and its mass",
      vi: "ghi 'role: raw' và khối lượng cho một nguyên liệu",
    },
  },
  product: {
    en: (what) => `it counts per ${what}, which the reference product is not called`,
    vi: (what) => `tính trên ${what}, khác tên sản phẩm tham chiếu`,
    help: {
      en: "name that product in 'per', if the site makes it",
      vi: "nêu sản phẩm đó ở 'per', nếu cơ sở sản xuất",
    },
  },
}
