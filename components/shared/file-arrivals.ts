/** The listeners of an element in which files are dropped and pasted. */
export interface FileArrivals {
  readonly dragover: (event: DragEvent) => void
  readonly dragleave: (event: DragEvent) => void
  readonly drop: (event: DragEvent) => void
  readonly paste: (event: ClipboardEvent) => void
}

/**
 * Takes the files that are dropped anywhere in an element, and the pictures that are pasted there.
 *
 * A file that misses its place would be opened by the browser instead of the page, with all that was typed there: with
 * no `take` files are kept off. Its place, `.drop`, is marked while one hovers.
 */
export function fileArrivals(take: ((files: readonly File[]) => void) | undefined): FileArrivals {
  return {
    dragover(event) {
      if (!holdsFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = take ? 'copy' : 'none'
      mark(event, take !== undefined)
      if (take) unfold(event)
    },
    dragleave(event) {
      const { currentTarget, relatedTarget } = event
      const isWithin = currentTarget instanceof Node && relatedTarget instanceof Node
      if (!isWithin || !currentTarget.contains(relatedTarget)) mark(event, false)
    },
    drop(event) {
      if (!holdsFiles(event)) return
      event.preventDefault()
      mark(event, false)
      take?.(Array.from(event.dataTransfer?.files ?? []))
    },
    paste(event) {
      const { files = [], types = [] } = event.clipboardData ?? {}
      // What is copied from a table or a page comes as a picture too: there the text is meant.
      if (!take || files.length === 0 || types.includes('text/plain')) return
      event.preventDefault()
      unfold(event)
      take(Array.from(files))
    },
  }
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

function placeIn({ currentTarget }: Event): Element | null {
  return currentTarget instanceof Element ? currentTarget.querySelector('.drop') : null
}

function mark(event: Event, isOver: boolean): void {
  placeIn(event)?.toggleAttribute('data-over', isOver)
}

/** What becomes of a file is said in its place. */
function unfold(event: Event): void {
  const fold = placeIn(event)?.closest('details')
  if (fold) fold.open = true
}
