declare const __RECP_VERSION__: string | undefined

/** Version of recp: put in by the build, `0.0.0-dev` when run from source. */
export const VERSION: string = typeof __RECP_VERSION__ === 'string' ? __RECP_VERSION__ : '0.0.0-dev'
