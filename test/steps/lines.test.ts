import test from 'ava'
import fc from 'fast-check'
import { splitLines, withLine, withoutLines } from '../../src/steps/lines.ts'

const text = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'server 1', 'server 2', '', ' # c'), fc.constantFrom('\n', '\r\n'))).chain((lines) =>
  fc.boolean().map((last) => lines.map(([line, end], index) => line + (index === lines.length - 1 && !last ? '' : end)).join('')))

const server = (line: string): boolean => line.startsWith('server ')

test('lines joined again are the text', (t) => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r') }), (value) => { t.is(splitLines(value).join(''), value) }))
})

test('a line stands exactly once, other lines stay as they are, and a second time changes nothing', (t) => {
  fc.assert(fc.property(text, (before) => {
    const after = withLine(before, 'server 3', server)
    const lines = splitLines(after).map((line) => line.replace(/\r?\n$/, ''))
    t.deepEqual(lines.filter(server), ['server 3'])
    const others = (value: string): string[] => splitLines(value).map((line) => line.replace(/\r?\n$/, '')).filter((line) => !server(line))
    t.deepEqual(others(after), others(before))
    t.is(withLine(after, 'server 3', server), after)
  }))
})

test('what is taken out takes its line end with it', (t) => {
  t.is(withoutLines('a\r\nserver 1\r\nb', server), 'a\r\nb')
  t.is(withoutLines('server 1\n', server), '')
})

test('a line is added with the line ends of its file', (t) => {
  t.is(withLine('', 'x', () => false), 'x\n')
  t.is(withLine('a', 'x', () => false), 'a\nx\n')
  t.is(withLine('a\r\nb', 'x', () => false), 'a\r\nb\r\nx\r\n')
  t.is(withLine('a\nx', 'x', () => false), 'a\nx')
  t.is(withLine('y 1\r\nb\r\n', 'y 2', (line) => line.startsWith('y')), 'y 2\r\nb\r\n')
})
