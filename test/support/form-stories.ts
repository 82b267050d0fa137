import meta, * as stories from '../../demo/stories/intervention-form.stories.js'
import idle, * as idleStories from '../../demo/stories/intervention-form-idle.stories.js'
import priced, * as priceStories from '../../demo/stories/intervention-form-price.stories.js'
import simpler, * as simplerStories from '../../demo/stories/intervention-form-simpler.stories.js'
import tabs, * as tabsStories from '../../demo/stories/intervention-form-tabs.stories.js'

const listed = { meta, stories: Object.entries(stories) }
const listedOfPrice = { meta: priced, stories: Object.entries(priceStories) }
const listedOfIdle = { meta: idle, stories: Object.entries(idleStories) }
const listedOfSimpler = { meta: simpler, stories: Object.entries(simplerStories) }
const listedOfTabs = { meta: tabs, stories: Object.entries(tabsStories) }

/** Every story of the form: its name, what it has in common with others, and itself. */
export const formStories = [listed, listedOfPrice, listedOfIdle, listedOfSimpler, listedOfTabs].flatMap(
  ({ meta: common, stories: all }) =>
    all.flatMap(([name, story]) => (name === 'default' ? [] : [[name, common, story] as const])),
)
