import { html, nothing, type TemplateResult } from 'lit'
import { clockOf, type Clock } from '../../../src/index.js'
import type { TrackerView } from '../tracker-view.js'

/** The honest clock in words: targets, never guarantees, by the server's time. */
export function clockLine(view: TrackerView): TemplateResult | typeof nothing {
  const { standing, intervention, policy, now } = view
  const sentences = said(view, clockOf(standing, intervention, policy, now))
  return sentences.length === 0 ? nothing : html`${sentences.map(sentence => html`<p>${sentence}</p>`)}`
}

function said({ words, policy, now }: TrackerView, clock: Clock): readonly string[] {
  const { times } = policy
  const usual = words.say('tracker.clock.unclassified', {
    standard: words.span(times.standard),
    complex: words.span(times.complex),
  })
  switch (clock.kind) {
    case 'first-response':
      return [
        words.say(clock.overdue ? 'tracker.clock.firstLate' : 'tracker.clock.first', {
          time: words.clock(clock.by, now),
        }),
        ...(clock.overdue ? [] : [usual]),
      ]
    case 'not-begun':
      return clock.class === 'datacentre' ? [words.say('tracker.clock.datacentre')] : [usual]
    case 'elsewhere':
      return []
    case 'paused':
      return [words.say('tracker.clock.paused')]
    case 'ended':
      return clock.took === null
        ? []
        : [
            words.say('tracker.clock.took', {
              time: words.duration(Math.max(1, Math.round(clock.took / 60_000))),
            }),
          ]
    case 'work': {
      if (clock.class === 'datacentre') return [words.say('tracker.clock.datacentre')]
      if (clock.class === 'unclassified' && !clock.overdue) return [usual]
      const last = clock.targets.at(-1)
      if (!last) return []
      const span = words.span(times[last.class])
      const time = words.clock(last.to, now)
      return [
        ...(clock.reclassed ? [words.say('tracker.clock.reclassed', { span })] : []),
        words.say(clock.overdue ? 'tracker.clock.late' : 'tracker.clock.by', { time, span }),
      ]
    }
  }
}
