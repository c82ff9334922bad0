import { say, type Text } from '../../model/text.js'

/** Tabs. At most 31 characters, none of `[ ] : * ? / \`. */
export const TABS = {
  cover: say('Cover', 'Trang bìa'),
  summary: say('Summary', 'Tóm tắt'),
  inputs: say('Inputs', 'Số liệu đầu vào'),
  materials: say('Materials', 'Nguyên vật liệu'),
  energy: say('Energy', 'Năng lượng'),
  water: say('Water', 'Nước'),
  equipment: say('Equipment', 'Thiết bị'),
  flows: say('Flows', 'Các dòng'),
  'balance-mass': say('Material balance', 'Cân bằng vật chất'),
  'balance-water': say('Water balance', 'Cân bằng nước'),
  'balance-energy': say('Energy balance', 'Cân bằng năng lượng'),
  'balance-substances': say('Substance balances', 'Cân bằng các chất'),
  losses: say('Losses', 'Tổn thất'),
  'quantity-centres': say('Cost centres', 'Trung tâm chi phí'),
  indicators: say('Indicators', 'Chỉ số'),
  benchmarks: say('Benchmarks', 'Đối sánh'),
  compliance: say('Effluent limits', 'Giới hạn nước thải'),
  checklist: say('Checklist', 'Bảng kiểm'),
  opportunities: say('Opportunities', 'Cơ hội'),
  calculations: say('Calculations', 'Tính toán'),
  'action-plan': say('Action plan', 'Kế hoạch hành động'),
  'data-quality': say('Data quality', 'Chất lượng dữ liệu'),
  changes: say('Changes', 'Thay đổi'),
  factors: say('Factors', 'Hệ số và nguồn'),
  workings: say('Workings', 'Tính trung gian'),
  monthly: say('Monthly', 'Theo tháng'),
  scenario: say('Scenario', 'Kịch bản'),
  portfolio: say('Portfolio', 'Biểu đồ giải pháp'),
  programme: say('Programme', 'Chương trình SXSH'),
  glossary: say('Glossary', 'Thuật ngữ'),
} as const

export type Tab = keyof typeof TABS

