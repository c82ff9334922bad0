import { describe, expect, it } from 'vitest'
import { argsFor, called } from '../../src/diagnostics/words-of-args.js'

describe('arguments of a message', () => {
  it('say a thing by its name in the language of the reader', () => {
    const args = called('step', 'wash', { en: 'Washing', vi: 'Giặt' })
    expect(args).toEqual({ step: 'wash', 'step-en': 'Washing', 'step-vi': 'Giặt' })
    expect([argsFor(args, 'en')['step'], argsFor(args, 'vi')['step']]).toEqual(['Washing', 'Giặt'])
  })

  it('keep the id where nobody named it', () => {
    expect(called('step', 'wash', undefined)).toEqual({ step: 'wash' })
    expect(called('step', 'wash', { en: 'wash', vi: 'wash' })).toEqual({ step: 'wash' })
  })

  it.each([
    ['41 200 m3/yr', '41.200 m3/năm'],
    ['8.3 %', '8,3 %'],
    ['0.5', '0,5'],
    ['2025', '2025'],
    ['3 more words', '3 more words'],
    ['w-cleaning', 'w-cleaning'],
  ])('%s is %s in Vietnamese', (text, vietnamese) => {
    expect(argsFor({ in: text }, 'vi')['in']).toBe(vietnamese)
    expect(argsFor({ in: text }, 'en')['in']).toBe(text)
  })

  it('quote to the letter what somebody wrote', () => {
    expect(argsFor({ written: '8.3 %' }, 'vi')['written']).toBe('8.3 %')
  })
})
