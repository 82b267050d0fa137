import { until } from '../../demo/stories/story.js'

/** A file that was handed to the customer. */
export interface Taken {
  readonly name: string
  readonly blob: Blob
}

let restore: (() => void)[] = []

/** Puts something in the place of a method until the test is over, or until it is put back. */
export function instead<T extends object, K extends keyof T & string>(
  target: T,
  name: K,
  stand: T[K],
): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { configurable: true, writable: true, value: stand })
  const back = (): void => {
    if (own) Object.defineProperty(target, name, own)
    else Reflect.deleteProperty(target, name)
  }
  restore.push(back)
  return back
}

afterEach(() => {
  for (const back of restore.toReversed()) back()
  restore = []
})

/** Catches, for one test, the files that are handed over, in order. */
export function takenFiles(): readonly Taken[] {
  const taken: Taken[] = []
  const blobs = new Map<string, Blob>()
  const make = URL.createObjectURL.bind(URL)
  instead(URL, 'createObjectURL', object => {
    const url = make(object)
    if (object instanceof Blob) blobs.set(url, object)
    return url
  })
  instead(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
    taken.push({ name: this.download, blob: blobs.get(this.href)! })
  })
  return taken
}

/** Lets a document be printed, and answers it once it would be: headless browsers have no dialog. */
export async function printedBy(press: () => Promise<void>): Promise<HTMLIFrameElement> {
  let frame: HTMLIFrameElement | undefined
  const append = document.body.append.bind(document.body)
  instead(document.body, 'append', (...nodes) => {
    for (const node of nodes) {
      if (!(node instanceof HTMLIFrameElement)) continue
      // Before the element's own listener.
      node.addEventListener(
        'load',
        () => {
          node.contentWindow!.print = () => {
            frame = node
          }
        },
        { capture: true },
      )
    }
    append(...nodes)
  })
  await press()
  return until('the printing', () => frame)
}
