#!/usr/bin/env node
// Old syntax on purpose: an old Node must be able to read this file far enough to say what it lacks.
var parts = process.versions.node.split('.')
var major = Number(parts[0])
var minor = Number(parts[1])
if (major < 22 || (major === 22 && minor < 18)) {
  console.error('fleetnet needs Node 22.18 or newer; this is ' + process.version + ' (' + process.execPath + ')')
  console.error('do: install a newer Node, https://nodejs.org, then run fleetnet again')
  process.exit(1)
}
import('./main.js').then(function (cli) {
  return cli.main(process.argv.slice(2))
})
