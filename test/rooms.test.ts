import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import test from 'ava'

/** A room imports only from itself and from rooms before it. src/index.ts, the public API, serves users' playbooks. */
const rooms = ['schema', 'model', 'inventory', 'transport', 'backends', 'facts', 'steps', 'lint', 'import', 'playbook', 'plan', 'transaction', 'render', 'run', 'report', 'ui', 'sim', 'lab', 'cli']

const sources = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? sources(path) : /\.tsx?$/.test(name) ? [path] : []
  })

const imports = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) => normalize(join(dirname(file), path)))

const roomOf = (path: string): string => path.split('/')[1] ?? ''

test('every folder of src is a room that is known', (t) => {
  const folders = readdirSync('src').filter((name) => statSync(join('src', name)).isDirectory())
  t.deepEqual(folders.filter((name) => !rooms.includes(name)), [])
})

test('a room imports only from rooms above it', (t) => {
  const wrong = sources('src').flatMap((file) => {
    const own = rooms.indexOf(roomOf(file))
    return own === -1 ? [] : imports(file).filter((target) => rooms.indexOf(roomOf(target)) > own).map((target) => `${file} imports ${target}`)
  })
  t.deepEqual(wrong, [])
})

test('neither plan nor transaction nor run knows how anything is shown', (t) => {
  const wrong = ['plan', 'transaction', 'run'].flatMap((room) => sources(join('src', room)).filter((file) => imports(file).some((target) => ['report', 'ui'].includes(roomOf(target)))))
  t.deepEqual(wrong, [])
})
