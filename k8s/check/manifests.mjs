// Renders overlays and reads manifests.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {parseAllDocuments} from 'yaml';

export const root = path.resolve(import.meta.dirname, '../..');
const kubectl = path.join(import.meta.dirname, '.tools/kubectl');

/** The objects that `kubectl apply -k` would send. */
export function render(folder) {
  return parse(execFileSync(kubectl, ['kustomize', path.join(root, folder)], {encoding: 'utf8', maxBuffer: 2 ** 26}));
}

export function read(file) {
  return parse(fs.readFileSync(path.join(root, file), 'utf8'));
}

function parse(yaml) {
  return parseAllDocuments(yaml).map(document => {
    if (document.errors.length) throw document.errors[0];
    return document.toJS();
  }).filter(Boolean);
}
