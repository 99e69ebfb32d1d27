import { FleetError, FleetErrors, type SourcePosition } from '../model/errors.ts'
import { cleanLines } from './clean.ts'
import { paint } from './style.ts'

export interface ErrorTextOptions {
  readonly color?: boolean
}

/** Example: positionText({ file: 'inventory/prod.yaml', line: 12, column: 5 }) // inventory/prod.yaml:12:5 */
export const positionText = ({ file, line, column }: SourcePosition): string => [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')

const oneError = (error: FleetError, color: boolean): string => {
  const where = [
    ...(error.position === undefined ? [] : [positionText(error.position)]),
    ...(error.host === undefined ? [] : [error.host]),
    ...(error.step === undefined ? [] : [`step ${error.step}`]),
    ...(error.path === undefined ? [] : [error.path]),
  ].map(cleanLines)
  const head = where.length === 0 ? '' : `${where.join(', ')}: `
  const [first = '', ...more] = cleanLines(error.what).split('\n')
  return [`${paint('error:', { color: 'red', bold: true }, color)} ${head}${first}`, ...more.map((line) => `  ${line}`), ...error.next.map((text) => `do: ${cleanLines(text)}`)].join('\n')
}

/**
 * What went wrong, for an operator: position, host, step, what was expected and found, and what to do, a line each.
 * Control bytes of what a host sent are written out.
 *
 * @example errorText(new FleetError({ kind: 'connect', host: 'virtual4', what: 'no answer in 10 s', next: ['check its power'] }))
 *   // error: virtual4: no answer in 10 s
 *   // do: check its power
 */
export const errorText = (error: FleetError | FleetErrors, { color = false }: ErrorTextOptions = {}): string => {
  const errors = error instanceof FleetErrors ? error.errors : [error]
  const total = errors.length > 1 ? [`${errors.length} errors`] : []
  return `${[...errors.map((one) => oneError(one, color)), ...total].join('\n\n')}\n`
}
