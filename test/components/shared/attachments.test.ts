import { expect } from 'chai'
import { render, type ReactiveControllerHost } from 'lit'
import { attachmentsQuestion } from '../../../components/shared/attachments.js'
import { Attachments } from '../../../components/shared/attachments.controller.js'
import { wordsFor } from '../../../locales/index.js'
import { findSecrets } from '../../../src/index.js'
import { expectAccessible } from '../../support/axe.js'
import { log, picture } from '../../support/some-files.js'

const words = wordsFor('en')

/** The part as an element of one's own would hold it. */
function part(finder: typeof findSecrets | null = findSecrets) {
  const place = document.createElement('main')
  document.body.append(place)
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    updateComplete: Promise.resolve(true),
    requestUpdate() {
      const question = { key: 'replyFiles', label: 'Files for the engineer', words, attachments } as const
      render(attachmentsQuestion(question), place)
    },
  }
  const attachments: Attachments = new Attachments(host, {
    words: () => words,
    limits: () => ({ maxBytes: 10_000, maxCount: 3 }),
    finder: () => Promise.resolve(finder ?? undefined),
  })
  host.requestUpdate()
  const rows = () =>
    [...place.querySelectorAll('.attached > li')].map(row => row.textContent.replace(/\s+/g, ' ').trim())
  return { place, attachments, rows }
}

describe('files in an element of one’s own', () => {
  afterEach(() => {
    for (const place of document.querySelectorAll('body > main')) place.remove()
  })

  it('are asked for by its own key and words', async () => {
    const { place, attachments, rows } = part()
    expect(place.querySelector('[data-field=replyFiles] input')?.id).to.equal('replyFiles')
    attachments.take([picture()])
    await attachments.settle()
    expect(rows()).to.deep.equal(['shot.png PNG image · 2 kB Remove'])
    await expectAccessible(place)
  })

  it('come back from a draft by their names, to be chosen again', async () => {
    const { place, attachments, rows } = part()
    attachments.recall(['a.log', 'b.log'])
    expect(rows()[0]).to.equal('a.log Only the name of this file was kept. Choose the file again. Remove')
    expect([attachments.files.length, attachments.names]).to.deep.equal([0, ['a.log', 'b.log']])
    await expectAccessible(place)
    attachments.take([log('b.log')])
    await attachments.settle()
    expect(rows()).to.deep.equal([
      'a.log Only the name of this file was kept. Choose the file again. Remove',
      'b.log text file · 28 bytes Remove',
    ])
    expect(attachments.names).to.deep.equal(['a.log', 'b.log'])
  })

  it('are attached even where nothing can look for secrets in them', async () => {
    const { attachments } = part(null)
    attachments.take([log('a.log', 'The root password is Winter-2024! and it worked.')])
    await attachments.settle()
    expect([attachments.files.length, attachments.hasSuspect]).to.deep.equal([1, false])
  })

  it('are as many as fit, the refused ones not counted', async () => {
    const { attachments, rows } = part()
    const none = log('none.log', '')
    attachments.take([none, log('1.log'), none, log('2.log')])
    attachments.take([log('3.log'), log('4.log')])
    await attachments.settle()
    expect(attachments.files.map(({ name }) => name)).to.deep.equal(['1.log', '2.log', '3.log'])
    expect(rows().at(-1)).to.match(/^4\.log No more files fit/)
  })

  it('that are removed while they are read don’t come back', async () => {
    const { attachments } = part()
    attachments.take([log('a.log'), log('b.log')])
    attachments.remove(attachments.chosen[0]!)
    await attachments.settle()
    expect(attachments.files.map(({ name }) => name)).to.deep.equal(['b.log'])
  })
})
