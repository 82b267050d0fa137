import { places, type Judged } from './found.js'

/** RFC 7468 and OpenSSH's like of it, the SSH2 form with its four dashes, PGP's; dashes that an editor joined. */
const border = /[-–—]{2,5} ?(BEGIN|END) ((?:[A-Z\d]{1,12} ){0,4}[A-Z\d]{1,12}) ?[-–—]{2,5}/g

/** A block that was cut off: its lines, as far as they hold nothing but base64 or a header of theirs. */
const cutOff = /(?:\s{0,4}(?:[\w-]{1,20}: [^\n]{1,80}|[>\w+/=\\]{12,4000}(?![^\s"'])|=[\w+/]{4})){0,300}/y

const loose = [
  /AGE-SECRET-KEY-[A-Z\d-]{20,3000}/gi,
  /PuTTY-User-Key-File-\d(?:[^P]|P(?!rivate-MAC|uTTY-User)){0,9000}(?:Private-MAC: ?\w{1,128})?/g,
  /Private-Lines: ?\d{1,3}(?:\s{1,4}[\w+/=]{1,76}(?!\S)){1,300}/g,
  // The first bytes of OpenSSH's own format.
  /b3BlbnNzaC1rZXktdjE[\w+/=\s]{20,8000}(?<=[\w=])/g,
  // BitLocker's recovery password, systemd's recovery key, keys in blocks of capitals.
  /(?<![\w-])(?:\d{6}(?:[- ]\d{6}){7}|(?=[\d-]{0,40}[A-Z])(?=[A-Z-]{0,40}\d)[A-Z\d]{4,6}(?:-[A-Z\d]{4,6}){4,9}|[a-z\d]{8}(?:-[a-z\d]{8}){7})(?![\w-])/g,
]

/** Private keys and recovery keys, whole; certificates and public keys as harmless. */
export function keyBlocks(text: string): readonly Judged[] {
  const borders = [...text.matchAll(border)]
  const blocks = borders.flatMap(
    ({ 0: header, 1: side, 2: name = '', index: start }, number): readonly Judged[] => {
      if (side === 'END') return []
      const next = borders[number + 1]
      cutOff.lastIndex = start + header.length
      const end = next?.[1] === 'END' ? next.index + next[0].length : (cutOff.test(text), cutOff.lastIndex)
      if (end === start + header.length) return []
      return [{ start, end, kind: name.includes('PRIVATE KEY') ? 'key' : 'harmless' }]
    },
  )
  return [...blocks, ...loose.flatMap(pattern => places(pattern, 'key', text))]
}
