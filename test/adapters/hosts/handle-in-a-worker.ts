import { handleOf } from './handle.js'

/**
 * The same for Cloudflare's runtime, which notices by what it can't write that a browser has gone, and lets no request
 * write to the stream of another: the system tells each stream by itself.
 */
export const handle = handleOf(100)