/** Titles on the sheets, and one sentence on what is there. */
export const TITLES: Readonly<Record<Tab, { readonly title: Text; readonly about: Text }>> = {
  cover: {
    title: say(
      'Resource efficiency and cleaner production audit',
      'Đánh giá hiệu quả tài nguyên và sản xuất sạch hơn',
    ),
    about: say('', ''),
  },
  summary: {
    title: say('Summary', 'Tóm tắt kết quả'),
    about: say(
      'The main results; details stand on the sheets named.',
      'Các kết quả chính; chi tiết ở các trang được nêu.',
    ),
  },
  inputs: {
    title: say('Inputs', 'Số liệu đầu vào'),
    about: say(
      'Every number as it was given. Change a blue cell and everything that depends on it follows.',
      'Mọi số liệu đúng như được cung cấp. Sửa một ô màu xanh thì mọi kết quả liên quan thay đổi theo.',
    ),
  },
  materials: {
    title: say('Materials, products and residues', 'Nguyên vật liệu, sản phẩm và chất thải'),
    about: say(
      'What enters and leaves per year, and what it costs.',
      'Lượng vào và ra mỗi năm, cùng chi phí.',
    ),
  },
  energy: {
    title: say('Energy and greenhouse gases', 'Năng lượng và khí nhà kính'),
    about: say(
      'Energy carriers per year, their cost and their emissions.',
      'Các dạng năng lượng mỗi năm, chi phí và phát thải.',
    ),
  },
  water: {
    title: say('Water and wastewater', 'Nước và nước thải'),
    about: say(
      'Where water comes from, what uses it and where it leaves.',
      'Nguồn nước, nơi sử dụng và nơi xả ra.',
    ),
  },
  flows: {
    title: say('Flows', 'Các dòng vật chất và năng lượng'),
    about: say(
      'All flows per year after reconciliation, and how each number given fared in it.',
      'Tất cả các dòng mỗi năm sau hiệu chỉnh, và kết quả hiệu chỉnh của từng số liệu.',
    ),
  },
  'balance-mass': {
    title: say('Material balance', 'Cân bằng vật chất'),
    about: say(
      'In = out + stock change + unaccounted, step by step.',
      'Vào = ra + thay đổi tồn kho + không xác định, theo từng công đoạn.',
    ),
  },
  'balance-water': {
    title: say('Water balance', 'Cân bằng nước'),
    about: say(
      'In = out + stock change + unaccounted, step by step.',
      'Vào = ra + thay đổi tồn kho + không xác định, theo từng công đoạn.',
    ),
  },
  'balance-energy': {
    title: say('Energy balance', 'Cân bằng năng lượng'),
    about: say(
      'In = out + stock change + unaccounted, step by step.',
      'Vào = ra + thay đổi tồn kho + không xác định, theo từng công đoạn.',
    ),
  },
  'balance-substances': {
    title: say('Substance balances', 'Cân bằng các chất'),
    about: say(
      'In = out + stock change + unaccounted, step by step.',
      'Vào = ra + thay đổi tồn kho + không xác định, theo từng công đoạn.',
    ),
  },
  losses: {
    title: say('Cost of losses', 'Chi phí tổn thất'),
    about: say(
      'Everything that was paid for and did not become product, dearest first.',
      'Tất cả những gì đã trả tiền nhưng không thành sản phẩm, xếp theo chi phí giảm dần.',
    ),
  },
  'quantity-centres': {
    title: say(
      'Cost of products and losses by quantity centre',
      'Chi phí sản phẩm và tổn thất theo trung tâm định lượng',
    ),
    about: say(
      'Material flow cost accounting after ISO 14051; the convention for recycled streams stands under each table.',
      'Hạch toán chi phí dòng vật liệu theo ISO 14051; quy ước cho dòng tuần hoàn ghi dưới mỗi bảng.',
    ),
  },
  indicators: {
    title: say('RECP indicators', 'Các chỉ số RECP'),
    about: say(
      'Absolute use and pollution, productivity, intensity and specific consumption.',
      'Mức sử dụng và ô nhiễm tuyệt đối, năng suất, cường độ và suất tiêu hao.',
    ),
  },
  equipment: {
    title: say('Equipment and how it runs', 'Thiết bị và tình trạng vận hành'),
    about: say(
      'Machines with what is known of each, and what is known of the site as a whole.',
      'Các máy cùng thông tin đã biết về từng máy, và thông tin về toàn nhà máy.',
    ),
  },
  benchmarks: {
    title: say('Comparison with benchmarks', 'So sánh với giá trị chuẩn đối sánh'),
    about: say(
      'Outside values that may be compared. The scope of each one is printed: judge whether it fits.',
      'Các giá trị bên ngoài có thể so sánh. Phạm vi của từng giá trị được ghi rõ để xem xét mức phù hợp.',
    ),
  },
  compliance: {
    title: say('Effluents and their limits', 'Nước thải và các giới hạn'),
    about: say(
      'Each analysis beside each limit that may hold for it, and what has no partner.',
      'Từng kết quả phân tích so với từng giới hạn có thể áp dụng, và những gì chưa có cặp.',
    ),
  },
  checklist: {
    title: say('Checklist', 'Bảng kiểm'),
    about: say(
      'Every entry that was looked at, and why. Found and first to look at stand open; + at the left opens the rest.',
      'Mọi mục đã xem xét và lý do. Mục có cơ hội và cần xem trước được mở sẵn; bấm + bên trái để mở phần còn lại.',
    ),
  },
  opportunities: {
    title: say('Opportunities', 'Các cơ hội RECP'),
    about: say(
      'In the order of what they save together with all the others, so that nothing is counted twice. Rank by net present value.',
      'Theo mức tiết kiệm khi thực hiện cùng các cơ hội khác, không tính trùng. Hạng theo giá trị hiện tại ròng (NPV).',
    ),
  },
  calculations: {
    title: say('Calculations of the opportunities', 'Tính toán các cơ hội'),
    about: say(
      'One block an opportunity: what is given, the steps, savings, money. + at the left opens ranges, sensitivity and scores.',
      'Mỗi cơ hội một khối: dữ liệu, bước tính, tiết kiệm, hiệu quả kinh tế. Bấm + bên trái để mở khoảng giá trị, độ nhạy và điểm.',
    ),
  },
  'action-plan': {
    title: say('Action plan', 'Kế hoạch hành động'),
    about: say(
      'To be filled in with the company: who does what until when.',
      'Điền cùng doanh nghiệp: ai làm gì, đến khi nào.',
    ),
  },
  'data-quality': {
    title: say('Data quality', 'Chất lượng dữ liệu'),
    about: say(
      'How the numbers are known, what contradicts, and what is still missing.',
      'Cơ sở của các số liệu, các mâu thuẫn và những gì còn thiếu.',
    ),
  },
  changes: {
    title: say('Changes since the earlier audit', 'Thay đổi so với lần đánh giá trước'),
    about: say(
      'What moved, and how much of it each cause explains; the parts do not depend on an order and add up.',
      'Kết quả nào thay đổi và phần do từng nguyên nhân; các phần không phụ thuộc thứ tự và cộng lại đúng.',
    ),
  },
  factors: {
    title: say('Factors and sources', 'Hệ số và nguồn tài liệu'),
    about: say(
      'Constants from tables, defaults chosen by the tool, and all sources.',
      'Hằng số từ bảng tra, giá trị mặc định do công cụ chọn và mọi nguồn tài liệu.',
    ),
  },
  workings: {
    title: say('Workings', 'Tính trung gian'),
    about: say(
      'Intermediate results that other sheets use.',
      'Các kết quả trung gian mà những trang khác sử dụng.',
    ),
  },
  monthly: {
    title: say('Month by month', 'Số liệu theo tháng'),
    about: say(
      'What readings and bills say of each month, and the use per unit of product.',
      'Số đọc và hóa đơn của từng tháng, và lượng dùng trên một đơn vị sản phẩm.',
    ),
  },
  scenario: {
    title: say('Scenario', 'Kịch bản'),
    about: say(
      'Change a blue cell or take a measure out (0): all sheets, totals and charts follow.',
      'Sửa ô màu xanh hoặc bỏ một giải pháp (0): mọi trang, tổng và biểu đồ thay đổi theo.',
    ),
  },
  portfolio: {
    title: say('Measures in charts', 'Các giải pháp qua biểu đồ'),
    about: say(
      'From today to the target, payback, sensitivity and abatement of the measures that are in.',
      'Từ hiện tại đến mục tiêu, hoàn vốn, độ nhạy và giảm phát thải của các giải pháp được chọn.',
    ),
  },
  programme: {
    title: say('Programme in six steps', 'Chương trình sáu bước'),
    about: say(
      'Eighteen tasks and what the audit shows of each; blue cells are for the company.',
      'Mười tám nhiệm vụ và những gì đánh giá thể hiện; ô màu xanh do doanh nghiệp điền.',
    ),
  },
  glossary: {
    title: say('Glossary', 'Thuật ngữ'),
    about: say('Words used here, in both languages.', 'Các từ dùng trong sổ, bằng hai ngôn ngữ.'),
  },
}

