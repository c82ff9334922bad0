import { entry } from '../entry.js'
import { fieldWords, thingWords } from '../wording.js'

/** P: values that can be read and cannot well be true. They are used as they stand. */
export const plausibility = {
  P101: entry<{ thing: string; written: string; most: string }>({
    name: 'share-too-large',
    severity: 'error',
    title: { en: 'A share above what is possible', vi: 'Tỷ lệ vượt mức có thể' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is ${a.written}, more than ${a.most}`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là ${a.written}, lớn hơn ${a.most}`,
    },
    help: { en: () => 'check the value and the % sign', vi: () => 'kiểm tra giá trị và dấu %' },
    explanation: {
      en: 'A part cannot be larger than the whole, and air has 21 % oxygen. A share without % is a fraction: 0.6 is 60 %.',
      vi: 'Phần không thể lớn hơn toàn thể, và không khí có 21 % ôxy. Tỷ lệ không có % là phân số: 0.6 là 60 %.',
    },
  }),
  P102: entry<{ thing: string; written: string }>({
    name: 'negative-value',
    severity: 'error',
    title: { en: 'A negative value', vi: 'Giá trị âm' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is ${a.written}, less than zero`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là ${a.written}, nhỏ hơn không`,
    },
    help: {
      en: () => 'turn the flow round, or write the amount without minus',
      vi: () => 'đổi chiều dòng, hoặc ghi lượng không có dấu trừ',
    },
    explanation: {
      en: 'The direction of a flow is said by from and to, never by a sign. Only prices and savings may be negative.',
      vi: 'Chiều của dòng do from và to quy định, không do dấu. Chỉ giá và mức tiết kiệm được âm.',
    },
  }),
  P103: entry<{ thing: string; written: string }>({
    name: 'more-hours-than-a-year',
    severity: 'error',
    title: { en: 'More hours than a year has', vi: 'Nhiều giờ hơn số giờ trong năm' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is ${a.written}, more time than there is`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là ${a.written}, nhiều hơn thời gian có thể`,
    },
    help: { en: () => 'give the hours of one machine', vi: () => 'ghi số giờ của một máy' },
    explanation: {
      en: 'A year has 8 760 hours, a leap year 8 784. For several machines alike give the hours of one, and count.',
      vi: 'Một năm có 8 760 giờ, năm nhuận 8 784 giờ. Với nhiều máy giống nhau, ghi giờ của một máy và count.',
    },
  }),
  P104: entry<{ thing: string; written: string; least: string }>({
    name: 'too-cold',
    severity: 'error',
    title: { en: 'Below absolute zero or vacuum', vi: 'Dưới không độ tuyệt đối hoặc chân không' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is ${a.written}; nothing is below ${a.least}`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là ${a.written}; không thể dưới ${a.least}`,
    },
    help: { en: () => 'check sign and unit', vi: () => 'kiểm tra dấu và đơn vị' },
    explanation: {
      en: 'Temperatures end at -273.15 C and pressures at full vacuum.',
      vi: 'Nhiệt độ thấp nhất là -273.15 C và áp suất thấp nhất là chân không tuyệt đối.',
    },
  }),
  P105: entry<{ thing: string; net: string; gross: string }>({
    name: 'net-above-gross',
    severity: 'error',
    title: { en: 'Net calorific value above the gross one', vi: 'Nhiệt trị thấp lớn hơn nhiệt trị cao' },
    message: {
      en: (a) =>
        `${thingWords(a.thing, 'en')} has a net calorific value of ${a.net} above its gross one of ${a.gross}`,
      vi: (a) => `${thingWords(a.thing, 'vi')} có nhiệt trị thấp ${a.net} lớn hơn nhiệt trị cao ${a.gross}`,
    },
    help: {
      en: () => `swap 'ncv' and 'gcv', or check them`,
      vi: () => `đổi chỗ 'ncv' và 'gcv', hoặc kiểm tra lại`,
    },
    explanation: {
      en: 'The gross value counts the heat of the condensed water too, so it is never the smaller one.',
      vi: 'Nhiệt trị cao tính cả nhiệt ngưng tụ của hơi nước nên không bao giờ nhỏ hơn.',
    },
  }),
  P106: entry<{ thing: string; written: string; thousands: string }>({
    name: 'maybe-thousands',
    severity: 'warning',
    title: { en: 'A point that may mean thousands', vi: 'Dấu chấm có thể là hàng nghìn' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is ${a.written}, read with a decimal point`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là ${a.written}, đọc là dấu chấm thập phân`,
    },
    help: {
      en: (a) => `write '${a.thousands}' if thousands were meant`,
      vi: (a) => `viết '${a.thousands}' nếu muốn ghi hàng nghìn`,
    },
    explanation: {
      en: 'In Viet Nam and most of Europe 1.264 is one thousand two hundred and sixty-four. Here a point is a decimal point and a space separates thousands.',
      vi: 'Ở Việt Nam và phần lớn châu Âu 1.264 là một nghìn hai trăm sáu mươi tư. Ở đây dấu chấm là thập phân, dấu cách ngăn hàng nghìn.',
    },
  }),
  P107: entry<{ thing: string; month: string; first: string; last: string }>({
    name: 'outside-the-period',
    severity: 'warning',
    title: { en: 'A row outside the period', vi: 'Hàng ngoài kỳ số liệu' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} lies outside the period ${a.first} to ${a.last}`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} nằm ngoài kỳ ${a.first} đến ${a.last}`,
    },
    help: { en: () => 'check the date, or the period', vi: () => 'kiểm tra ngày, hoặc kỳ số liệu' },
    explanation: {
      en: 'One file holds one period. What lies outside it does not count for the balances.',
      vi: 'Một tệp chứa một kỳ. Phần nằm ngoài không được tính vào cân bằng.',
    },
  }),
  P108: entry<{ thing: string; sum: string }>({
    name: 'contents-above-100',
    severity: 'error',
    title: { en: 'Contents add up to more than the whole', vi: 'Tổng thành phần lớn hơn toàn thể' },
    message: {
      en: (a) => `the shares in ${fieldWords(a.thing, 'en')} add up to ${a.sum} %`,
      vi: (a) => `tổng tỷ lệ trong ${fieldWords(a.thing, 'vi')} là ${a.sum} %`,
    },
    help: { en: () => 'check the shares', vi: () => 'kiểm tra các tỷ lệ' },
    explanation: {
      en: 'Water and substances are parts of the same mass. Give a substance that is part of another one as a concentration instead.',
      vi: 'Nước và các chất là phần của cùng một khối lượng. Chất nằm trong chất khác thì ghi theo nồng độ.',
    },
  }),
} as const
