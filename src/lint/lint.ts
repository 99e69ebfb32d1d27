import { sorted, type LintFinding } from './finding.ts'
import { addressFindings } from './rules/addresses.ts'
import { bondingFindings } from './rules/bonding.ts'
import { bridgeFindings } from './rules/bridges.ts'
import { debianFindings } from './rules/debian.ts'
import { deviceFindings } from './rules/devices.ts'
import { guestFindings } from './rules/guests.ts'
import { macFindings } from './rules/macs.ts'
import { managementFindings } from './rules/management.ts'
import { moduleFindings } from './rules/modules.ts'
import { nameFindings } from './rules/names.ts'
import { networkFileFindings } from './rules/network.ts'
import { switchFindings } from './rules/switches.ts'
import { syntaxFindings } from './rules/syntax.ts'
import { xendFindings } from './rules/xend.ts'
import { xenserverFindings } from './rules/xenserver.ts'
import { type Subject, type View, viewOf } from './subject.ts'
import { ruleOf } from './table.ts'

const families: readonly ((view: View) => LintFinding[])[] = [syntaxFindings, nameFindings, deviceFindings, macFindings, bridgeFindings, bondingFindings, moduleFindings, addressFindings,
  switchFindings, managementFindings, guestFindings, xendFindings, xenserverFindings, (view) => networkFileFindings(view, ruleOf), (view) => debianFindings(view, ruleOf)]

/** What is wrong in the files of one host, by file and line. Pure, never throws, whatever the files hold. */
export const lintFiles = (subject: Subject): LintFinding[] => {
  const view = viewOf(subject)
  return sorted(families.flatMap((family) => family(view)))
}