/** Why a sheet has nothing to show. */
export const EMPTY_BECAUSE: Readonly<Partial<Record<Tab, Text>>> = {
  scenario: say('there is no input to vary', 'không có số liệu để thay đổi'),
  portfolio: say('no measure has a known saving', 'chưa giải pháp nào biết mức tiết kiệm'),
  materials: say(
    'no materials, products or residues were given',
    'chưa khai nguyên liệu, sản phẩm, chất thải',
  ),
  energy: say('no energy carriers were given', 'chưa khai dạng năng lượng'),
  water: say('no water was given', 'chưa khai nước'),
  monthly: say('no readings or bills by months were given', 'chưa có số đọc hoặc hóa đơn theo tháng'),
  equipment: say('no machine and no fact was given', 'chưa khai máy và thông tin vận hành'),
  flows: say('no flows were given', 'chưa khai các dòng'),
  'balance-mass': say('no step balances its materials', 'không công đoạn nào cân bằng vật chất'),
  'balance-water': say('no step balances its water', 'không công đoạn nào cân bằng nước'),
  'balance-energy': say('no step balances its energy', 'không công đoạn nào cân bằng năng lượng'),
  'balance-substances': say('no substance is tracked', 'không theo dõi chất nào'),
  losses: say('no loss could be counted', 'chưa tính được tổn thất'),
  'quantity-centres': say(
    'no cost is placed at a step, and no share of material in the product was given',
    'chưa có chi phí gắn với công đoạn, chưa ghi tỷ lệ nguyên liệu vào sản phẩm',
  ),
  indicators: say('nothing to compute them from', 'chưa có số liệu để tính'),
  changes: say('no earlier audit was named (--compare)', 'không nêu lần đánh giá trước (--compare)'),
  benchmarks: say(
    'no outside value applies to this sector and its data',
    'không có giá trị đối sánh phù hợp',
  ),
  compliance: say('no analysis and no limit were given', 'chưa có kết quả phân tích và giới hạn'),
  checklist: say('no checklist entry was evaluated', 'không mục kiểm nào được xem xét'),
  opportunities: say('no opportunity was found', 'chưa tìm thấy cơ hội'),
  calculations: say('no opportunity was found', 'chưa tìm thấy cơ hội'),
  'action-plan': say('no measure saves money yet', 'chưa giải pháp nào tiết kiệm tiền'),
  factors: say('no factor was used', 'không dùng hệ số nào'),
}
