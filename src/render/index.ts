export { filesOf, filesText } from './files.ts'
export { renderKickstart } from './kickstart.ts'
export { renderSwitch } from './switch/index.ts'
export { writeTree } from './tree.ts'
