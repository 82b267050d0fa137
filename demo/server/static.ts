import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** A file of a folder as an answer; `undefined` where there is none, or the path leads out of the folder. */
export async function fileFrom(folder: string, path: string): Promise<Response | undefined> {
  const file = normalize(join(folder, path))
  const type = TYPES[extname(file)]
  if (type === undefined || path.includes('\0') || !file.startsWith(normalize(folder) + sep)) return undefined
  try {
    const body = new Uint8Array(await readFile(file))
    return new Response(body, { headers: { 'content-type': type, 'cache-control': cacheFor(file) } })
  } catch {
    return undefined
  }
}

/** Vite's hashed names never change their content; all else is asked for again. */
function cacheFor(file: string): string {
  return /-[\w-]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
}
