import '../../components/define.js'
import { catalogue } from './catalogue.js'
import { show } from './story.js'

// One story and nothing else, as the address says: ?story=…&lang=…&scheme=…&dir=…
const wanted = new URLSearchParams(location.search)
const root = document.documentElement
root.lang = wanted.get('lang') ?? 'en'
root.dir = wanted.get('dir') ?? 'ltr'
root.style.colorScheme = wanted.get('scheme') ?? 'light dark'

const found = catalogue.find(one => one.id === wanted.get('story'))
const place = document.querySelector<HTMLElement>('#story')
if (found && place) await show(found.meta, found.story, place)
