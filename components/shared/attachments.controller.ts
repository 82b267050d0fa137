import type { ReactiveControllerHost } from 'lit'
import type { Words } from '../../locales/index.js'
import {
  cleanFileName,
  distinctName,
  readAttachment,
  type Attachment,
  type AttachmentFlaw,
  type FileLimits,
  type SecretSpan,
} from '../../src/index.js'
import { announce } from './announcer.js'

/** Where in a file something looks like a secret: in which of its lines, counted from 1, or in its name. */
export type Suspicion = { readonly in: 'text'; readonly line: number } | { readonly in: 'name' }

/** A file that was chosen, and what became of it. */
export type ChosenFile = { readonly id: number; readonly name: string } & (
  | { readonly at: 'reading' }
  | { readonly at: 'attached'; readonly attachment: Attachment; readonly suspicion: Suspicion | undefined }
  | { readonly at: 'refused'; readonly flaw: AttachmentFlaw }
  /** A draft knows it by its name alone. */
  | { readonly at: 'forgotten' }
)

/** A file that is about to be read. */
interface Fresh {
  readonly chosen: ChosenFile
  readonly file: File
}

/** What the files need to know of the element that they are attached in. */
export interface AttachmentsSurroundings {
  readonly words: () => Words
  /** What the ticket system takes; `null` while it takes none. */
  readonly limits: () => FileLimits | null
  /** Loads what finds secrets in a text; `undefined` where it can't be loaded. */
  readonly finder: () => Promise<((text: string) => readonly SecretSpan[]) | undefined>
}

/** The files that a customer attaches: chosen, dropped or pasted, looked through one after the other, and kept in memory alone. */
export class Attachments {
  /** In the order in which they were chosen. */
  chosen: readonly ChosenFile[] = []

  readonly #host: ReactiveControllerHost
  readonly #surroundings: AttachmentsSurroundings
  /** The files that are being read; the next ones wait for these. */
  #reading: Promise<void> | undefined
  #ids = 0

  constructor(host: ReactiveControllerHost, surroundings: AttachmentsSurroundings) {
    this.#host = host
    this.#surroundings = surroundings
  }

  /** What the ticket system takes; `null` while it takes none. */
  get limits(): FileLimits | null {
    return this.#surroundings.limits()
  }

  /** Is there anything to show? Those that were chosen stay when the ticket system thinks again. */
  get isOffered(): boolean {
    return this.limits !== null || this.chosen.length > 0
  }

  /** The files that go with what is sent. */
  get files(): readonly File[] {
    return this.chosen.flatMap(one => (one.at === 'attached' ? [one.attachment.file] : []))
  }

  /** What a draft keeps of them: their names. */
  get names(): readonly string[] {
    return this.chosen.flatMap(one => (one.at === 'refused' ? [] : [one.name]))
  }

  /** Does one of them hold something like a secret, and nothing was decided about it yet? */
  get hasSuspect(): boolean {
    return this.chosen.some(one => one.at === 'attached' && one.suspicion)
  }

  /** Is one of them a text in which this is found? */
  hasText(isFound: (text: string) => boolean): boolean {
    return this.chosen.some(one => one.at === 'attached' && isFound(one.attachment.opening))
  }

  /** The end of the reading; nothing to wait for where all is read. */
  settle(): Promise<void> | undefined {
    return this.#reading
  }

