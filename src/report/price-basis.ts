import type { PriceBasis, Saving } from '../model/opportunities.js'
import { type Lang, say, type Text } from '../model/text.js'

const WORDS: Readonly<Record<PriceBasis, Text>> = {
  'bands-stated': say(
    'prices of the tariff bands, by the shares stated for this saving',
    'đơn giá theo khung giờ, theo tỷ lệ đã nêu cho khoản tiết kiệm này',
  ),
  'bands-of-machine': say(
    'prices of the tariff bands, by the running hours of the machine in each',
    'đơn giá theo khung giờ, theo số giờ máy chạy trong từng khung',
  ),
  'mean-of-bills': say(
    'mean of the tariff bands by the kWh billed in each: in which hours this saving falls is not known',
    'đơn giá bình quân các khung giờ theo số kWh trên hóa đơn: chưa biết khoản tiết kiệm rơi vào giờ nào',
  ),
  'one-price': say(
    'the one price that the site gives for all hours: in which tariff band this saving falls is not known',
    'đơn giá chung cho mọi giờ do cơ sở cung cấp: chưa biết khoản tiết kiệm rơi vào khung giờ nào',
  ),
}

/** Which hours the prices of some savings stand for, each said once; empty where no price depends on the hour. */
export function priceBasisWords(savings: readonly Saving[], lang: Lang): string {
  const bases = savings.flatMap(({ priceBasis }) => (priceBasis === undefined ? [] : [priceBasis]))
  return [...new Set(bases)].map((basis) => WORDS[basis][lang]).join('; ')
}
