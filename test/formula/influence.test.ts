import { describe, expect, it } from 'vitest'
import { covarianceOf, createLedger, influenceOn, type Ledger } from '../../src/formula/index.js'
import { sameText } from '../../src/model/text.js'

function ledger(): Ledger {
  const made = createLedger()
  const input = (id: string, value: number, sd: number): void => {
    made.add({ id, label: sameText(id), value, unit: 't/yr', kind: 'input', sd })
  }
  input('in', 100, 2)
  input('loss', 5, 1)
  return made
}

const derive = (
  made: Ledger,
  id: string,
  formula: string,
  uses: Record<string, string>,
  unit = 't/yr',
  exact?: string[],
) => made.derive({ id, label: sameText(id), unit, formula, uses, sd: 'independent', ...(exact && { exact }) })

describe('uncertainty of what is calculated', () => {
  it('counts what two figures have in common once', () => {
    const made = ledger()
    const out = derive(made, 'out', 'in - loss', { in: 'in', loss: 'loss' })
    expect(out.sd).toBeCloseTo(Math.sqrt(5), 9)
    // out + loss is what entered: its uncertainty is that of `in` alone, not √(5 + 1).
    const sum = derive(made, 'sum', 'out + loss', { out: 'out', loss: 'loss' })
    expect(sum.sd).toBeCloseTo(2, 9)
  })

  it('leaves none where everything cancels', () => {
    const made = ledger()
    derive(made, 'copy', 'in', { in: 'in' })
    const closed = derive(made, 'closed', 'in - copy', { in: 'in', copy: 'copy' })
    const ratio = derive(made, 'ratio', 'in / copy', { in: 'in', copy: 'copy' }, '1')
    expect([closed.value, closed.sd]).toEqual([0, undefined])
    expect([ratio.value, ratio.sd]).toEqual([1, undefined])
  })

  it('passes through what is rounded', () => {
    const made = ledger()
    // 0.5 off a whole number of steps, so that the smallest change jumps.
    const stepped = derive(made, 'stepped', 'floor(in / (1 t/yr) * 10 + 0.5) / 10', { in: 'in' }, '1')
    expect(stepped.sd).toBeCloseTo(2, 9)
  })

  it('gives a share the uncertainty of a share', () => {
    const made = ledger()
    const out = derive(made, 'out', 'in - loss', { in: 'in', loss: 'loss' })
    const share = derive(made, 'share', 'out / in', { out: 'out', in: 'in' }, '1')
    // 1 − loss/in by hand.
    const wanted = Math.hypot(1 / 100, (5 / 100 ** 2) * 2)
    expect(share.sd).toBeCloseTo(wanted, 6)
    expect(covarianceOf(influenceOn(out), influenceOn(made.get('loss')!))).toBeCloseTo(-1, 9)
  })

  it('hands nothing on from what is taken as exact', () => {
    const made = ledger()
    const product = derive(made, 'p', 'in * loss', { in: 'in', loss: 'loss' }, 't2/yr2', ['loss'])
    expect(product.sd).toBeCloseTo(10, 9)
  })

  it('is the same for the figures that another stage takes over', () => {
    const first = ledger()
    derive(first, 'out', 'in - loss', { in: 'in', loss: 'loss' })
    const second = createLedger(first.all())
    const sum = derive(second, 'sum', 'out + loss', { out: 'out', loss: 'loss' })
    expect(sum.sd).toBeCloseTo(2, 9)
  })
})
