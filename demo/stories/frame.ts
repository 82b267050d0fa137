import '../../components/define.js'
import { catalogue } from './catalogue.js'
import { show } from './story.js'

// One story and nothing else, as the address says: ?story=…&lang=…&scheme=…&dir=…&contrast=…
const wanted = new URLSearchParams(location.search)
const root = document.documentElement
root.lang = wanted.get('lang') ?? 'en'
root.dir = wanted.get('dir') ?? 'ltr'
root.dataset['contrast'] = wanted.get('contrast') ?? 'usual'
root.style.colorScheme = wanted.get('scheme') ?? 'light dark'

const found = catalogue.find(one => one.id === wanted.get('story'))
const heading = document.querySelector('h1')
const place = document.querySelector('main')
if (heading && place) {
  document.title = heading.textContent = found ? `${found.title}: ${found.name}` : 'There is no such story'
  if (found) await show(found.meta, found.story, place)
  // Played to its state: whoever waited for that may look now.
  place.removeAttribute('aria-busy')
}
