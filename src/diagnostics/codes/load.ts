import { entry } from '../entry.js'

type None = Record<never, never>

/** L: reading files. L109 is for what cannot be written. */
export const load = {
  L101: entry<{ file: string }>({
    name: 'file-not-found',
    severity: 'error',
    title: { en: 'No such file', vi: 'Không có tệp này' },
    message: { en: (a) => `file '${a.file}' does not exist`, vi: (a) => `tệp '${a.file}' không tồn tại` },
    help: {
      en: () => `check the spelling, or start a site file with 'recp init'`,
      vi: () => `kiểm tra lại tên tệp, hoặc tạo tệp mới bằng 'recp init'`,
    },
    explanation: {
      en: 'The path is looked up from the folder in which the command runs.',
      vi: 'Đường dẫn được tính từ thư mục đang chạy lệnh.',
    },
  }),
  L102: entry<{ file: string }>({
    name: 'file-is-a-folder',
    severity: 'error',
    title: { en: 'A folder where a file is read', vi: 'Thư mục thay vì tệp' },
    message: {
      en: (a) => `'${a.file}' is a folder, not a file`,
      vi: (a) => `'${a.file}' là thư mục, không phải tệp`,
    },
    help: { en: () => 'name the site file in it', vi: () => 'ghi tên tệp dữ liệu trong thư mục đó' },
    explanation: {
      en: 'One site file is read here. Commands that take folders look for site files in them.',
      vi: 'Ở đây chỉ đọc một tệp dữ liệu. Lệnh nào nhận thư mục sẽ tự tìm tệp dữ liệu bên trong.',
    },
  }),
  L103: entry<{ file: string; reason: string }>({
    name: 'file-unreadable',
    severity: 'error',
    title: { en: 'A file that may not be read', vi: 'Tệp không đọc được' },
    message: {
      en: (a) => `file '${a.file}' cannot be read (${a.reason})`,
      vi: (a) => `không đọc được tệp '${a.file}' (${a.reason})`,
    },
    help: {
      en: () => 'close it in other programs and check the permission to read it',
      vi: () => 'đóng tệp trong chương trình khác và kiểm tra quyền đọc',
    },
    explanation: {
      en: 'The operating system refused to open the file; its reason stands in brackets.',
      vi: 'Hệ điều hành không cho mở tệp; lý do ghi trong ngoặc.',
    },
  }),
  L104: entry<{ file: string }>({
    name: 'unknown-file-type',
    severity: 'error',
    title: { en: 'A kind of file that holds no site', vi: 'Loại tệp không phải dữ liệu cơ sở' },
    message: {
      en: (a) => `file '${a.file}' is no site file`,
      vi: (a) => `tệp '${a.file}' không phải tệp dữ liệu cơ sở`,
    },
    expected: { en: () => 'a file ending in .yaml or .yml', vi: () => 'tệp có đuôi .yaml hoặc .yml' },
    help: { en: () => 'rename it to end in .yaml', vi: () => 'đổi đuôi tệp thành .yaml' },
    explanation: {
      en: 'A site is a YAML text file. Tables in CSV are named inside it: readings: readings.csv.',
      vi: 'Dữ liệu cơ sở là tệp văn bản YAML. Bảng CSV được nêu tên bên trong: readings: readings.csv.',
    },
  }),
  L106: entry<{ file: string; size: string; most: number }>({
    name: 'file-too-large',
    severity: 'error',
    title: { en: 'A file that is too large', vi: 'Tệp quá lớn' },
    message: {
      en: (a) => `file '${a.file}' has ${a.size} MB; the most that is read is ${a.most} MB`,
      vi: (a) => `tệp '${a.file}' có ${a.size} MB; chỉ đọc tối đa ${a.most} MB`,
    },
    help: {
      en: () => 'sum readings to days or months before they are entered',
      vi: () => 'cộng số đọc theo ngày hoặc tháng trước khi nhập',
    },
    explanation: {
      en: 'An audit needs totals, not every pulse of a meter. The limit is a choice of recp that keeps memory small.',
      vi: 'Đánh giá cần số tổng, không cần từng xung của đồng hồ. Giới hạn do recp chọn để tiết kiệm bộ nhớ.',
    },
  }),
  L107: entry<{ file: string }>({
    name: 'not-utf-8',
    severity: 'error',
    title: { en: 'Text that is not in UTF-8', vi: 'Văn bản không phải UTF-8' },
    message: {
      en: (a) => `file '${a.file}' is not text in UTF-8`,
      vi: (a) => `tệp '${a.file}' không phải văn bản UTF-8`,
    },
    help: {
      en: () => 'save it again with the encoding UTF-8 (in Excel: CSV UTF-8)',
      vi: () => 'lưu lại với bảng mã UTF-8 (trong Excel: CSV UTF-8)',
    },
    explanation: {
      en: 'Letters with marks are only safe in UTF-8. Older encodings such as TCVN3, VNI or Windows-1258 would be read as other letters.',
      vi: 'Chữ có dấu chỉ an toàn trong UTF-8. Bảng mã cũ như TCVN3, VNI, Windows-1258 sẽ bị đọc thành chữ khác.',
    },
  }),
  L108: entry<{ file: string }>({
    name: 'empty-file',
    severity: 'error',
    title: { en: 'An empty file', vi: 'Tệp trống' },
    message: {
      en: (a) => `file '${a.file}' has nothing in it`,
      vi: (a) => `tệp '${a.file}' không có nội dung`,
    },
    help: { en: () => `start one with 'recp init'`, vi: () => `tạo tệp bằng 'recp init'` },
    explanation: {
      en: 'The least a site file says is recp: 1, site and period.',
      vi: 'Tệp dữ liệu tối thiểu có recp: 1, site và period.',
    },
  }),
  L110: entry<{ rule: string }>({
    name: 'yaml-syntax',
    severity: 'error',
    title: { en: 'Text that YAML cannot read', vi: 'Văn bản không đúng cú pháp YAML' },
    message: {
      en: (a) =>
        a.rule === 'indent'
          ? 'this line stands too far left or right for the list it belongs to'
          : a.rule === 'missing'
            ? 'a closing bracket, quote or comma is missing before this place'
            : 'the text cannot be read from this place on',
      vi: (a) =>
        a.rule === 'indent'
          ? 'dòng này thụt lề không khớp với danh sách chứa nó'
          : a.rule === 'missing'
            ? 'thiếu dấu đóng ngoặc, dấu nháy hoặc dấu phẩy trước chỗ này'
            : 'không đọc được văn bản từ chỗ này',
    },
    help: {
      en: (a) =>
        a.rule === 'indent'
          ? 'line it up with its neighbours, two spaces for each level'
          : 'check brackets, quotes and colons here and on the line before',
      vi: (a) =>
        a.rule === 'indent'
          ? 'căn thẳng với các dòng cùng cấp, mỗi cấp hai dấu cách'
          : 'kiểm tra ngoặc, dấu nháy và dấu hai chấm ở đây và dòng trước',
    },
    explanation: {
      en: 'YAML reads structure from indentation, colons and brackets. Nothing of the file is used until its structure is clear.',
      vi: 'YAML đọc cấu trúc từ thụt lề, dấu hai chấm và ngoặc. Chưa rõ cấu trúc thì chưa dùng được phần nào của tệp.',
    },
  }),
  L111: entry<None>({
    name: 'tab-as-indent',
    severity: 'error',
    title: { en: 'A tab at the beginning of a line', vi: 'Dấu tab đầu dòng' },
    message: { en: () => 'this line begins with a tab', vi: () => 'dòng này bắt đầu bằng dấu tab' },
    help: { en: () => 'replace the tab by spaces', vi: () => 'thay dấu tab bằng dấu cách' },
    explanation: {
      en: 'A tab has no fixed width, so YAML takes only spaces for indentation.',
      vi: 'Dấu tab không có độ rộng cố định nên YAML chỉ nhận dấu cách để thụt lề.',
    },
  }),
  L112: entry<{ key: string; line?: number; row?: number }>({
    name: 'repeated-key',
    severity: 'error',
    title: { en: 'The same key twice', vi: 'Khóa lặp lại' },
    message: {
      en: (a) =>
        `'${a.key}' stands here again; the first is in ${a.row === undefined ? `line ${a.line}` : `row ${a.row}`}`,
      vi: (a) =>
        `'${a.key}' lặp lại ở đây; lần đầu ở ${a.row === undefined ? `dòng ${a.line}` : `hàng ${a.row}`}`,
    },
    label: { en: () => 'not used', vi: () => 'không được dùng' },
    help: { en: () => 'rename one of the two or delete it', vi: () => 'đổi tên hoặc xóa một trong hai' },
    explanation: {
      en: 'A name may stand once in its list. The first is used, the second is left out.',
      vi: 'Mỗi tên chỉ được có một lần trong danh sách. Lần đầu được dùng, lần sau bị bỏ qua.',
    },
  }),
  L113: entry<{ key: string }>({
    name: 'key-without-value',
    severity: 'error',
    title: { en: 'A key without a value', vi: 'Khóa không có giá trị' },
    message: { en: (a) => `'${a.key}' has no value`, vi: (a) => `'${a.key}' không có giá trị` },
    help: {
      en: () => 'write a value after the colon, or delete the key: unknown is left out, 0 is zero',
      vi: () => 'ghi giá trị sau dấu hai chấm, hoặc xóa khóa: chưa biết thì bỏ, 0 là số không',
    },
    explanation: {
      en: 'A blank could mean unknown, zero or forgotten. Leave out what is unknown and write 0 for zero. In { } a comma separates entries, so text with a comma needs quotes.',
      vi: 'Chỗ trống có thể là chưa biết, bằng không hoặc quên. Chưa biết thì bỏ, bằng không thì ghi 0. Trong { } dấu phẩy ngăn cách các mục, nên văn bản có dấu phẩy cần đặt trong dấu nháy.',
    },
  }),
  L114: entry<{ key: string; written: string; better: string }>({
    name: 'decimal-comma-in-braces',
    severity: 'error',
    title: { en: 'A decimal comma inside { }', vi: 'Dấu phẩy thập phân trong { }' },
    message: {
      en: (a) => `'${a.key}' is cut in two: inside { } the comma of '${a.written}' begins a new entry`,
      vi: (a) => `'${a.key}' bị cắt đôi: trong { } dấu phẩy của '${a.written}' bắt đầu mục mới`,
    },
    label: { en: () => 'read as a key without value', vi: () => 'bị đọc thành khóa không có giá trị' },
    help: {
      en: (a) => `write '${a.better}' with a decimal point`,
      vi: (a) => `viết '${a.better}' với dấu chấm thập phân`,
    },
    explanation: {
      en: 'Site files use a decimal point and a space between thousands: 1.5 t, 12 500 m3.',
      vi: 'Tệp dữ liệu dùng dấu chấm thập phân và dấu cách hàng nghìn: 1.5 t, 12 500 m3.',
    },
  }),
  L115: entry<{ lost: string }>({
    name: 'text-lost-in-comment',
    severity: 'warning',
    title: { en: 'Text lost in a comment', vi: 'Văn bản bị mất vào chú thích' },
    message: {
      en: (a) => `'${a.lost}' is read as a comment and left out`,
      vi: (a) => `'${a.lost}' bị đọc thành chú thích và bỏ qua`,
    },
    help: {
      en: () => 'put the text in quotes, or a space after # if it is a comment',
      vi: () => 'đặt văn bản trong dấu nháy, hoặc thêm dấu cách sau # nếu là chú thích',
    },
    explanation: {
      en: 'In YAML a # after a space begins a comment, so pump #3 becomes pump.',
      vi: 'Trong YAML dấu # sau dấu cách bắt đầu chú thích, nên bơm #3 chỉ còn bơm.',
    },
  }),
  L116: entry<{ tag: string }>({
    name: 'yaml-tag',
    severity: 'error',
    title: { en: 'A YAML tag', vi: 'Thẻ YAML' },
    message: {
      en: (a) => `'${a.tag}' is a YAML tag, which site files do not use`,
      vi: (a) => `'${a.tag}' là thẻ YAML, tệp dữ liệu không dùng`,
    },
    help: {
      en: () => 'delete it, or put the text in quotes if it belongs to the text',
      vi: () => 'xóa đi, hoặc đặt trong dấu nháy nếu là văn bản',
    },
    explanation: {
      en: 'Every value is read as text and gets its type from the place where it stands.',
      vi: 'Mọi giá trị được đọc là văn bản; kiểu của nó do vị trí quyết định.',
    },
  }),
  L117: entry<None>({
    name: 'yaml-alias',
    severity: 'error',
    title: { en: 'A reference to nothing', vi: 'Tham chiếu không có đích' },
    message: {
      en: () => 'this *name or << refers to no map that was given a name with & before',
      vi: () => '*tên hoặc << này không trỏ tới mục nào đã đặt tên bằng & ở trước',
    },
    help: {
      en: () => 'name the original with &name, or put text that begins with * in quotes',
      vi: () => 'đặt tên mục gốc bằng &tên, hoặc đặt văn bản bắt đầu bằng * trong dấu nháy',
    },
    explanation: {
      en: '&name marks a part of the file and *name repeats it; <<: *name takes its fields over.',
      vi: '&tên đánh dấu một phần của tệp, *tên lặp lại nó; <<: *tên lấy lại các trường của nó.',
    },
  }),
  L118: entry<None>({
    name: 'too-deep',
    severity: 'error',
    title: { en: 'Nested too deep or repeated too often', vi: 'Lồng quá sâu hoặc lặp quá nhiều' },
    message: {
      en: () => 'the file is nested too deep, or repeats its parts with * too often',
      vi: () => 'tệp lồng quá nhiều cấp, hoặc lặp lại bằng * quá nhiều lần',
    },
    help: { en: () => 'write the repeated parts out', vi: () => 'viết hẳn các phần lặp lại' },
    explanation: {
      en: 'At most 32 levels, 50 repetitions and 400 000 values are read. The limits are a choice of recp.',
      vi: 'Đọc tối đa 32 cấp, 50 lần lặp và 400 000 giá trị. Giới hạn do recp chọn.',
    },
  }),
  L119: entry<None>({
    name: 'colon-in-text',
    severity: 'error',
    title: { en: 'A colon in a text', vi: 'Dấu hai chấm trong văn bản' },
    message: {
      en: () => 'this text has a colon and a space in it, so it is read as a second key',
      vi: () => 'văn bản có dấu hai chấm và dấu cách nên bị đọc thành khóa thứ hai',
    },
    help: {
      en: () => 'put the text in quotes, or begin a new line for the second key',
      vi: () => 'đặt văn bản trong dấu nháy, hoặc xuống dòng cho khóa thứ hai',
    },
    explanation: {
      en: 'A colon followed by a space ends a key. name: Line 2: washing needs quotes: name: "Line 2: washing".',
      vi: 'Dấu hai chấm kèm dấu cách kết thúc khóa. name: Chuyền 2: rửa cần dấu nháy: name: "Chuyền 2: rửa".',
    },
  }),
  L120: entry<{ mark: string }>({
    name: 'text-begins-with-mark',
    severity: 'error',
    title: { en: 'A text that begins with a mark of YAML', vi: 'Văn bản bắt đầu bằng ký hiệu của YAML' },
    message: {
      en: (a) => `a value cannot begin with '${a.mark}' unless it stands in quotes`,
      vi: (a) => `giá trị không được bắt đầu bằng '${a.mark}' nếu không đặt trong dấu nháy`,
    },
    help: { en: () => 'put the value in quotes', vi: () => 'đặt giá trị trong dấu nháy' },
    explanation: {
      en: 'The marks > | @ ` % & * ! have a meaning of their own at the beginning of a YAML value.',
      vi: 'Các ký hiệu > | @ ` % & * ! có nghĩa riêng khi đứng đầu giá trị YAML.',
    },
  }),
  L121: entry<{ list: string; table: string }>({
    name: 'table-outside-folder',
    severity: 'error',
    title: {
      en: 'A table outside the folder of the site file',
      vi: 'Bảng nằm ngoài thư mục của tệp dữ liệu',
    },
    message: {
      en: (a) => `table '${a.table}' of '${a.list}' does not lie in the folder of the site file`,
      vi: (a) => `bảng '${a.table}' của '${a.list}' không nằm trong thư mục của tệp dữ liệu`,
    },
    expected: {
      en: () => 'a name such as readings.csv or data/readings.csv',
      vi: () => 'tên như readings.csv hoặc data/readings.csv',
    },
    help: { en: () => 'copy the table beside the site file', vi: () => 'chép bảng vào cạnh tệp dữ liệu' },
    explanation: {
      en: 'A site file and its tables travel together, and a file from elsewhere must not reach into other folders. Input from standard input has no folder.',
      vi: 'Tệp dữ liệu và các bảng đi cùng nhau; tệp nhận từ nơi khác không được đọc thư mục khác. Dữ liệu từ đầu vào chuẩn không có thư mục.',
    },
  }),
  L122: entry<{ table: string }>({
    name: 'table-quote-open',
    severity: 'error',
    title: { en: 'A quote in a table is never closed', vi: 'Dấu nháy trong bảng không được đóng' },
    message: {
      en: (a) => `table '${a.table}' has a quote that is never closed`,
      vi: (a) => `bảng '${a.table}' có dấu nháy không được đóng`,
    },
    help: {
      en: () => 'close the quote, or write "" for a quote inside a text',
      vi: () => 'đóng dấu nháy, hoặc viết "" cho dấu nháy trong văn bản',
    },
    explanation: {
      en: 'A cell that begins with a quote ends at the next single quote mark.',
      vi: 'Ô bắt đầu bằng dấu nháy kết thúc ở dấu nháy đơn lẻ tiếp theo.',
    },
  }),
  L123: entry<None>({
    name: 'several-documents',
    severity: 'error',
    title: { en: 'Several documents in one file', vi: 'Nhiều tài liệu trong một tệp' },
    message: {
      en: () => 'a line of --- begins a second document; a site file holds one',
      vi: () => 'dòng --- bắt đầu tài liệu thứ hai; một tệp chỉ chứa một cơ sở',
    },
    help: {
      en: () => 'put the second site in a file of its own',
      vi: () => 'để cơ sở thứ hai vào tệp riêng',
    },
    explanation: {
      en: 'One file holds one site and one period.',
      vi: 'Một tệp chứa một cơ sở và một kỳ số liệu.',
    },
  }),
  L124: entry<None>({
    name: 'key-not-text',
    severity: 'error',
    title: { en: 'A key that is no text', vi: 'Khóa không phải văn bản' },
    message: {
      en: () => 'a key here is a list or a map in brackets; it is left out',
      vi: () => 'khóa ở đây là danh sách hoặc cụm trong ngoặc; bị bỏ qua',
    },
    help: { en: () => 'put text with brackets in quotes', vi: () => 'đặt văn bản có ngoặc trong dấu nháy' },
    explanation: { en: 'Keys are plain names.', vi: 'Khóa là tên thường.' },
  }),
  L125: entry<{ file: string }>({
    name: 'not-a-site',
    severity: 'error',
    title: { en: 'A file without keys', vi: 'Tệp không có khóa' },
    message: {
      en: (a) => `file '${a.file}' does not begin with keys such as recp, site and period`,
      vi: (a) => `tệp '${a.file}' không bắt đầu bằng các khóa như recp, site, period`,
    },
    help: { en: () => `start one with 'recp init'`, vi: () => `tạo tệp bằng 'recp init'` },
    explanation: {
      en: 'A site file is a map: recp: 1, then site, period and the lists.',
      vi: 'Tệp dữ liệu gồm các khóa: recp: 1, rồi site, period và các danh sách.',
    },
  }),
  L126: entry<None>({
    name: 'empty-row',
    severity: 'error',
    title: { en: 'An empty row', vi: 'Hàng trống' },
    message: { en: () => 'this row has nothing in it', vi: () => 'hàng này không có nội dung' },
    help: {
      en: () => 'delete the dash, or write the row after it',
      vi: () => 'xóa dấu gạch, hoặc ghi nội dung sau nó',
    },
    explanation: {
      en: 'A dash begins a row of a list. The row is left out.',
      vi: 'Dấu gạch bắt đầu một hàng của danh sách. Hàng này bị bỏ qua.',
    },
  }),
  L127: entry<{ list: string }>({
    name: 'row-without-id',
    severity: 'error',
    title: { en: 'A row without an id', vi: 'Hàng không có mã' },
    message: {
      en: (a) => `a row of '${a.list}' has no id`,
      vi: (a) => `một hàng của '${a.list}' không có mã (id)`,
    },
    help: { en: () => `fill the column 'id'`, vi: () => `điền cột 'id'` },
    explanation: {
      en: 'In a table of things with names the column id says which one a row is.',
      vi: 'Trong bảng các mục có tên, cột id cho biết hàng là mục nào.',
    },
  }),
  L128: entry<{ key: string; written: string }>({
    name: 'comma-in-brackets',
    severity: 'error',
    title: { en: 'A comma in brackets inside { }', vi: 'Dấu phẩy trong ngoặc tròn bên trong { }' },
    message: {
      en: (a) => `'${a.key}' is cut in two: inside { } the comma of '${a.written}' begins a new entry`,
      vi: (a) => `'${a.key}' bị cắt đôi: trong { } dấu phẩy của '${a.written}' bắt đầu mục mới`,
    },
    label: { en: () => 'read as a key without value', vi: () => 'bị đọc thành khóa không có giá trị' },
    help: {
      en: (a) => `put it in quotes: ${a.key}: "${a.written}"`,
      vi: (a) => `đặt trong dấu nháy: ${a.key}: "${a.written}"`,
    },
    explanation: {
      en: 'How a number is known and its source stand in brackets with a comma between them. In { } a comma separates entries, so such a text needs quotes.',
      vi: 'Cách biết một số và nguồn của nó đặt trong ngoặc tròn, ngăn bằng dấu phẩy. Trong { } dấu phẩy ngăn cách các mục, nên văn bản như vậy cần đặt trong dấu nháy.',
    },
  }),
} as const
