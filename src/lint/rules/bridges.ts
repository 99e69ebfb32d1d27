import { found, type LintFinding, type Rule } from '../finding.ts'
import { lineOf, placeOf, releasesOf, type View } from '../subject.ts'

export const bridgeRules = {
  E07: {
    code: 'E07', severity: 'error', what: 'STP that is not on or off in lower case; DELAY that is no number of seconds; FD, HELLO, MAXAGE',
    reality: 'brctl answers "expect on/off for argument" and leaves spanning tree as it was; FD, HELLO and MAXAGE are read by nothing',
    fix: 'write STP=on or STP=off, DELAY=SECONDS; on 6 and 7 BRIDGING_OPTS="hello_time=200 max_age=1200" (hundredths of a second), on 5 nothing sets them',
    source: 'bridge-utils; ifup-eth of 5, 6, 7; seen running', mends: 'writes STP in lower case',
  },
} as const satisfies Record<string, Rule>

const taken = ['on', 'yes', '1', 'off', 'no', '0']

/** In whose place each of the keys that nothing reads was meant. */
const unread: Readonly<Record<string, { readonly option: string; readonly instead: string }>> = {
  FD: { option: '', instead: 'write DELAY, in seconds' },
  HELLO: { option: 'hello_time', instead: 'take it out' },
  MAXAGE: { option: 'max_age', instead: 'take it out' },
}

/** Whether what is said of spanning tree reaches the bridge. */
export const bridgeFindings = (view: View): LintFinding[] => view.configs.filter(({ kind, values }) => kind === 'bridge' || /^bridge$/i.test(values.get('TYPE') ?? '')).flatMap(({ path, values }) => {
  const content = view.files[path]?.content ?? ''
  const stp = values.get('STP')
  const delay = values.get('DELAY')
  const five = releasesOf(view).includes('el5')
  return [
    ...(stp !== undefined && stp !== '' && !taken.includes(stp) ? [found(bridgeRules.E07, placeOf(view, path, 'STP'), `STP=${stp}: brctl takes on or off, in lower case`,
      { fix: taken.includes(stp.toLowerCase()) ? `write STP=${stp.toLowerCase()}` : 'write STP=on or STP=off' })] : []),
    ...(delay !== undefined && !/^\d+(\.\d+)?$/.test(delay) ? [found(bridgeRules.E07, placeOf(view, path, 'DELAY'), `DELAY=${delay} is no number of seconds`, { reality: 'brctl refuses it, and the kernel keeps 15 s', fix: 'write seconds, for example DELAY=0' })] : []),
    ...Object.entries(unread).flatMap(([key, { option, instead }]) => {
      const line = lineOf(content, key)
      if (line === undefined) return []
      const value = Number(values.get(key))
      const known = option !== '' && !five && Number.isFinite(value) ? `write BRIDGING_OPTS="${option}=${value * 100}"` : instead
      return [found(bridgeRules.E07, { file: path, line }, `${key} is read by nothing`, { severity: 'warning', reality: 'no network script looks at it: the kernel keeps its own value', fix: five && option !== '' ? `${instead}; on 6 and 7 BRIDGING_OPTS="${option}=N" sets it` : known })]
    }),
    ...(values.has('BRIDGING_OPTS') && view.release === 'el5' ? [found(bridgeRules.E07, placeOf(view, path, 'BRIDGING_OPTS'), 'RHEL 5 does not read BRIDGING_OPTS', { severity: 'warning', reality: 'the kernel keeps its own values', fix: 'take it out' })] : []),
  ]
})
