// Plays bursts of answers against workers that are scaled by the rule in k8s/components/keda/scaledobject.yaml, and prints how
// long answers wait. node k8s/sim/scaling.mjs   (after k8s/check/tools.sh, whose YAML library it borrows)
//
// What is modelled
//   arrivals   Poisson; the rate is tenfold between 'from' and 'to'
//   a worker   64 slots; it takes up to 32 answers when it has room for 32; one core, first come first served; with a judge
//              an answer then keeps its slot for the time of the call (log-normal), which costs no processor
//   scaling    the autoscaler looks every 15 s: the larger of ceil(answers waiting or being scored / target) and ceil(cores in
//              use / share), each within 10 % of tolerance, then the policies of the manifest; a worker is ready 20 s after it
//              was asked for, give or take
//   scale-down a worker that has to go gives back after 2 s what it holds, and others begin anew
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

const {parseAllDocuments} = createRequire(path.join(import.meta.dirname, '../check/package.json'))('yaml');

const BATCH = 32;
const SYNC = 15;
const STARTUP = 20;
const TOLERANCE = 0.1;

/** What a worker can do, and what comes; times in seconds, rates in answers a second. */
export const SCENARIOS = {
  'rubric alone, 20 -> 200 answers/s': {rate: 20, cpu: 1 / 43, judge: 0},
  'judge of 8 s, 3 -> 30 answers/s': {rate: 3, cpu: 1 / 43, judge: 8},
  'judge of 30 s, 1 -> 10 answers/s': {rate: 1, cpu: 1 / 43, judge: 30},
};

/** The rule as it is shipped. */
export function shippedRule() {
  const file = path.join(import.meta.dirname, '../components/keda/scaledobject.yaml');
  const {spec} = parseAllDocuments(fs.readFileSync(file, 'utf8')).map(d => d.toJS()).find(o => o.kind === 'ScaledObject');
  const {scaleUp, scaleDown} = spec.advanced.horizontalPodAutoscalerConfig.behavior;
  return {
    target: Number(spec.triggers.find(t => t.type === 'postgresql').metadata.targetQueryValue),
    processor: Number(spec.triggers.find(t => t.type === 'cpu').metadata.value) / 100,
    least: spec.minReplicaCount,
    most: spec.maxReplicaCount,
    up: scaleUp.policies,
    down: scaleDown.policies,
    downWindow: scaleDown.stabilizationWindowSeconds,
    slots: 64,
  };
}

/** Numbers that look random and are the same in every run (mulberry32). */
function randomness(seed) {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6D2B79F5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    exponential: mean => -mean * Math.log(1 - uniform()),
    logNormal(mean, spread) {
      const sigma2 = Math.log(1 + spread * spread);
      return Math.exp(Math.log(mean) - sigma2 / 2 + Math.sqrt(sigma2) * normal());
    },
  };
}

class Agenda {
  #heap = [];
  #count = 0;

  get isEmpty() { return this.#heap.length === 0; }

  at(time, deed) {
    const heap = this.#heap;
    heap.push({time, order: this.#count++, deed});
    for (let i = heap.length - 1; i > 0;) {
      const parent = (i - 1) >> 1;
      if (!before(heap[i], heap[parent])) break;
      [heap[i], heap[parent]] = [heap[parent], heap[i]];
      i = parent;
    }
  }

  next() {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length) {
      heap[0] = last;
      for (let i = 0; ;) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && before(heap[child], heap[least])) least = child;
        if (least === i) break;
        [heap[i], heap[least]] = [heap[least], heap[i]];
        i = least;
      }
    }
    return first;
  }
}

const before = (a, b) => a.time < b.time || a.time === b.time && a.order < b.order;

