import type { Text } from '../model/text.js'

/** What is not known of a thing that a total leaves out, and what to write so that it is. */
const LACKING: Readonly<Record<string, { readonly words: Text; readonly help: Text }>> = {
  mass: {
    words: { en: 'mass of one unit', vi: 'khối lượng một đơn vị' },
    help: { en: "give 'mass', such as 2.5 g/pcs", vi: "khai 'mass', ví dụ 2.5 g/pcs" },
  },
  water: {
    words: { en: 'water in it', vi: 'hàm lượng nước' },
    help: {
      en: "give its water, 'contains: { water: … }'",
      vi: "khai hàm lượng nước, 'contains: { water: … }'",
    },
  },
  energy: {
    words: { en: 'heating value', vi: 'nhiệt trị' },
    help: {
      en: "give 'ncv', or the 'fuel' of the table",
      vi: "khai 'ncv', hoặc 'fuel' theo bảng nhiên liệu",
    },
  },
  price: {
    words: { en: 'price', vi: 'đơn giá' },
    help: { en: "give 'price'", vi: "khai 'price'" },
  },
  'in-product': {
    words: { en: 'share that ends in the product', vi: 'tỷ lệ vào sản phẩm' },
    help: { en: "give 'in-product', such as 70 %", vi: "khai 'in-product', ví dụ 70 %" },
  },
  'emission-factor': {
    words: { en: 'emission factor', vi: 'hệ số phát thải' },
    help: {
      en: "give 'ghg', or the 'fuel' of the table",
      vi: "khai 'ghg', hoặc 'fuel' theo bảng nhiên liệu",
    },
  },
  'toe-factor': {
    words: { en: 'factor to toe', vi: 'hệ số quy đổi TOE' },
    help: {
      en: "give 'ncv', or the 'fuel' of the table",
      vi: "khai 'ncv', hoặc 'fuel' theo bảng nhiên liệu",
    },
  },
  unit: {
    words: { en: 'mass or heat of one unit', vi: 'khối lượng hoặc nhiệt của một đơn vị' },
    help: { en: "give the 'mass' of the product", vi: "khai 'mass' của sản phẩm" },
  },
}

const NOTHING: Text = { en: '', vi: '' }
/** What of a thing is not known: `mass` → `mass of one unit`. */
export const lackingWords = (what: string): Text => LACKING[what]?.words ?? NOTHING
/** What to write so that it is known. */
export const lackingHelp = (what: string): Text => LACKING[what]?.help ?? NOTHING
