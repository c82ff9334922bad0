import { say } from '../model/text.js'

/** Words around a calculation on the screen. */
export const calcTexts = {
  colon: say(':', ':'),
  rows: say('several rows with ; between them', 'nhiều hàng thì cách nhau bằng dấu ;'),
  result: say('Result', 'Kết quả'),
  given: say('Given', 'Số liệu đầu vào'),
  steps: say('Calculation', 'Các bước tính'),
  matters: say('What matters most', 'Đại lượng ảnh hưởng nhiều nhất'),
  limits: say('Limits', 'Giới hạn áp dụng'),
  holds: say('holds', 'đúng'),
  broken: say('does not hold', 'không đúng'),
  about: say('Assumptions', 'Giả thiết'),
  references: say('References', 'Tài liệu'),
  to: say('to', 'đến'),
  ofVariance: say('of the variance', 'phương sai'),
  unstated: say(
    'No range: no input says how well it is known; write 3 mm ± 0.2 mm or 400 kW (measured)',
    'Không có khoảng: chưa đại lượng nào nêu độ không đảm bảo; hãy viết 3 mm ± 0.2 mm hoặc 400 kW (measured)',
  ),
  unpriced: say('Without a price, not in the worth', 'Chưa có giá, không tính vào giá trị'),
  priceHint: say(
    'Worth of it: add price.fuel="9 USD/GJ", co2e.electricity="0.66 tCO2e/MWh", invest="1500 USD"',
    'Để có giá trị: thêm price.fuel="9 USD/GJ", co2e.electricity="0.66 tCO2e/MWh", invest="1500 USD"',
  ),
} as const
