import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** What is typed: sheet, cell, text as a person types it. */
export type Typed = readonly [string, string, string]

const quoted = (text: string): string =>
  text
    .split('')
    .map((letter) => (/[ -!#-~]/.test(letter) ? letter : undefined) ?? `"&ChrW(${letter.charCodeAt(0)})&"`)
    .join('')

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A program in the language of LibreOffice that opens the file, types into its cells and saves a copy. */
function program(from: string, to: string, typed: readonly Typed[]): string {
  const lines = typed.map(
    ([sheet, cell, text]) =>
      `document.Sheets.getByName("${quoted(sheet)}").getCellRangeByName("${cell}").setFormula("${quoted(text)}")`,
  )
  return `Sub Fill
Dim loadArgs(0) As New com.sun.star.beans.PropertyValue
loadArgs(0).Name = "Hidden"
loadArgs(0).Value = True
document = StarDesktop.loadComponentFromURL("${pathToFileURL(from).href}", "_blank", 0, loadArgs())
${lines.join('\n')}
document.calculateAll()
Dim filterArgs(0) As New com.sun.star.beans.PropertyValue
filterArgs(0).Name = "FilterName"
filterArgs(0).Value = "Calc MS Excel 2007 XML"
document.storeToURL("${pathToFileURL(to).href}", filterArgs())
document.close(True)
End Sub
`
}

const MODULE = (code: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">${xml(code)}</script:module>`
const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Fill"/></library:library>`
const LIBRARIES = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">\n<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`

/** The workbook as LibreOffice saves it after somebody typed into it. */
export async function fillWithLibreOffice(bytes: Uint8Array, typed: readonly Typed[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'recp-fill-'))
  try {
    const [from, to] = [join(folder, 'form.xlsx'), join(folder, 'filled.xlsx')]
    const basic = join(folder, 'profile', 'user', 'basic')
    await mkdir(join(basic, 'Standard'), { recursive: true })
    await writeFile(from, bytes)
    await writeFile(join(basic, 'script.xlc'), LIBRARIES)
    await writeFile(join(basic, 'Standard', 'script.xlb'), LIBRARY)
    await writeFile(join(basic, 'Standard', 'Fill.xba'), MODULE(program(from, to, typed)))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await promisify(execFile)('soffice', [profile, '--headless', 'macro:///Standard.Fill.Fill'], {
      timeout: 240_000,
    })
    return new Uint8Array(await readFile(to))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
