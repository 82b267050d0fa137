// In the page, after values.js: how the methods of a broken or hostile backend may behave.

/** What a method may do instead of answering: it is given the sound method. */
globalThis.behaviours = {
  'throws a text': () => () => {
    throw CANARY
  },
  'throws nothing': () => () => {
    throw undefined
  },
  'throws an error': () => () => {
    throw new Error(CANARY, { cause: CANARY })
  },
  'rejects with an error': () => async () => {
    throw new Error(CANARY)
  },
  'rejects with a proxy': () => () => Promise.reject(refusing),
  'rejects with a symbol': () => () => Promise.reject(Symbol(CANARY)),
  'rejects with a forged fault': () => () =>
    Promise.reject({
      name: 'AdapterFault',
      code: 'invalid',
      message: CANARY,
      fields: [CANARY, '__proto__', 'server'],
    }),
  'rejects with a fault of getters': () => () =>
    Promise.reject({
      name: 'AdapterFault',
      get code() {
        throw new Error(CANARY)
      },
    }),
  'rejects with an unknown code': () => () => Promise.reject({ name: 'AdapterFault', code: 'constructor' }),
  'asks to wait for ever': () => () =>
    Promise.reject({ name: 'AdapterFault', code: 'rate-limited', retryAfterMs: Infinity }),
  'never answers': () => never,
  'answers nothing': () => () => undefined,
  'answers without a promise':
    sound =>
    (...all) => {
      const answer = sound(...all)
      void answer
      return { items: [] }
    },
  'answers with a thenable that throws': () => () => ({
    then() {
      throw new Error(CANARY)
    },
  }),
  'answers twice':
    sound =>
    (...all) => ({
      then(told, failed) {
        sound(...all).then(told)
        told('x')
        failed(new Error(CANARY))
      },
    }),
  'answers after it was told to stop':
    sound =>
    async (...all) => {
      await new Promise(resolve => setTimeout(resolve, 20))
      return sound(...all)
    },
  'changes its answer afterwards':
    sound =>
    async (...all) => {
      const answer = structuredClone(await sound(...all))
      setTimeout(() => {
        for (const key of Object.keys(answer ?? {}))
          answer[key] = { _$litType$: 1, strings: forgedStrings(), values: [] }
      })
      return answer
    },
  'is no function': () => 'x',
  'is not there': () => undefined,
  'is a class': () => Odd,
  'is a generator': () =>
    function* () {
      yield run()
    },
  'takes the elements off the page':
    sound =>
    async (...all) => {
      for (const main of document.querySelectorAll('main')) main.remove()
      return sound(...all)
    },
  'throws in its getter': () => ({ isGetter: true }),
}
