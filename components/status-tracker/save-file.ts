import type { Words } from '../../locales/index.js'
import { faultCodeOf, type FaultCode, type FileRef, type InterventionAdapter } from '../../src/index.js'
import { announce } from '../shared/announcer.js'
import { download } from '../shared/download.js'

/** Saves a file from a ticket, and never shows it in the page: it is nobody's page. */
export async function saveFile(
  file: FileRef,
  adapter: InterventionAdapter | undefined,
  words: Words,
  onFault: (code: FaultCode) => void,
): Promise<void> {
  try {
    const blob = await adapter?.open(file)
    if (blob) download(file.name, blob)
  } catch (error) {
    announce(words.say('tracker.file.failed'))
    onFault(faultCodeOf(error))
  }
}
