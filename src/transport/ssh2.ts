/** ssh2 takes 48 ms to load, so it is loaded with the first connection. */
export const loadSsh2 = async (): Promise<Ssh2> => (await import('ssh2')).default

export type Ssh2 = typeof import('ssh2')
