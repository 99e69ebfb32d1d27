import { fieldOf } from '../../model/rules/bondOptions.ts'

const fields = Object.entries(fieldOf).map(([option, field]) => [new RegExp(`\\b${field}\\b(?:: (\\w[\\w.]*))?`, 'g'), option] as const)

/** The words of the inventory in those of the files. Example: inFileWords('Set miimon: 100.') // set miimon=100 */
export const inFileWords = (text: string): string => {
  const options = fields.reduce((words, [pattern, option]) => words.replace(pattern, (_, value: string | undefined) => (value === undefined ? option : `${option}=${value}`)), text)
  const plain = options.replace(/\bforwardDelay: /g, 'DELAY=').replace(/\bmtu: /g, 'MTU=').replace(/\bDeclare its mac;/g, 'Set HWADDR;').replace(/\bhas no mac\b/g, 'has no HWADDR')
    .replace(/\bDeclare (\S+) under interfaces or bonds/g, 'Add ifcfg-$1').replace(/\.$/, '')
  return /^[A-Z][a-z]/.test(plain) ? (plain[0] ?? '').toLowerCase() + plain.slice(1) : plain
}
