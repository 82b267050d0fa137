import { html, nothing, type TemplateResult } from 'lit'
import { systemFamilyOf, type SystemFamily } from '../../../src/index.js'
import { accountRemoval } from '../../shared/account-removal.js'
import { textQuestion } from '../../shared/field.js'
import { fold } from '../../shared/fold.js'
import { systemFamilyQuestion } from '../../shared/system-family.js'
import type { TrackerView } from '../tracker-view.js'

/** How a temporary account is removed, for who has made one: the ticket can't tell, since its name is sealed. */
export function removalPart(view: TrackerView): TemplateResult | typeof nothing {
  const { words, standing, madeAccount } = view
  if (!standing.access.current) return nothing
  const likely = likelyFamily(view)
  const account = madeAccount.account(likely)
  return fold({
    title: words.say('tracker.removal.title'),
    line: words.say('tracker.removal.line'),
    content: html`<p>${words.say('tracker.removal.text')}</p>
      ${textQuestion({
        key: 'username',
        id: 'made-account',
        label: words.say('tracker.removal.name'),
        hint: words.say('tracker.removal.hint'),
        error: madeAccount.isForeign ? words.say('tracker.removal.foreign') : undefined,
        value: madeAccount.username,
        verbatim: true,
        onInput: username => {
          madeAccount.type(username)
        },
        onChange: () => {
          madeAccount.leave()
        },
      })}
      ${systemFamilyQuestion(words, madeAccount.family || likely, family => {
        madeAccount.choose(family)
      })}
      ${account ? accountRemoval(words, account) : nothing}`,
  })
}

/** The system that the client area tells of this server; empty where it tells none that there are commands for. */
function likelyFamily({ context, intervention: { server } }: TrackerView): SystemFamily | '' {
  const service = context.services.find(({ id, name, addresses }) =>
    [id, name, ...addresses].includes(server.value),
  )
  return systemFamilyOf(service?.operatingSystem ?? '') ?? ''
}
