import { xmlText } from '../xlsx/safe-text.js'
import type { PathStep } from './band.js'
import type { Fill, Line, Scene, SceneShape, SceneText } from './scene.js'

/** Fonts whose letters are no wider than the layout takes them to be. */
const FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif"

const DASHES: Readonly<Record<Line['dash'], string>> = {
  solid: '',
  long: '9 3',
  dots: '1.5 2.5',
  dash: '5 4',
}

/** A drawing as a file of its own: no script, no link, no font, nothing from outside. The same drawing gives the same bytes. */
export function writeSvg(scene: Scene): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgElement(scene, '')}\n`
}

/** The same to stand inside of a page; `id` tells its parts from those of other drawings there. */
export function inlineSvg(scene: Scene, id: string): string {
  return svgElement(scene, `${id}-`)
}

function svgElement(scene: Scene, prefix: string): string {
  const [width, height] = [number(scene.width), number(scene.height)]
  const hatches = new Set(
    scene.items.flatMap((item) =>
      item.kind === 'shape' && item.fill && 'hatch' in item.fill ? [item.fill.hatch] : [],
    ),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONTS}">`,
    `<title>${xmlText(scene.title)}</title>`,
    `<desc>${xmlText(scene.description)}</desc>`,
    ...(hatches.size > 0
      ? [`<defs>${[...hatches].map((color) => pattern(color, prefix)).join('')}</defs>`]
      : []),
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>`,
    ...scene.items.map((item) => (item.kind === 'shape' ? shapeElement(item, prefix) : textElements(item))),
    '</svg>',
  ].join('\n')
}

/** Two decimals: a hundredth of a pixel is not seen. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100 || 0)
}

function pattern(color: string, prefix: string): string {
  return (
    `<pattern id="${prefix}hatch-${color}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="6" height="6" fill="#FFFFFF"/><rect width="3" height="6" fill="#${color}"/></pattern>`
  )
}

function pathData(steps: readonly PathStep[]): string {
  return steps.map(([command, ...places]) => command + places.map(number).join(' ')).join('')
}

function fillOf(fill: Fill | undefined, prefix: string): string {
  if (fill === undefined) return 'fill="none"'
  if ('hatch' in fill) return `fill="url(#${prefix}hatch-${fill.hatch})"`
  return `fill="#${fill.color}"${fill.opacity < 1 ? ` fill-opacity="${fill.opacity}"` : ''}`
}

function lineOf(line: Line | undefined): string {
  if (line === undefined) return ''
  const dash = DASHES[line.dash]
  return ` stroke="#${line.color}" stroke-width="${line.width}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`
}

function shapeElement({ name, steps, fill, line }: SceneShape, prefix: string): string {
  return `<path d="${pathData(steps)}" ${fillOf(fill, prefix)}${lineOf(line)}><title>${xmlText(name)}</title></path>`
}

function textElements({ x, y, width, block, color, align }: SceneText): string {
  const [at, anchor] = align === 'middle' ? [x + width / 2, ' text-anchor="middle"'] : [x, '']
  return block.lines
    .map(({ text, bold }, index) => {
      // Half the height of capitals below the middle of the line.
      const foot = y + (index + 0.5) * block.leading + block.size * 0.35
      const weight = bold ? ' font-weight="bold"' : ''
      return `<text x="${number(at)}" y="${number(foot)}" font-size="${block.size}" fill="#${color}"${anchor}${weight}>${xmlText(text)}</text>`
    })
    .join('')
}
