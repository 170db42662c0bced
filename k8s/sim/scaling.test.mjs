import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {average, SCENARIOS, shippedRule} from './scaling.mjs';

describe('a tenfold burst, with the numbers as shipped', () => {
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    test(`${name}: nineteen answers in twenty begin to be scored within 30 s`, () => {
      const {p95} = average(shippedRule(), scenario);
      assert.ok(p95 < 30, `p95 is ${p95} s`);
    });
  }

  test('a rule that scales too little would be found out', () => {
    const {p95} = average({...shippedRule(), most: 2}, SCENARIOS['judge of 8 s, 3 -> 30 answers/s']);
    assert.ok(p95 > 30, `p95 is ${p95} s`);
  });
});