  /** Takes files in; what was said about those that were refused before goes. */
  take(files: readonly File[]): void {
    const { limits } = this
    if (!limits || files.length === 0) return
    const before = this.chosen.filter(({ at }) => at !== 'refused')
    const fresh = files.map(file => ({
      chosen: { id: (this.#ids += 1), name: cleanFileName(file.name) || '?', at: 'reading' } as const,
      file,
    }))
    this.#show([...before, ...fresh.map(({ chosen }) => chosen)])
    const reading = (this.#reading ?? Promise.resolve())
      .then(() => this.#read(fresh, limits))
      .finally(() => {
        if (this.#reading === reading) this.#reading = undefined
      })
    this.#reading = reading
  }

  /** Takes one back, or what is said about it. */
  remove({ id, name }: ChosenFile): void {
    this.#show(this.chosen.filter(one => one.id !== id))
    announce(this.#surroundings.words().say('attachments.announced.removed', { name }))
  }

  /** The customer says that what looks like a secret is none. */
  keep({ id }: ChosenFile): void {
    this.#show(
      this.chosen.map(one =>
        one.id === id && one.at === 'attached' ? { ...one, suspicion: undefined } : one,
      ),
    )
  }

  /** Puts the names of a draft there, for their files to be chosen again. */
  recall(names: readonly string[]): void {
    this.#show(names.map(name => ({ id: (this.#ids += 1), name: cleanFileName(name), at: 'forgotten' })))
  }

  /** Puts the very files there that were looked through in an earlier visit. */
  async putBack(files: readonly File[]): Promise<void> {
    const { limits } = this
    if (!limits) return
    for (const file of files) {
      const read = await readAttachment(file, limits)
      const name = { id: (this.#ids += 1), name: file.name }
      if (read.ok)
        this.#show([
          ...this.chosen,
          { ...name, at: 'attached', attachment: { ...read.value, file }, suspicion: undefined },
        ])
    }
  }

  /** Forgets the files that have gone, and what was said about refused ones; those chosen since stay. */
  release(gone: readonly File[]): void {
    this.#show(
      this.chosen.filter(
        one => one.at !== 'refused' && (one.at !== 'attached' || !gone.includes(one.attachment.file)),
      ),
    )
  }

  /** Forgets everything. */
  clear(): void {
    this.#show([])
  }

  /** One after the other: a telephone has memory for one large file, and each name is told apart from those before it. */
  async #read(fresh: readonly Fresh[], limits: FileLimits): Promise<void> {
    for (const each of fresh) {
      const now = await this.#lookInto(each, limits)
      this.#show(
        this.chosen
          .filter(one => one.at !== 'forgotten' || one.name !== now.name)
          // It may have been removed, or the form cleared, in the meantime.
          .map(one => (one.id === now.id ? now : one)),
      )
    }
    this.#tell(new Set(fresh.map(({ chosen }) => chosen.id)))
  }

  async #lookInto({ chosen: { id, name }, file }: Fresh, limits: FileLimits): Promise<ChosenFile> {
    if (this.files.length >= limits.maxCount) return { id, name, at: 'refused', flaw: 'too-many' }
    const read = await readAttachment(file, limits)
    if (!read.ok) return { id, name, at: 'refused', flaw: read.error }
    const attachment = this.#distinct(read.value)
    const suspicion = await this.#suspicionOf(attachment)
    return { id, name: attachment.file.name, at: 'attached', attachment, suspicion }
  }

  #distinct(attachment: Attachment): Attachment {
    const { file } = attachment
    const name = distinctName(
      file.name,
      this.files.map(other => other.name),
    )
    if (name === file.name) return attachment
    const { type, lastModified } = file
    return { ...attachment, file: new File([file], name, { type, lastModified }) }
  }

  async #suspicionOf({ file, opening }: Attachment): Promise<Suspicion | undefined> {
    const find = await this.#surroundings.finder()
    const [first] = find?.(opening) ?? []
    if (first) return { in: 'text', line: opening.slice(0, first.start).split(/\r\n|[\n\r]/).length }
    return find && find(file.name).length > 0 ? { in: 'name' } : undefined
  }

  /** One sentence for all that were chosen at once. */
  #tell(ids: ReadonlySet<number>): void {
    const words = this.#surroundings.words()
    const those = this.chosen.filter(({ id }) => ids.has(id))
    const attached = those.filter(({ at }) => at === 'attached').map(({ name }) => name)
    const suspect = those.filter(one => one.at === 'attached' && one.suspicion).map(({ name }) => name)
    const sentences = [
      attached.length > 0 ? words.say('attachments.announced.attached', { names: words.list(attached) }) : '',
      ...those.map(one =>
        one.at === 'refused'
          ? words.say('attachments.announced.refused', { name: one.name, why: this.whyNot(one.flaw) })
          : '',
      ),
      suspect.length > 0 ? words.say('attachments.announced.suspect', { names: words.list(suspect) }) : '',
    ].filter(Boolean)
    if (sentences.length > 0) announce(sentences.join(' '))
  }

  /** Why a file is not attached, and what can be done about it. */
  whyNot(flaw: AttachmentFlaw): string {
    const words = this.#surroundings.words()
    return words.say(`attachments.flaw.${flaw}`, { size: words.bytes(this.limits?.maxBytes ?? 0) })
  }

  #show(chosen: readonly ChosenFile[]): void {
    this.chosen = chosen
    this.#host.requestUpdate()
  }
}
