import type { Rule } from './finding.ts'
import { addressRules } from './rules/addresses.ts'
import { bondingRules } from './rules/bonding.ts'
import { bridgeRules } from './rules/bridges.ts'
import { debianRules } from './rules/debian.ts'
import { deviceRules } from './rules/devices.ts'
import { fileRules } from './rules/files.ts'
import { guestRules } from './rules/guests.ts'
import { inventoryRules } from './rules/inventory.ts'
import { macRules } from './rules/macs.ts'
import { managementRules } from './rules/management.ts'
import { moduleRules } from './rules/modules.ts'
import { nameRules } from './rules/names.ts'
import { networkRules } from './rules/network.ts'
import { otherRule } from './rules/other.ts'
import { switchRules } from './rules/switches.ts'
import { syntaxRules } from './rules/syntax.ts'
import { xendRules } from './rules/xend.ts'
import { xenserverRules } from './rules/xenserver.ts'

const families: readonly Readonly<Record<string, Rule>>[] = [{ E00: otherRule }, syntaxRules, nameRules, deviceRules, macRules, bridgeRules, bondingRules, moduleRules, addressRules, switchRules,
  managementRules, guestRules, networkRules, xendRules, xenserverRules, debianRules, fileRules, inventoryRules]

/** Every rule, by code: E as in the lint table of the network scripts, X xend and XenServer, D Debian, F files, I inventories. */
export const rules: readonly Rule[] = families.flatMap((family) => Object.values(family)).toSorted((left, right) => order(left.code) - order(right.code) || (left.code < right.code ? -1 : 1))

function order(code: string): number {
  return 'EXDFI'.indexOf(code[0] ?? '')
}

const byCode = new Map(rules.map((rule) => [rule.code, rule]))

/** The rule of a code; E00 for a finding without one. */
export const ruleOf = (code: string | undefined): Rule => byCode.get(code ?? '') ?? otherRule
