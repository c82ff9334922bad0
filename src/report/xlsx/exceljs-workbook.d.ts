/** The in-memory part of exceljs alone: without its streams it loads twice as fast and bundles whole. */
declare module 'exceljs/lib/doc/workbook.js' {
  import type { Workbook } from 'exceljs'
  const constructor: new () => Workbook
  export default constructor
}
