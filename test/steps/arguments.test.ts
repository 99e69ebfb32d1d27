import test from 'ava'
import { FleetError } from '../../src/model/errors.ts'
import { command, file, line, module, service, stubXendNetworkScript, sysctl } from '../../src/steps/index.ts'

/** Calls a step as a playbook without a compiler would. */
const call = (step: unknown, input: unknown): unknown => {
  if (typeof step !== 'function') throw new Error('not a step')
  return Reflect.apply(step, undefined, [input])
}

const wrong: readonly (readonly [unknown, unknown, RegExp])[] = [
  [file, undefined, /^file: expected file\(\{ path, content/],
  [file, { path: '/etc/motd' }, /'content' is missing/],
  [file, { path: '/etc/motd', contents: 'x' }, /there is no argument 'contents'; it takes path, content/],
  [file, { path: 'etc/motd', content: '' }, /path must be an absolute path without \. and \.\., found "etc\/motd"/],
  [file, { path: '/etc/../motd', content: '' }, /path must be an absolute path/],
  [file, { path: '/etc/motd', content: '', mode: '644' }, /mode must be permission bits such as 0o644, found "644"/],
  [file, { path: '/etc/motd', content: '', owner: 'root' }, /owner must be \{ uid, gid \} as numbers/],
  [file, { path: '/etc/motd', content: '', absent: true }, /absent and content exclude each other/],
  [file, { path: '/etc/motd', absent: true, mode: 0o644 }, /absent has no mode/],
  [line, { path: '/etc/hosts' }, /'line' is missing/],
  [line, { path: '/etc/hosts', line: 'a\nb' }, /line must be one line of text/],
  [line, { path: '/etc/hosts', line: 'a', match: 'b' }, /match must be a regular expression, found "b"/],
  [module, { name: 'a b' }, /name must be a module's name/],
  [module, { name: 'bonding', disruptive: false }, /disruptive: false needs a reason/],
  [module, { name: 'bonding', reason: 'none' }, /a reason goes with disruptive: false/],
  [sysctl, { key: 'swappiness', value: 1 }, /key must be a key such as vm\.swappiness/],
  [sysctl, { key: 'vm.swappiness', value: true }, /value must be one line of text or a number, found true/],
  [sysctl, { key: 'vm.swappiness' }, /'value' is missing/],
  [service, { name: 'ntpd' }, /nothing is said of ntpd/],
  [service, { name: 'ntpd', state: 'started' }, /state must be "running" or "stopped", found "started"/],
  [service, { name: 'ntpd', state: 'stopped', restartAfter: ['/etc/ntp.conf'] }, /cannot be restarted/],
  [service, { name: 'ntpd', restartAfter: [] }, /restartAfter must be a list that is not empty/],
  [command, {}, /'run' is missing/],
  [command, { run: '' }, /run must be one line of text or a list/],
  [command, { run: 'a\nb' }, /run must be one line of text/],
  [command, { run: [] }, /run must be/],
  [command, { run: 'true', creates: '/a', unless: 'true' }, /creates and unless exclude each other/],
  [command, { run: 'true', timeout: 0 }, /timeout must be seconds, more than 0/],
  [stubXendNetworkScript, undefined, /expected stubXendNetworkScript/],
  [stubXendNetworkScript, { with: 'nothing' }, /with must be "network-dummy" or "\/bin\/true" or "comment", found "nothing"/],
]

for (const [step, input, expected] of wrong) {
  test(`a wrong argument is found when the step is made: ${JSON.stringify(input)} ${expected.source}`, (t) => {
    const error = t.throws(() => call(step, input), { instanceOf: FleetError, message: expected })
    t.is(error?.kind, 'playbook')
    t.true((error?.next.length ?? 0) > 0)
  })
}

test('what a function of the host returns is checked when the host is planned', async (t) => {
  const { contextWith } = await import('./contexts.ts')
  const { changes } = file({ path: () => 'relative', content: '' })
  t.throws(() => changes(contextWith()), { instanceOf: FleetError, message: /path must be an absolute path.*the function returned "relative"/ })
})
