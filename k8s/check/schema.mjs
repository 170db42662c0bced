// Are the objects what their schemas say? Two looks: the JSON Schemas of Kubernetes and of the CRDs find wrong types, missing
// fields and values out of range; the TypeScript compiler finds fields that no schema knows, which a cluster would drop.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const PACKAGES = {
  'keda.sh': '@kubernetes-models/keda',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
};
const OPTIONS = {
  strict: true, noEmit: true, skipLibCheck: true, types: [],
  module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022,
};

function moduleOf(object) {
  const [group, version] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : ['', object.apiVersion];
  return [PACKAGES[group] ?? 'kubernetes-models', group, version].filter(Boolean).join('/');
}

const name = object => `${object.kind}/${object.metadata?.name}`;

/** Findings of the JSON Schemas. */
export async function validate(objects) {
  const findings = [];
  for (const object of objects) {
    try {
      const kinds = await import(moduleOf(object));
      if (!kinds[object.kind]) throw new Error(`${object.apiVersion} has no kind ${object.kind}`);
      new kinds[object.kind](object).validate();
    } catch (e) {
      findings.push(`${name(object)}: ${e.message}`);
    }
  }
  return findings;
}

/** Findings of the compiler for several sets of objects by name, in one go, since starting it is what takes the time. */
export function compile(sets) {
  const findings = new Map(Object.keys(sets).map(set => [set, []]));
  const files = new Map();
  const labels = new Map();
  for (const [set, objects] of Object.entries(sets)) {
    const file = path.join(import.meta.dirname, `.compile-${files.size}.ts`);
    files.set(file, set);
    labels.set(file, objects.map(name));
    fs.writeFileSync(file, objects.map((object, i) =>
      `import type {I${object.kind} as K${i}} from '${moduleOf(object)}';\n`
      + `export const o${i}: K${i} = ${JSON.stringify(object, null, 1)};\n`).join(''));
  }
  try {
    for (const diagnostic of ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], OPTIONS))) {
      const file = diagnostic.file && path.resolve(diagnostic.file.fileName);
      const before = diagnostic.file?.text.slice(0, diagnostic.start) ?? '';
      const index = (before.match(/^export const o\d+/gm) ?? []).length - 1;
      const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').slice(0, 240);
      findings.get(files.get(file) ?? Object.keys(sets)[0]).push(`${labels.get(file)?.[index] ?? ''}: ${text}`);
    }
  } finally {
    files.forEach((_, file) => fs.rmSync(file, {force: true}));
  }
  return findings;
}
