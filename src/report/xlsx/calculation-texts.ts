import { say } from '../../model/text.js'

/** Words of the sheet of one calculation. */
export const CALCULATION = {
  tab: say('Calculation', 'Phép tính'),
  result: say('Result', 'Kết quả'),
  given: say('Given (blue cells may be changed)', 'Số liệu đầu vào (ô màu xanh có thể sửa)'),
  steps: say('Calculation', 'Các bước tính'),
  limits: say('Limits', 'Giới hạn áp dụng'),
  about: say('Assumptions', 'Giả thiết'),
  references: say('References', 'Tài liệu tham khảo'),
  low: say('Low', 'Thấp'),
  high: say('High', 'Cao'),
  matters: say('What matters most (part of the variance)', 'Ảnh hưởng nhiều nhất (tỷ phần phương sai)'),
  priced: say('Price of electricity', 'Đơn giá điện áp dụng'),
  name: say('Name', 'Tên'),
  holds: say('holds', 'đúng'),
  broken: say('does not hold', 'không đúng'),
} as const
