import { type Lang, say } from '../../model/text.js'

type Say<A extends readonly unknown[]> = Readonly<Record<Lang, (...args: A) => string>>

const ANSWERS_VI: Readonly<Record<string, string>> = { yes: 'có', no: 'không', 'n/a': 'không áp dụng' }

/** What the walk says. Yes always means that the opportunity is there. */
export const walkTexts = {
  yes: say('yes, it is so here', 'có, đúng như vậy'),
  no: say('no, it is in order', 'không, đã ổn'),
  'n/a': say('does not apply here', 'không áp dụng ở đây'),
  there: say('yes, there is', 'có'),
  none: say('no, there is none', 'không có'),
  parts: say('parts of the factory', 'các phần của nhà máy'),
  hangsOnIt: {
    en: (n) =>
      n === 1 ? '1 question is only asked if it is there' : `${n} questions are only asked if it is there`,
    vi: (n) => `chỉ khi có phần này mới hỏi thêm ${n} câu`,
  } as Say<[number]>,
  more: {
    en: (n) => `That was what comes first. ${n} more; to stop here, choose leave.`,
    vi: (n) => `Đã hết các câu cần hỏi trước. Còn ${n} câu; muốn dừng thì chọn dừng.`,
  } as Say<[number]>,
  skip: say('skip, ask me later', 'bỏ qua, hỏi lại sau'),
  note: say('write a note first', 'ghi chú trước'),
  back: say('back, and take the last answer out', 'quay lại, bỏ câu trả lời vừa rồi'),
  leave: say('leave; what was answered is saved', 'dừng; các câu đã trả lời đều được lưu'),
  noteAsked: say('Note', 'Ghi chú'),
  why: say('why', 'lý do'),
  where: say('where', 'ở đâu'),
  worth: say('money at stake', 'tiền liên quan'),
  saves: {
    en: (money) => `${money} saved if it applies`,
    vi: (money) => `tiết kiệm ${money} nếu áp dụng được`,
  } as Say<[string]>,
  partOf: {
    en: (money) => `a part of the ${money} spent on it`,
    vi: (money) => `một phần trong ${money} đang chi`,
  } as Say<[string]>,
  noted: say('note', 'ghi chú'),
  saved: {
    en: (entry, answer) => `saved: ${entry} = ${answer}`,
    vi: (entry, answer) => `đã lưu: ${entry} = ${answer}`,
  } as Say<[string, string]>,
  kept: {
    en: (answer) => `saved: ${answer}`,
    vi: (answer) => `đã lưu: ${ANSWERS_VI[answer] ?? answer}`,
  } as Say<[string]>,
  undone: {
    en: (entry) => `taken back: ${entry}`,
    vi: (entry) => `đã bỏ: ${entry}`,
  } as Say<[string]>,
  changed: say(
    'another program has changed the file, so nothing was taken back',
    'chương trình khác đã sửa tệp nên không bỏ được câu trả lời',
  ),
  first: say('this is the first question', 'đây là câu hỏi đầu tiên'),
  begin: {
    en: (open, done) =>
      `${open} question${open === 1 ? '' : 's'} to ask${done > 0 ? `, ${done} answered before` : ''}; every answer is saved at once`,
    vi: (open, done) =>
      `có ${open} câu hỏi${done > 0 ? `, ${done} câu đã trả lời trước đó` : ''}; mỗi câu trả lời được lưu ngay`,
  } as Say<[number, number]>,
  onlyFirst: {
    en: (first) => `recp walk --first asks only the ${first} that come first`,
    vi: (first) => `recp walk --first chỉ hỏi ${first} câu cần hỏi trước`,
  } as Say<[number]>,
  left: say('left; what was answered is saved', 'đã dừng; các câu đã trả lời đều được lưu'),
  nothing: say('all questions that apply are answered', 'mọi câu hỏi phù hợp đều đã được trả lời'),
  end: {
    en: (answered, open) => `${answered} answered, ${open} left for another time`,
    vi: (answered, open) => `đã trả lời ${answered}, còn ${open} câu để lần sau`,
  } as Say<[number, number]>,
  form: {
    en: (file) =>
      `the answers in '${file}' are written in a form that recp does not change by itself; write this one by hand`,
    vi: (file) => `phần answers trong '${file}' có dạng mà recp không tự sửa; hãy ghi bằng tay`,
  } as Say<[string]>,
  elsewhere: {
    en: (file) => `the answers of '${file}' stand in a table of their own; write them there`,
    vi: (file) => `phần answers của '${file}' nằm trong bảng riêng; hãy ghi vào bảng đó`,
  } as Say<[string]>,
  sheet: {
    en: (file) =>
      `'${file}' has no sheet 'Questions' with the columns Id and Answer; recp convert writes a workbook that has one`,
    vi: (file) =>
      `'${file}' không có trang 'Bảng câu hỏi' với cột Mã và cột Trả lời; recp convert ghi ra tệp Excel có trang này`,
  } as Say<[string]>,
  otherFile: {
    en: (file) =>
      `'recp walk' writes answers into a site file (.yaml) or an intake workbook (.xlsx), and '${file}' is neither`,
    vi: (file) =>
      `'recp walk' ghi câu trả lời vào tệp nhà máy (.yaml) hoặc tệp Excel thu thập số liệu (.xlsx), còn '${file}' không phải hai loại này`,
  } as Say<[string]>,
  otherSector: {
    en: (entry, sectors) => `'${entry}' is a question for other factories (${sectors}), not for this one`,
    vi: (entry, sectors) =>
      `'${entry}' là câu hỏi cho loại nhà máy khác (${sectors}), không áp dụng cho nhà máy này`,
  } as Say<[string, string]>,
  settled: {
    en: (entry, condition, seen) =>
      `warning: by its figures '${entry}' does not apply to this factory: it asks for ${condition}, and ${seen}; the answer is written down and changes nothing`,
    vi: (entry, condition, seen) =>
      `cảnh báo: theo số liệu, '${entry}' không áp dụng cho nhà máy này: mục này cần ${condition}, trong khi ${seen}; câu trả lời vẫn được ghi nhưng không thay đổi kết quả`,
  } as Say<[string, string, string]>,
  absent: {
    en: (entry, thing, part) =>
      `warning: '${entry}' is about something that this factory has not by its file: ${thing}; the answer is written down; if it is there after all, answer '${part}=yes' too`,
    vi: (entry, thing, part) =>
      `cảnh báo: '${entry}' hỏi về thứ mà theo tệp số liệu nhà máy này không có: ${thing}; câu trả lời vẫn được ghi; nếu thực tế có, hãy trả lời thêm '${part}=có'`,
  } as Say<[string, string, string]>,
  wrongAnswer: {
    en: (written) => `'${written}' is no answer; expected <entry>=yes, no or n/a`,
    vi: (written) => `'${written}' không phải câu trả lời; cần <mục>=có, không hoặc n/a`,
  } as Say<[string]>,
  wrongNote: {
    en: (written) => `'${written}' is no note; expected <entry>=<text>, beside an answer to the same entry`,
    vi: (written) => `'${written}' không phải ghi chú; cần <mục>=<văn bản>, kèm câu trả lời của mục đó`,
  } as Say<[string]>,
} as const
