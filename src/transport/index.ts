export { knownName } from './knownHosts.ts'
export { createSecretSource, type SecretSourceOptions } from './secrets.ts'
export { createSshTransport, type SshTransportOptions } from './transport.ts'
