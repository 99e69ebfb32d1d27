// Through real sudo, as an unprivileged user: what is secret is nowhere but where it has to be.
import { randomBytes } from 'node:crypto'
import { chmod, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { testWith } from '../transport/needs.ts'
import { newKey } from '../transport/ssh-server.ts'
import { trunkFilesOf } from './files.ts'
import { hostOf, openMachine, untilQuiet } from './hosts.ts'
import { endsWith, filesBelow, fleetnet, knowAll, newOperator, outcomesOf, trunkSteps, writeInventory, writePlaybook } from './operator.ts'
import { canMakeUsers, newSudoUser, whatUsersNeed } from './sudoUser.ts'

const withSudo = testWith(canMakeUsers, whatUsersNeed, true)

/** Command lines of every process, gathered until it is stopped: what `ps` shows to anybody on the machine. */
const watchProcesses = (): { stop(): Promise<Set<string>> } => {
  const seen = new Set<string>()
  let stopped = false
  const look = async (): Promise<void> => {
    while (!stopped) {
      for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)))
        seen.add(await readFile(`/proc/${id}/cmdline`, 'latin1').catch(() => ''))
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const looking = look()
  return {
    stop: async () => {
      stopped = true
      await looking
      return seen
    },
  }
}

const forms = (secret: string): string[] => [secret, Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -2), Buffer.from(secret).toString('hex'), encodeURIComponent(secret)]

withSudo('a secret file, the sudo password and the passphrase of a key show nowhere', async (t) => {
  const user = newSudoUser(t)
  const passphrase = `phrase-${randomBytes(12).toString('base64url')}`
  const [hostKey, key] = [newKey(), newKey('ed25519', passphrase)]
  const secret = `s3cret-${randomBytes(12).toString('base64url')}`
  const old = `0ld-${randomBytes(12).toString('base64url')}`
  const machine = await openMachine(t, 2, { authorizedKeys: [key.public], hostKey, spec: () => ({ files: { '/etc/secret.conf': `token=${old}\n` } }) })
  const operator = await newOperator(t, key)
  await knowAll(operator, machine)
  await writePlaybook(operator, 'secret', `file({ path: '/etc/secret.conf', content: 'token=' + process.env.TOKEN + '\\n', secret: true, mode: 0o600 }), ${trunkSteps}`)
  const ssh = { user: user.name, become: true, becomePassword: { env: 'SUDO' }, passphrase: { env: 'PHRASE' } }
  await writeInventory(operator, machine, 'prod', { playbook: 'secret', ssh })
  user.allow(`${user.name} ALL=(ALL:ALL) ALL`)
  for (const { root } of machine.hosts) await chmod(join(root, 'etc/secret.conf'), 0o600)

  const env = { SUDO: user.password, PHRASE: passphrase, TOKEN: secret }
  const watch = watchProcesses()
  const said: string[] = []
  const run = async (code: number, ...words: readonly string[]): Promise<Awaited<ReturnType<typeof fleetnet>>> => {
    const ended = await fleetnet(operator, words, { env })
    said.push(ended.stdout, ended.stderr)
    endsWith(t, ended, code, words.join(' '))
    return ended
  }
  await run(0, 'plan', '-i', 'prod', '--out', 'saved.json', '--report', 'report.html')
  await run(0, 'plan', '-i', 'prod', '--report', 'report.md')
  await run(0, 'plan', '-i', 'prod', '--report', 'report.json', '--format', 'json')
  await run(0, 'facts', '-i', 'prod')
  await run(0, 'apply', 'saved.json', '--yes', '--format', 'json')
  await run(0, 'rollback', '--yes', '-i', 'prod', '-l', 'h1', '--format', 'json')
  await run(0, 'apply', '--yes', '-i', 'prod', '--format', 'text', '-vv')
  await run(0, 'status', '-i', 'prod')
  await run(0, 'verify', '-i', 'prod')
  await run(0, 'rollback', '--yes', '-i', 'prod', '-l', 'h2', '--format', 'json')
  const seen = await watch.stop()

  for (const host of machine.hosts) await untilQuiet(t, host)
  t.is(await trunkFilesOf(hostOf(machine, 'h1')), 'new')
  t.is(await trunkFilesOf(hostOf(machine, 'h2')), 'old')
  t.is(await readFile(join(hostOf(machine, 'h1').root, 'etc/secret.conf'), 'utf8'), `token=${secret}\n`)
  t.is(await readFile(join(hostOf(machine, 'h2').root, 'etc/secret.conf'), 'utf8'), `token=${old}\n`)

  const named = { secret, old, password: user.password, passphrase }
  const shows = (text: string): string[] => Object.entries(named).flatMap(([name, value]) => (forms(value).some((form) => text.includes(form)) ? [name] : []))
  for (const words of seen) t.deepEqual(shows(words), [], `an argument list: ${words.replaceAll('\0', ' ')}`)
  t.deepEqual(shows(said.join('\n')), [], 'what was printed')
  for (const [file, bytes] of await filesBelow(operator.folder)) t.deepEqual(shows(bytes.toString('latin1')), [], file)
  // On the host: the file itself, and the transaction's folder, which nobody but root may open.
  for (const { root } of machine.hosts) {
    t.is((await stat(join(root, 'etc/fleetnet'))).mode & 0o777, 0o700)
    const at = new Map<string, string[]>()
    for (const [file, bytes] of await filesBelow(root)) {
      const found = shows(bytes.toString('latin1'))
      if (found.length > 0) at.set(file.slice(root.length).replace(/tx\/[^/]+\//, 'tx/ID/'), found)
    }
    for (const [file, found] of at) {
      t.regex(file, /^\/etc\/(secret\.conf|fleetnet\/tx\/ID\/(before\/etc\/secret\.conf|ctl|payload))$/, `${file} holds ${found.join()}`)
      t.false(found.includes('password') || found.includes('passphrase'), file)
    }
    t.log([...at].map(([file, found]) => `${file}: ${found.join()}`).join('\n'))
  }
})

withSudo('the whole job through sudo that asks for no password', async (t) => {
  const user = newSudoUser(t)
  const [hostKey, key] = [newKey(), newKey()]
  const machine = await openMachine(t, 1, { authorizedKeys: [key.public], hostKey })
  const operator = await newOperator(t, key)
  await knowAll(operator, machine)
  await writePlaybook(operator, 'trunk', trunkSteps)
  await writeInventory(operator, machine, 'prod', { playbook: 'trunk', ssh: { user: user.name, become: true } })
  user.allow(`${user.name} ALL=(ALL:ALL) NOPASSWD: ALL`)
  const apply = await fleetnet(operator, ['apply', '--yes', '-i', 'prod', '--format', 'json'])
  endsWith(t, apply, 0, 'apply')
  t.deepEqual(outcomesOf(apply), { h1: 'committed' })
  await untilQuiet(t, hostOf(machine, 'h1'))
  t.is(await trunkFilesOf(hostOf(machine, 'h1')), 'new')
})
