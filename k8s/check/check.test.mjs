import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {before, describe, test} from 'node:test';
import {checkCompose, readCompose, validateCompose} from './compose.mjs';
import {checkDockerfile} from './dockerfile.mjs';
import {FAULTS} from './faults.mjs';
import {read, render, root} from './manifests.mjs';
import {explain, lint, lintDashboard, play} from './prometheus.mjs';
import {check} from './rules.mjs';
import {compile, validate} from './schema.mjs';

const production = render('k8s/overlays/production');
const secrets = read('k8s/overlays/production/secrets.example.yaml');
const OVERLAYS = {
  production: [production, secrets],
  dev: [render('k8s/overlays/dev'), []],
  // What the overlays leave to choose.
  ingress: [[...production, ...read('k8s/components/ingress/ingress.yaml')], secrets],
  judge: [[...production, ...read('k8s/components/judge-egress/network-policy.yaml')], secrets],
  secrets: [[...secrets, ...production], []],
};

const ruleOf = objects => objects.find(object => object.kind === 'PrometheusRule');

async function findings(objects, expected, compiled) {
  const rule = ruleOf(objects);
  return [...await validate(objects), ...compiled, ...check(objects, expected), ...rule ? [...lint(rule), ...explain(rule)] : []];
}

describe('manifests', () => {
  let compiled;
  before(() => {
    compiled = compile(Object.fromEntries(Object.entries(OVERLAYS).map(([name, [objects]]) => [name, objects])));
  });

  for (const [name, [objects, expected]] of Object.entries(OVERLAYS)) {
    test(`${name} is flawless`, async () => {
      assert.ok(objects.length >= 15, `${objects.length} objects`);
      assert.deepEqual(await findings(objects, expected, compiled.get(name)), []);
    });
  }
});

describe('planted faults', () => {
  const sets = {};
  let compiled;
  before(() => {
    for (const [name, plant] of Object.entries(FAULTS)) plant(sets[name] = structuredClone(production));
    compiled = compile(sets);
  });

  for (const name of Object.keys(FAULTS)) {
    test(`${name} is found`, async () => {
      assert.notDeepEqual(await findings(sets[name], secrets, compiled.get(name)), []);
    });
  }
});

test('the alerts fire when they should and only then', () => {
  assert.deepEqual(play(ruleOf(production), path.join(import.meta.dirname, 'alerts.yaml')), []);
});

test('a Prometheus without an operator has the same rules', () => {
  assert.deepEqual(read('docker/observability/rules.yml'), [ruleOf(production).spec]);
});

describe('the dashboard', () => {
  const dashboard = () => JSON.parse(fs.readFileSync(path.join(root, 'k8s/components/monitoring/greenroom.json'), 'utf8'));
  test('asks what Prometheus understands', () => assert.deepEqual(lintDashboard(dashboard()), []));
  test('would be found out otherwise', () => {
    const faulty = dashboard();
    faulty.panels[1].targets[0].expr += ')';
    assert.notDeepEqual(lintDashboard(faulty), []);
  });
});

