import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weights } from '../../src/scope/weights.js'
import { fit, material, packed } from '../support/suggest/train.js'

test('the weights that are shipped are the ones that the training makes', () => {
  assert.equal(weights.trim(), packed(fit(material())))
})
