import { say } from '../../../model/text.js'

/** What the intake workbook says beside the words of the schema. */
export const WORDS = {
  start: say('Start', 'Bắt đầu'),
  id: say('Id', 'Mã'),
  idAbout: say(
    'A short name of your own: small letters without marks, digits and hyphens, for example well-water. Other sheets refer to it.',
    'Tên ngắn tự đặt: chữ thường không dấu, chữ số và gạch nối, ví dụ nuoc-gieng. Các trang khác dùng mã này.',
  ),
  field: say('Field', 'Trường'),
  what: say('What', 'Nội dung'),
  value: say('Value', 'Giá trị'),
  about: say('Meaning', 'Giải thích'),
  question: say('Question', 'Câu hỏi'),
  group: say('About', 'Thuộc phần'),
  mark: say('', ''),
  example: say('example', 'ví dụ'),
  subtitle: say('Intake workbook', 'Phiếu thu thập số liệu'),
  howTo: say('How to fill it in', 'Cách điền'),
  steps: [
    say(
      'Begin with the sheet General, then Products, Materials, Water, Energy and Residues: one row a thing, with what the bills and records of the period say.',
      'Bắt đầu từ trang Thông tin chung, rồi Sản phẩm, Nguyên vật liệu, Nước, Năng lượng, Chất thải: mỗi thứ một hàng, theo hóa đơn và sổ sách trong kỳ.',
    ),
    say(
      'Then the steps of production and the flows between them. A flow without an amount is welcome: the balance finds it or says what is missing.',
      'Tiếp theo là các công đoạn và các dòng giữa chúng. Dòng chưa có lượng vẫn nên ghi: phép cân bằng sẽ tìm ra hoặc cho biết còn thiếu gì.',
    ),
    say(
      'Monthly figures stand on Readings and Bills, one row a month. Lists open at the arrow beside a cell.',
      'Số liệu tháng ghi ở trang Số đọc và Hóa đơn, mỗi tháng một hàng. Danh sách chọn mở bằng mũi tên cạnh ô.',
    ),
    say(
      'Leave empty what is not known. 0 means zero. n/a or - means that it does not apply.',
      'Chưa biết thì để trống. 0 nghĩa là bằng không. n/a hoặc - nghĩa là không áp dụng.',
    ),
    say(
      'Type numbers as numbers, with their unit in the next column. Say how a number is known: measured, billed, recorded, calculated, estimated.',
      'Nhập số ở dạng số, đơn vị ở cột bên cạnh. Ghi rõ vì sao biết con số: đo, theo hóa đơn, theo sổ sách, tính toán, ước tính.',
    ),
    say(
      'Rows may be added anywhere and columns moved; columns and sheets of your own are left alone. Grey rows are examples and are not read.',
      'Có thể thêm hàng ở bất kỳ đâu và đổi chỗ cột; cột và trang riêng của bạn không bị đụng đến. Hàng màu xám là ví dụ và không được đọc.',
    ),
    say(
      'Save, then run: recp check <this file>, and recp audit <this file>.',
      'Lưu lại rồi chạy: recp check <tệp này>, và recp audit <tệp này>.',
    ),
  ],
  legend: say('Colours', 'Màu ô'),
  legendRequired: say('must be filled in for a row that is used', 'bắt buộc điền khi dùng hàng này'),
  legendEntry: say('fill in if known', 'điền nếu biết'),
  legendExample: say('example, not read', 'ví dụ, không được đọc'),
  sheets: say('Sheets', 'Các trang'),
  more: say(
    'More columns are folded at the right: open them with +',
    'Các cột khác được gập ở bên phải: mở bằng dấu +',
  ),
  required: say('required', 'bắt buộc'),
  choices: say('One of', 'Một trong'),
  unitHint: say('A number without a unit is in', 'Số không ghi đơn vị được hiểu theo'),
} as const