export function simulate(rule, scenario, {seed = 1, horizon = 5400, from = 900, to = 2700} = {}) {
  const chance = randomness(seed);
  const agenda = new Agenda();
  const waiting = [];
  let head = 0;
  const workers = new Set();
  const recommended = [];
  const ups = [];
  const downs = [];
  const waits = [];
  const feedback = [];
  let now = 0;
  let held = 0;
  let workerSeconds = 0;
  let most = 0;

  const queued = () => waiting.length - head;
  const rate = time => scenario.rate * (time >= from && time < to ? 10 : 1);

  function add(delay) {
    const worker = {ready: false, leaving: false, busyUntil: 0, assigned: 0, done: 0, answers: new Set()};
    workers.add(worker);
    agenda.at(now + delay, () => {
      worker.ready = true;
      worker.busyUntil = now;
      take(worker);
    });
  }

  function take(worker) {
    while (worker.ready && !worker.leaving && queued() && rule.slots - worker.answers.size >= BATCH) {
      for (let i = 0; i < BATCH && queued(); i++) begin(worker, waiting[head++]);
      if (head > 10_000) waiting.splice(0, head), head = 0;
    }
  }

  function begin(worker, answer) {
    worker.answers.add(answer);
    held++;
    const start = Math.max(now, worker.busyUntil);
    const work = chance.exponential(scenario.cpu);
    worker.assigned += work;
    worker.busyUntil = start + work;
    const end = worker.busyUntil + (scenario.judge ? chance.logNormal(scenario.judge, 0.6) : 0);
    const attempt = answer.attempt = (answer.attempt ?? 0) + 1;
    agenda.at(end, () => {
      if (answer.attempt !== attempt || !worker.answers.delete(answer)) return;
      held--;
      if (answer.since > 300) {
        waits.push(start - answer.since);
        feedback.push(end - answer.since);
      }
      take(worker);
    });
  }

  function remove(worker) {
    worker.leaving = true;
    agenda.at(now + 2, () => {
      workers.delete(worker);
      held -= worker.answers.size;
      for (const answer of worker.answers) {
        answer.attempt++;
        waiting.push(answer);
      }
      worker.answers.clear();
      for (const other of workers) take(other);
    });
  }

  function arrive() {
    waiting.push({since: now});
    // The one with the most room, as a share group that hands out to whoever asks does on average.
    const free = [...workers].filter(w => w.ready && !w.leaving && rule.slots - w.answers.size >= BATCH);
    if (free.length) take(free.reduce((a, b) => a.answers.size <= b.answers.size ? a : b));
    agenda.at(now + chance.exponential(1 / rate(now)), arrive);
  }

  function allowed(policies, changes, current, direction) {
    return policies.map(({type, value, periodSeconds}) => {
      const recent = changes.filter(c => c.time > now - periodSeconds).reduce((sum, c) => sum + c.by, 0);
      const start = current - direction * recent;
      return type === 'Pods' ? start + direction * value
        : direction > 0 ? Math.ceil(start * (1 + value / 100)) : Math.floor(start * (1 - value / 100));
    });
  }

  /** Since the last look. */
  function coresInUse(staying) {
    return staying.reduce((sum, worker) => {
      const done = worker.assigned - Math.max(0, worker.busyUntil - now);
      const used = (done - worker.done) / SYNC;
      worker.done = done;
      return sum + used;
    }, 0);
  }

  function scale() {
    const staying = [...workers].filter(worker => !worker.leaving);
    const current = staying.length;
    const value = queued() + held;
    const wished = (used, share) => Math.abs(1 - used / (share * current)) <= TOLERANCE ? current : Math.ceil(used / share);
    let wish = current === 0 ? Math.min(1, value)
      : Math.max(wished(value, rule.target), rule.processor ? wished(coresInUse(staying), rule.processor) : 0);
    wish = Math.max(rule.least, Math.min(rule.most, wish));
    recommended.push({time: now, wish});
    while (recommended[0].time <= now - rule.downWindow) recommended.shift();
    if (wish > current) {
      const limit = Math.max(1, ...allowed(rule.up, ups, current, 1));
      const by = Math.max(0, Math.min(wish, limit) - current);
      for (let i = 0; i < by; i++) add(STARTUP * (0.8 + 0.5 * chance.uniform()));
      if (by) ups.push({time: now, by});
    } else if (wish < current) {
      wish = Math.max(...recommended.map(r => r.wish));
      const limit = Math.min(...allowed(rule.down, downs, current, -1));
      const by = Math.max(0, current - Math.max(wish, limit));
      staying.sort((a, b) => a.answers.size - b.answers.size).slice(0, by).forEach(remove);
      if (by) downs.push({time: now, by});
    }
    most = Math.max(most, workers.size);
    agenda.at(now + SYNC, scale);
  }

  for (let i = 0; i < rule.least; i++) add(0);
  agenda.at(0, arrive);
  agenda.at(7, scale);
  while (!agenda.isEmpty) {
    const {time, deed} = agenda.next();
    if (time > horizon) break;
    workerSeconds += workers.size * (time - now);
    now = time;
    deed();
  }
  // What still waits has waited at least so long.
  for (let i = head; i < waiting.length; i++) waits.push(now - waiting[i].since);
  waits.sort((a, b) => a - b);
  feedback.sort((a, b) => a - b);
  const at = (values, share) => values[Math.min(values.length - 1, Math.floor(share * values.length))];
  return {
    p50: at(waits, 0.5), p95: at(waits, 0.95), p99: at(waits, 0.99), longest: waits.at(-1),
    feedback95: at(feedback, 0.95), late: 100 * waits.filter(w => w > 30).length / waits.length,
    workerHours: workerSeconds / 3600, most,
  };
}

/** The mean of several runs. */
export function average(rule, scenario, seeds = 3, options = {}) {
  const runs = Array.from({length: seeds}, (_, i) => simulate(rule, scenario, {...options, seed: i + 1}));
  return Object.fromEntries(Object.keys(runs[0]).map(key => [key, runs.reduce((sum, run) => sum + run[key], 0) / seeds]));
}

function print() {
  const rule = shippedRule();
  const variants = {
    [`as shipped: target ${rule.target}`]: rule,
    'by the backlog alone': {...rule, processor: 0},
    'target 10': {...rule, target: 10},
    'target 32': {...rule, target: 32},
    'target 256': {...rule, target: 256},
    'from zero workers': {...rule, least: 0},
    'the autoscaler\'s own pace': {...rule, down: [{type: 'Percent', value: 100, periodSeconds: 15}]},
    'at most 8 workers': {...rule, most: 8},
  };
  console.log('Seconds until scoring begins (p50, p95, p99, longest), until the feedback (p95); share that waits above 30 s;');
  console.log('hours of workers in the 90 minutes; the most workers at a time. Means of 3 runs.');
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    console.log(`\n${name}`.padEnd(38) + '     p50     p95     p99  longest  feedback p95   > 30 s   hours  most');
    for (const [variant, changed] of Object.entries(variants)) {
      const r = average(changed, scenario);
      const cell = (value, width) => value.toFixed(1).padStart(width);
      console.log(`  ${variant}`.padEnd(37) + cell(r.p50, 8) + cell(r.p95, 8) + cell(r.p99, 8) + cell(r.longest, 9)
        + cell(r.feedback95, 14) + cell(r.late, 8) + ' %' + cell(r.workerHours, 7) + cell(r.most, 6));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print();
