import { debianReleases, type Facts, type Release } from '../model/facts.ts'
import { printable } from './text.ts'

/**
 * Distributions that are Red Hat Enterprise Linux of the same major version. Fedora and XenServer count differently:
 * "XenServer release 6.0.2" is CentOS 5 inside.
 */
const rebuilt = /^(?:Red Hat Enterprise Linux|CentOS|Scientific Linux|Oracle Linux|Enterprise Linux Enterprise Linux|CloudLinux)\b.*? release (\d+)/

/** Oracle VM Server 2.x has the userland of Enterprise Linux 5; of later ones nothing is claimed. */
const oracleVm = /^Oracle VM server release 2\b/i

const identifiers = new Set(['rhel', 'centos', 'ol', 'scientific', 'cloudlinux'])

/** Debian tells its major release (`7`, `12`), Ubuntu year and month (`22.04`); testing tells none. */
const debian = (id: string, version: string): Release | undefined => debianReleases.find((known) => known === `${id}${version}`)

const byMajor = (major: string | undefined): Release | undefined => (major === '5' ? 'el5' : major === '6' ? 'el6' : major === '7' ? 'el7' : undefined)

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2')

/**
 * Tells the release from lines `FILE TEXT` of /etc/FILE-release, in the order that they were read, and from lines of
 * os-release where none of these is known.
 *
 * @example readRelease(['redhat CentOS release 6.10 (Final)'], []) // { release: 'el6', releaseText: 'CentOS release 6.10 (Final)' }
 */
export const readRelease = (files: readonly string[], osRelease: readonly string[]): Pick<Facts, 'release' | 'releaseText'> => {
  const texts = files.map((line) => line.slice(line.indexOf(' ') + 1))
  const os = (key: string): string | undefined => {
    const line = osRelease.find((own) => own.startsWith(`${key}=`))
    return line === undefined ? undefined : unquoted(line.slice(key.length + 1).trim())
  }
  const releaseOf = (text: string): Release | undefined => (oracleVm.test(text) ? 'el5' : byMajor(rebuilt.exec(text)?.[1]))
  const found = texts.map(releaseOf).find((release) => release !== undefined)
  const [id = '', version = ''] = [os('ID'), os('VERSION_ID')]
  const release = found ?? (identifiers.has(id) ? byMajor(version.split('.')[0]) : debian(id, version))
  return { release, releaseText: printable(texts[0] ?? os('PRETTY_NAME') ?? '') }
}
