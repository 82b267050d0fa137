import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** What a server said on a connection, and how that ended. */
export interface Said {
  readonly text: string
  /** The status of the answer; 0 where there was none. */
  readonly status: number
  /** How long the connection lasted, in milliseconds. */
  readonly lasted: number
  /** How many bytes could be sent. */
  readonly sent: number
}

/** Speaks to a server byte for byte: `speak` writes what no client would; resolves once the connection is closed. */
export function rawly(port: number, speak: (socket: Socket) => void, most = 90_000): Promise<Said> {
  return new Promise(resolve => {
    const from = performance.now()
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const end = setTimeout(() => socket.destroy(), most)
    socket.setEncoding('latin1').on('data', (heard: string) => (text += heard))
    socket.on('error', () => undefined)
    socket.on('connect', () => speak(socket))
    socket.on('close', () => {
      clearTimeout(end)
      const [, status = '0'] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? []
      const lasted = performance.now() - from
      resolve({ text, status: Number(status), lasted, sent: socket.bytesWritten })
    })
  })
}

/** Writes so many bytes as fast as they are taken, then nothing more. */
export function pour(socket: Socket, bytes: number, piece: (size: number) => Buffer): void {
  let left = bytes
  const more = () => {
    while (left > 0 && socket.writable) {
      const size = Math.min(left, 65_536)
      left -= size
      if (!socket.write(piece(size))) {
        socket.once('drain', more)
        return
      }
    }
  }
  more()
}
