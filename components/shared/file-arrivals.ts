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
      take(Array.from(files))
    },
  }
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

function mark({ currentTarget }: Event, isOver: boolean): void {
  if (currentTarget instanceof Element)
    currentTarget.querySelector('.drop')?.toggleAttribute('data-over', isOver)
}