describe('compose', () => {
  test('the file is flawless', () => {
    assert.deepEqual([...validateCompose(readCompose()), ...checkCompose(readCompose())], []);
  });

  const faults = {
    'a key with a typo': c => { c.services.api.depend_on = {}; },
    'a condition that is not there': c => { c.services.api.depends_on.migrate.condition = 'service_done'; },
    'a neighbour that is not there': c => { c.services.api.depends_on.kafak = {condition: 'service_started'}; },
    'a wait for health that nobody checks': c => { delete c.services.postgres.healthcheck; },
    'a wait for an end that never comes': c => { c.services.migrate.restart = 'always'; },
    'a port to the world': c => { c.services.api.ports = ['8080:8080']; },
    'a password that can not be changed': c => { c.services.postgres.environment.POSTGRES_PASSWORD = 'postgres'; },
    'no limit on memory': c => { delete c.services.worker.deploy; },
    'a root to write to': c => { delete c.services.worker.read_only; },
    'capabilities': c => { delete c.services.api.cap_drop; },
    'a worker with a name': c => { c.services.worker.container_name = 'worker'; },
    'a volume that is not there': c => { delete c.volumes.kafka; },
    'a file that is not there': c => { c.services.prometheus.volumes[0] = './prometheus.yml:/etc/prometheus/prometheus.yml'; },
    'an image without a tag': c => { c.services.kafka.image = 'apache/kafka'; },
    'a neighbour of another profile': c => { c.services.api.depends_on.tempo = {condition: 'service_started'}; },
  };
  for (const [name, plant] of Object.entries(faults)) {
    test(`${name} is found`, () => {
      const compose = readCompose();
      plant(compose);
      assert.notDeepEqual([...validateCompose(compose), ...checkCompose(compose)], []);
    });
  }

  test('its images and the manifests have the same Kafka and PostgreSQL', () => {
    const images = OVERLAYS.dev[0].filter(o => o.kind === 'StatefulSet').map(o => o.spec.template.spec.containers[0].image);
    const {kafka, postgres} = readCompose().services;
    for (const image of images) assert.ok([kafka.image, postgres.image].some(i => i.endsWith(`:-${image}}`)), image);
  });
});

describe('images', () => {
  const dockerfile = fs.readFileSync(path.join(root, 'docker/Dockerfile'), 'utf8');
  test('the Dockerfile is flawless', () => assert.deepEqual(checkDockerfile(dockerfile), []));

  test('the tracing agent is the one that the tests attach', () => {
    const version = /<opentelemetry-agent.version>(.*)</.exec(fs.readFileSync(path.join(root, 'pom.xml'), 'utf8'))[1];
    assert.match(dockerfile, new RegExp(`^ARG AGENT=${version}$`, 'm'));
  });

  const faults = {
    'root': s => s.replace('USER 10001:10001', 'USER root'),
    'no user': s => s.replace('USER 10001:10001\n', ''),
    'no health check': s => s.replaceAll(/HEALTHCHECK.*\n/g, ''),
    'a shell in between': s => s.replaceAll(/ENTRYPOINT \[(.*)\]/g, 'ENTRYPOINT java -jar quarkus-run.jar'),
    'another signal': s => s.replace('STOPSIGNAL SIGTERM', 'STOPSIGNAL SIGKILL'),
    'no label': s => s.replaceAll('org.opencontainers.image.licenses', 'licenses'),
    'a base that can not be chosen': s => s.replace('FROM ${BASE}', 'FROM eclipse-temurin:25-jre'),
    'classes below the libraries': s => s.replaceAll(/ \/app\/([\w-]+)\/lib lib/g, ' /app/$1/lib other'),
  };
  for (const [name, plant] of Object.entries(faults)) {
    test(`${name} is found`, () => {
      assert.notEqual(plant(dockerfile), dockerfile);
      assert.notDeepEqual(checkDockerfile(plant(dockerfile)), []);
    });
  }
});

describe('scripts', () => {
  const shellcheck = path.join(import.meta.dirname, '.tools/shellcheck');
  const scripts = spawnSync('git', ['grep', '-lE', '^#!/(usr/)?bin/(env )?(ba)?sh'], {cwd: root, encoding: 'utf8'}).stdout.trim().split('\n');
  const lintScript = (...args) => spawnSync(shellcheck, args, {cwd: root, encoding: 'utf8', input: 'cd nowhere'});
  test('no script has a finding', () => {
    assert.ok(scripts.includes('greenroom'), scripts.join());
    const {status, stdout} = lintScript('-x', '-S', 'warning', ...scripts);
    assert.equal(status, 0, stdout);
  });
  test('a finding would be found', () => assert.equal(lintScript('-S', 'warning', '-s', 'sh', '-').status, 1));
});
