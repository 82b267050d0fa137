import { expect } from 'chai'
import '../../../components/status-tracker/define.js'
import { announce, hush } from '../../../components/shared/announcer.js'
import { until } from '../../../demo/stories/story.js'
import { listening, spoken } from '../../support/spoken.js'

const region = () => document.querySelector('body > [role=status]')

describe('what is told to the ear', () => {
  beforeEach(hush)

  it('has its place on the page as soon as an element stands there, once for all of them', () => {
    region()?.remove()
    const element = document.createElement('os-status-tracker')
    document.body.append(element, document.createElement('os-status-tracker'))
    expect(document.querySelectorAll('body > [role=status]').length).to.equal(1)
    expect(spoken()).to.equal('')
    for (const one of document.querySelectorAll('os-status-tracker')) one.remove()
  })

  it('is not taken away by what comes right after it, which is told next', async () => {
    const heard = listening()
    announce('The request is open again.')
    await until('the ear', () => heard.length === 1)
    announce('Status: Reopened.')
    expect(spoken()).to.equal('The request is open again.')
    await until('the ear', () => heard.length === 2)
    expect(heard).to.deep.equal(['The request is open again.', 'Status: Reopened.'])
  })

  it('is heard again where the same happens again', async () => {
    const heard = listening()
    announce('Sent.')
    announce('Sent.')
    await until('the ear', () => heard.length === 2)
    expect(heard).to.deep.equal(['Sent.', 'Sent.'])
  })

  it('is told in its order, however long the page is busy with something else', async () => {
    const heard = listening()
    announce('Sealing your login details…')
    announce('Sending the request…')
    const busyUntil = performance.now() + 500
    while (performance.now() < busyUntil);
    announce('Request sent.')
    await until('the ear', () => heard.length === 3)
    expect(heard).to.deep.equal(['Sealing your login details…', 'Sending the request…', 'Request sent.'])
  })

  it('is taken back, and what waits to be told too, where nobody sits any more whom it is for', async () => {
    const heard = listening()
    announce('The price is €149.00.')
    announce('It is approved.')
    hush()
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(heard).to.deep.equal([])
    expect(spoken()).to.equal('')
  })
})
