import { entry } from '../entry.js'

/** L: files that could not be written, and folders in which nothing was found. */
export const writing = {
  L109: entry<{ file: string }>({
    name: 'file-in-use',
    severity: 'error',
    title: { en: 'A file is open in another program', vi: 'Tệp đang mở trong chương trình khác' },
    message: {
      en: (a) => `cannot write ${a.file} because another program has it open`,
      vi: (a) => `không ghi được ${a.file} vì chương trình khác đang mở tệp này`,
    },
    help: {
      en: () => 'close it in Excel or LibreOffice, or choose another name with -o where there is one',
      vi: () => 'đóng tệp trong Excel hoặc LibreOffice, hoặc chọn tên khác bằng -o nếu lệnh có',
    },
    explanation: {
      en: 'Windows lets nobody replace a file that a program holds open; only this file was not written, and the old one is untouched. A walk does not write into a workbook that is open in Excel or LibreOffice either, because their next save would take the answers away. If neither runs, one of them has crashed and left its mark beside the file: delete ~$<name> or .~lock.<name>#.',
      vi: 'Windows không cho thay tệp đang được một chương trình giữ mở; chỉ tệp này chưa được ghi, và tệp cũ vẫn nguyên vẹn. Lệnh walk cũng không ghi vào tệp đang mở trong Excel hoặc LibreOffice, vì lần lưu sau của các chương trình đó sẽ xóa mất câu trả lời. Nếu không chương trình nào đang chạy thì trước đó chương trình đã bị tắt đột ngột và để lại tệp đánh dấu bên cạnh: hãy xóa ~$<tên tệp> hoặc .~lock.<tên tệp>#.',
    },
  }),
  L131: entry<{ file: string }>({
    name: 'output-is-input',
    severity: 'error',
    title: { en: 'An output would replace an input', vi: 'Tệp ra sẽ đè lên dữ liệu vào' },
    message: {
      en: (a) => `output '${a.file}' is a file that the audit reads, and was not written`,
      vi: (a) => `tệp ra '${a.file}' là tệp dữ liệu vào nên không được ghi`,
    },
    help: { en: () => 'choose another name with -o', vi: () => 'chọn tên khác bằng -o' },
    explanation: {
      en: 'What you wrote is never replaced by what recp writes, also where the name differs in case or leads to the file through a link.',
      vi: 'Dữ liệu bạn viết không bao giờ bị tệp do recp ghi thay thế, kể cả khi tên chỉ khác chữ hoa chữ thường hoặc dẫn đến tệp đó qua liên kết.',
    },
  }),
  L132: entry<{ file: string; reason: string }>({
    name: 'cannot-write',
    severity: 'error',
    title: { en: 'A file cannot be written', vi: 'Không ghi được tệp' },
    message: {
      en: (a) => `cannot write ${a.file} because ${reasonsEn.get(a.reason) ?? 'the system refused'}`,
      vi: (a) => `không ghi được ${a.file} vì ${reasonsVi.get(a.reason) ?? 'hệ thống từ chối'}`,
    },
    help: {
      en: () => 'choose another place with -o',
      vi: () => 'chọn nơi khác bằng -o',
    },
    explanation: {
      en: 'The folder is closed to you, the disk is full, or the name belongs to a folder. Nothing half written was left behind.',
      vi: 'Bạn không có quyền với thư mục, đĩa đã đầy, hoặc tên đó là của một thư mục. Không có tệp ghi dở nào được để lại.',
    },
  }),
  L133: entry<{ folder: string }>({
    name: 'folder-without-site',
    severity: 'error',
    title: { en: 'A folder holds no site file', vi: 'Thư mục không có tệp nhà máy' },
    message: {
      en: (a) => `folder '${a.folder}' holds no file named site.yaml`,
      vi: (a) => `thư mục '${a.folder}' không có tệp nào tên site.yaml`,
    },
    help: {
      en: () => 'name the site file itself, or start one with recp init',
      vi: () => 'nêu chính tệp nhà máy, hoặc tạo tệp bằng recp init',
    },
    explanation: {
      en: 'A folder stands for every site.yaml in it and in the folders below. Files with other names are named one by one.',
      vi: 'Thư mục thay cho mọi site.yaml trong nó và trong các thư mục con. Tệp có tên khác cần được nêu từng tệp.',
    },
  }),
  L134: entry<{ file: string }>({
    name: 'target-exists',
    severity: 'error',
    title: { en: 'A file that is there already', vi: 'Tệp đã có sẵn' },
    message: {
      en: (a) => `file '${a.file}' is there already and was left as it is`,
      vi: (a) => `tệp '${a.file}' đã có sẵn và được giữ nguyên`,
    },
    help: {
      en: () => 'choose another name, or move the file away first',
      vi: () => 'chọn tên khác, hoặc chuyển tệp đó đi trước',
    },
    explanation: {
      en: 'Somebody may have filled it in. A conversion and a new form never write over a file.',
      vi: 'Có thể ai đó đã điền số liệu vào tệp. Việc chuyển đổi và tạo phiếu mới không bao giờ ghi đè tệp.',
    },
  }),
  L135: entry<{ file: string; section: string }>({
    name: 'conversion-would-lose',
    severity: 'error',
    title: { en: 'A conversion that would lose something', vi: 'Chuyển đổi sẽ làm mất thông tin' },
    message: {
      en: (a) => `'${a.file}' was not written: section '${a.section}' would not come back the same`,
      vi: (a) => `không ghi '${a.file}': phần '${a.section}' khi đọc lại sẽ không giống`,
    },
    help: {
      en: () =>
        'shorten texts beyond 32 767 characters and take out control characters; else report it as a bug',
      vi: () => 'rút ngắn văn bản trên 32 767 ký tự và bỏ ký tự điều khiển; nếu vẫn vậy, hãy báo lỗi',
    },
    explanation: {
      en: 'What was made is read again and compared before it is written. A cell of Excel cannot hold every text.',
      vi: 'Kết quả được đọc lại và so sánh trước khi ghi. Một ô Excel không chứa được mọi văn bản.',
    },
  }),
  L136: entry<{ file: string; why: 'outside' | 'unreadable' | 'not-audited' }>({
    name: 'baseline-not-used',
    severity: 'error',
    title: { en: 'A baseline that cannot be compared with', vi: 'Không so sánh được với năm cơ sở' },
    message: {
      en: (a) =>
        ({
          outside: `baseline '${a.file}' lies neither in the folder of the site file nor in one beside it`,
          unreadable: `baseline '${a.file}' cannot be read`,
          'not-audited': `baseline '${a.file}' is neither a site file that can be audited nor a saved audit`,
        })[a.why],
      vi: (a) =>
        ({
          outside: `tệp năm cơ sở '${a.file}' không nằm trong thư mục của tệp dữ liệu hay thư mục kề bên`,
          unreadable: `không đọc được tệp năm cơ sở '${a.file}'`,
          'not-audited': `tệp năm cơ sở '${a.file}' không phải tệp dữ liệu đánh giá được, cũng không phải kết quả đánh giá đã lưu`,
        })[a.why],
    },
    expected: {
      en: () => 'a name such as ../2022/site.yaml or 2022.json',
      vi: () => 'tên như ../2022/site.yaml hoặc 2022.json',
    },
    help: {
      en: (a) =>
        a.why === 'not-audited'
          ? "see what 'recp check' says of that file"
          : "correct the name, or leave 'baseline' out",
      vi: (a) =>
        a.why === 'not-audited'
          ? "xem 'recp check' báo gì về tệp đó"
          : "sửa tên tệp, hoặc bỏ trường 'baseline'",
    },
    explanation: {
      en: 'The audit compares itself with the audit of the earlier year that baseline names, as --compare does. It was made without that comparison.',
      vi: 'Lần đánh giá được so sánh với năm trước mà baseline nêu, giống như --compare. Lần này đã thực hiện mà không có so sánh đó.',
    },
  }),
} as const

const reasonsEn: ReadonlyMap<string, string> = new Map([
  ['no-permission', 'you may not write there'],
  ['is-folder', 'the name belongs to a folder, or its folder is a file'],
  ['no-space', 'the disk is full'],
])

const reasonsVi: ReadonlyMap<string, string> = new Map([
  ['no-permission', 'bạn không có quyền ghi ở đó'],
  ['is-folder', 'tên đó là của một thư mục, hoặc thư mục chứa nó lại là tệp'],
  ['no-space', 'đĩa đã đầy'],
])
