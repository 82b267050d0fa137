import { hush } from '../../components/shared/announcer.js'
import { show, type Meta, type StoryObj } from '../../demo/stories/story.js'

const mounted = new Set<HTMLElement>()

// Every test starts on an empty page, where nothing is still to be told.
afterEach(() => {
  hush()
  for (const place of mounted) place.remove()
  mounted.clear()
})

/** Shows a story on the page, played to its state, and answers its element; gone again after the test. */
export async function mount<Args>(meta: Meta<Args>, story: StoryObj<Args> = {}): Promise<HTMLElement> {
  const place = document.createElement('main')
  mounted.add(place)
  document.body.append(place)
  await show(meta, story, place)
  const element = place.querySelector<HTMLElement>(meta.component)
  if (!element) throw new Error(`the story shows no <${meta.component}>`)
  return element
}
