/** A file that begins as a PNG does. */
export function picture(name = 'shot.png', bytes = 2_000): File {
  const head = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0'
  return new File([Uint8Array.from(head, sign => sign.charCodeAt(0)), '\0'.repeat(bytes - head.length)], name)
}

/** A text, under whatever name. */
export const log = (name = 'app.log', text = 'sshd: no hostkeys available\n'): File => new File([text], name)

/** What a person carries when they drag or copy these files. */
export function carrying(files: readonly File[], text?: string): DataTransfer {
  const carried = new DataTransfer()
  for (const file of files) carried.items.add(file)
  if (text !== undefined) carried.setData('text/plain', text)
  return carried
}
