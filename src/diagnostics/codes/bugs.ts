import { entry } from '../entry.js'

/** X: what went wrong inside recp itself. */
export const bugs = {
  X001: entry<{ what: string; detail: string }>({
    name: 'bug',
    severity: 'error',
    title: { en: 'recp stopped because of a bug', vi: 'recp dừng vì lỗi của chính chương trình' },
    message: {
      en: (a) => `recp stopped because of a bug in ${a.what}: ${a.detail}`,
      vi: (a) => `recp dừng vì lỗi của chính chương trình tại ${a.what}: ${a.detail}`,
    },
    help: {
      en: () => 'report it with the command you ran and the site file, if you may share it',
      vi: () => 'gửi báo lỗi kèm câu lệnh đã chạy và tệp dữ liệu, nếu được phép chia sẻ',
    },
    explanation: {
      en: 'Bad data never stops recp; only a mistake in recp does. No output file was left behind.',
      vi: 'Dữ liệu sai không làm recp dừng; chỉ lỗi của chương trình mới làm dừng. Không có tệp kết quả nào được để lại.',
    },
  }),
} as const
