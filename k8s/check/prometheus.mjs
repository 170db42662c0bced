// The alerts, by Prometheus' own tool, and whether each is explained.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {stringify} from 'yaml';
import {root} from './manifests.mjs';

const promtool = path.join(import.meta.dirname, '.tools/promtool');

function run(...args) {
  const {status, stdout, stderr} = spawnSync(promtool, args, {encoding: 'utf8'});
  return status === 0 ? [] : [`${stdout}${stderr}`.trim()];
}

function withRules(rule, work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'greenroom-rules-'));
  try {
    fs.writeFileSync(path.join(folder, 'rules.yaml'), stringify(rule.spec));
    return work(folder);
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}

/** Findings about the syntax of a PrometheusRule. */
export const lint = rule => withRules(rule, folder => run('check', 'rules', path.join(folder, 'rules.yaml')));

/** Findings about the queries of a Grafana dashboard: each as if it were a rule. */
export function lintDashboard(dashboard) {
  const rules = dashboard.panels.flatMap(panel => panel.targets ?? []).map(({expr}, i) => ({record: `panel:${i}`, expr}));
  return lint({spec: {groups: [{name: 'dashboard', rules}]}});
}

/** What fails of the unit tests in a file, which names its rules 'rules.yaml'. */
export const play = (rule, tests) => withRules(rule, folder => {
  fs.copyFileSync(tests, path.join(folder, 'tests.yaml'));
  return run('test', 'rules', path.join(folder, 'tests.yaml'));
});

/** Alerts whose page in the runbook is missing, and pages without an alert. */
export function explain(rule, runbook = fs.readFileSync(path.join(root, 'docs/runbook.md'), 'utf8')) {
  const alerts = rule.spec.groups.flatMap(group => group.rules).filter(r => r.alert);
  const pages = [...runbook.matchAll(/^## (Greenroom\w+)$/gm)].map(match => match[1]);
  return [
    ...alerts.filter(a => !pages.includes(a.alert)).map(a => `${a.alert} has no page in the runbook`),
    ...alerts.filter(a => a.annotations.runbook !== `docs/runbook.md#${a.alert.toLowerCase()}`)
      .map(a => `${a.alert} names another page: ${a.annotations.runbook}`),
    ...pages.filter(page => !alerts.some(a => a.alert === page)).map(page => `${page} is no alert`),
  ];
}
