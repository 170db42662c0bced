// What holds between objects, and what the restricted Pod Security Standard and our own rules ask for. No schema knows these,
// and of most of them a cluster would say nothing either.
const API_VERSIONS = new Set(['v1', 'apps/v1', 'policy/v1', 'autoscaling/v2', 'networking.k8s.io/v1', 'keda.sh/v1alpha1',
  'monitoring.coreos.com/v1', 'gateway.networking.k8s.io/v1']);
// KEDA passes over a parameter that it doesn't know, so that a slip of the pen means its default.
const TRIGGERS = {
  postgresql: {
    all: ['connectionFromEnv', 'host', 'userName', 'passwordFromEnv', 'port', 'dbName', 'sslmode', 'query',
      'targetQueryValue', 'activationTargetQueryValue'],
    required: ['query', 'targetQueryValue'],
    authenticated: true,
    secret: ['connection', 'host', 'userName', 'password', 'port', 'dbName', 'sslmode'],
  },
  cpu: {all: ['value', 'containerName'], required: ['value', 'containerName']},
};
const LABEL = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/;
const UNITS = {m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40};
const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'];

function quantity(text) {
  const [, number, unit] = /^([0-9.]+)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(String(text)) ?? [];
  return number * (UNITS[unit] ?? 1);
}

const twice = names => names.find((name, i) => names.indexOf(name) !== i);
const matches = (selector, labels) => Object.entries(selector ?? {}).every(([key, value]) => labels?.[key] === value);

/** Findings about a set of objects; `expected` are Secrets that are made by other means and that it may name. */
export function check(objects, expected = []) {
  const findings = [];
  const say = (object, text) => findings.push(`${object.kind}/${object.metadata?.name}: ${text}`);
  const find = (kind, name) => [...objects, ...(kind === 'Secret' ? expected : [])]
    .find(object => object.kind === kind && object.metadata.name === name);
  const workloads = objects.filter(object => ['Deployment', 'StatefulSet', 'Job', 'CronJob'].includes(object.kind));
  const labelsOf = workload => workload.spec.template.metadata?.labels;

  for (const object of objects) {
    if (!API_VERSIONS.has(object.apiVersion)) say(object, `apiVersion ${object.apiVersion} is not on the list`);
    for (const value of Object.values(object.metadata?.labels ?? {})) {
      if (!LABEL.test(value)) say(object, `label value "${value}"`);
    }
  }
  if (!objects.some(o => o.kind === 'Namespace' && o.metadata.labels?.['pod-security.kubernetes.io/enforce'] === 'restricted')) {
    findings.push('no Namespace enforces the restricted Pod Security Standard');
  }
  for (const workload of workloads) checkWorkload(workload);
  for (const object of objects) ({Service, PodDisruptionBudget, NetworkPolicy, Ingress, HTTPRoute, ServiceMonitor,
    HorizontalPodAutoscaler: autoscaler, ScaledObject: autoscaler, TriggerAuthentication})[object.kind]?.(object);
  checkScaling();
  checkIsolation();
  return findings;

  function checkWorkload(workload) {
    const pod = workload.spec.template.spec;
    if (workload.kind === 'Job' || workload.kind === 'CronJob') say(workload, 'a Job: its template is immutable');
    for (const value of Object.values(labelsOf(workload) ?? {})) {
      if (!LABEL.test(value)) say(workload, `pod label value "${value}"`);
    }
    if (!matches(workload.spec.selector?.matchLabels, labelsOf(workload))) say(workload, 'selector is not the pod labels');
    if (!find('ServiceAccount', pod.serviceAccountName)) say(workload, `no ServiceAccount ${pod.serviceAccountName}`);
    if (pod.automountServiceAccountToken !== false) say(workload, 'mounts a token');
    if (pod.enableServiceLinks !== false) say(workload, 'enableServiceLinks');
    const security = pod.securityContext ?? {};
    if (security.runAsNonRoot !== true) say(workload, 'runAsNonRoot');
    if (!(security.runAsUser > 0)) say(workload, 'runAsUser is no number above 0');
    if (security.seccompProfile?.type !== 'RuntimeDefault') say(workload, 'seccompProfile');
    if (pod.hostNetwork || pod.hostPID || pod.hostIPC) say(workload, 'host namespace');
    for (const volume of pod.volumes ?? []) {
      if (volume.hostPath) say(workload, `volume ${volume.name} is a hostPath`);
      if (volume.emptyDir && !volume.emptyDir.sizeLimit) say(workload, `volume ${volume.name} has no sizeLimit`);
    }
    if (workload.kind === 'Deployment') {
      if (!pod.topologySpreadConstraints?.length) say(workload, 'no topologySpreadConstraints');
      for (const spread of pod.topologySpreadConstraints ?? []) {
        if (!matches(spread.labelSelector?.matchLabels, labelsOf(workload))) say(workload, 'spreads over other pods');
      }
      if (!objects.some(o => o.kind === 'PodDisruptionBudget' && matches(o.spec.selector.matchLabels, labelsOf(workload)))) {
        say(workload, 'no PodDisruptionBudget');
      }
    }
    const volumes = new Set([...(pod.volumes ?? []).map(v => v.name),
      ...(workload.spec.volumeClaimTemplates ?? []).map(v => v.metadata.name)]);
    for (const container of pod.initContainers ?? []) checkContainer(workload, pod, container, volumes, false);
    for (const container of pod.containers) checkContainer(workload, pod, container, volumes, true);
  }

  function checkContainer(workload, pod, container, volumes, serves) {
    const complain = text => say(workload, `${container.name}: ${text}`);
    const security = container.securityContext ?? {};
    const ports = (container.ports ?? []).map(port => port.name);
    const {requests, limits} = container.resources ?? {};
    if (security.allowPrivilegeEscalation !== false) complain('allowPrivilegeEscalation');
    if (!(security.capabilities?.drop ?? []).includes('ALL') || security.capabilities?.add?.length) complain('capabilities');
    if (security.privileged) complain('privileged');
    if (security.readOnlyRootFilesystem === undefined) complain('readOnlyRootFilesystem is not decided');
    if (workload.kind === 'Deployment' && security.readOnlyRootFilesystem !== true) complain('readOnlyRootFilesystem');
    if (!requests?.cpu || !requests?.memory || !limits?.memory) complain('resources');
    else if (quantity(requests.memory) !== quantity(limits.memory)) complain('memory request is not its limit');
    if (limits?.cpu) complain('a limit on CPU');
    if (/:latest$/.test(container.image) || !/[:@]/.test(container.image.split('/').pop())) {
      complain(`image ${container.image} has no fixed tag`);
    }
    if (twice(ports)) complain(`port name ${twice(ports)} twice`);
    const variables = (container.env ?? []).map(variable => variable.name);
    if (twice(variables)) complain(`env ${twice(variables)} twice`);
    for (const mount of container.volumeMounts ?? []) if (!volumes.has(mount.name)) complain(`no volume ${mount.name}`);
    for (const probe of serves ? PROBES : []) {
      const port = container[probe]?.httpGet?.port ?? container[probe]?.tcpSocket?.port;
      if (!container[probe]) complain(`no ${probe}`);
      else if (port !== undefined && !ports.includes(port)) complain(`${probe}: no port named ${port}`);
    }
    for (const {configMapRef, secretRef} of container.envFrom ?? []) {
      const [kind, ref] = configMapRef ? ['ConfigMap', configMapRef] : ['Secret', secretRef];
      if (!ref.optional && !find(kind, ref.name)) complain(`no ${kind} ${ref.name}`);
    }
    for (const {name, valueFrom} of container.env ?? []) {
      const ref = valueFrom?.secretKeyRef ?? valueFrom?.configMapKeyRef;
      if (ref) checkKey(workload, valueFrom.secretKeyRef ? 'Secret' : 'ConfigMap', ref.name, ref.key, name);
    }
    const sleep = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
    const patience = shutdownSeconds(container);
    if (sleep + patience >= (pod.terminationGracePeriodSeconds ?? 30)) {
      complain(`preStop (${sleep} s) and shutdown (${patience} s) don't fit into the grace period`);
    }
  }

  function shutdownSeconds(container) {
    const maps = (container.envFrom ?? []).map(source => find('ConfigMap', source.configMapRef?.name));
    const value = maps.map(map => map?.data?.QUARKUS_SHUTDOWN_TIMEOUT).find(Boolean);
    return value ? Number.parseInt(value, 10) : 10;
  }

  function checkKey(object, kind, name, key, user) {
    const source = find(kind, name);
    if (!source) say(object, `${user}: no ${kind} ${name}`);
    else if (!(key in {...source.data, ...source.stringData})) say(object, `${user}: no key ${key} in ${name}`);
  }

  function Service(service) {
    const selected = workloads.filter(workload => matches(service.spec.selector, labelsOf(workload)));
    if (!selected.length) say(service, 'selects no pod');
    for (const port of service.spec.ports) {
      for (const workload of selected) {
        const names = workload.spec.template.spec.containers.flatMap(c => (c.ports ?? []).map(p => p.name));
        if (!names.includes(port.targetPort)) say(service, `targetPort ${port.targetPort} is not in ${workload.metadata.name}`);
      }
    }
  }

  function ServiceMonitor(monitor) {
    const services = objects.filter(o => o.kind === 'Service' && matches(monitor.spec.selector.matchLabels, o.metadata.labels));
    if (!services.length) say(monitor, 'selects no Service');
    for (const endpoint of monitor.spec.endpoints) {
      if (!services.every(s => s.spec.ports.some(p => p.name === endpoint.port))) say(monitor, `no port ${endpoint.port}`);
    }
  }

  function PodDisruptionBudget(budget) {
    if ('minAvailable' in budget.spec && 'maxUnavailable' in budget.spec) say(budget, 'minAvailable and maxUnavailable');
    if (!workloads.some(w => matches(budget.spec.selector.matchLabels, labelsOf(w)))) say(budget, 'selects no pod');
  }

  function NetworkPolicy(policy) {
    const selected = workloads.filter(w => matches(policy.spec.podSelector.matchLabels, labelsOf(w)));
    if (!selected.length) say(policy, 'selects no pod');
    for (const {port} of (policy.spec.ingress ?? []).flatMap(rule => rule.ports ?? [])) {
      const names = selected.flatMap(w => w.spec.template.spec.containers).flatMap(c => (c.ports ?? []).map(p => p.name));
      if (typeof port === 'string' && !names.includes(port)) say(policy, `no port named ${port}`);
    }
  }

  function autoscaler(scaler) {
    const reference = scaler.spec.scaleTargetRef;
    const target = find(reference.kind ?? 'Deployment', reference.name);
    if (!target) return say(scaler, `no ${reference.name} to scale`);
    if ('replicas' in target.spec) say(scaler, `${reference.name} also sets replicas`);
    const [least, most] = scaler.kind === 'ScaledObject'
      ? [scaler.spec.minReplicaCount ?? 0, scaler.spec.maxReplicaCount ?? 100]
      : [scaler.spec.minReplicas ?? 1, scaler.spec.maxReplicas];
    if (least > most) say(scaler, `at least ${least}, at most ${most}`);
    for (const trigger of scaler.spec.triggers ?? []) checkTrigger(scaler, trigger, target);
  }

  function checkTrigger(scaler, trigger, target) {
    const known = TRIGGERS[trigger.type];
    if (!known) return say(scaler, `trigger type ${trigger.type} is not on the list`);
    for (const key of Object.keys(trigger.metadata)) {
      if (!known.all.includes(key)) say(scaler, `${trigger.type} has no parameter ${key}`);
    }
    for (const key of known.required) if (!(key in trigger.metadata)) say(scaler, `${trigger.type} needs ${key}`);
    const container = trigger.metadata.containerName;
    if (container && !target.spec.template.spec.containers.some(c => c.name === container)) say(scaler, `no container ${container}`);
    if (!known.authenticated) return;
    const authentication = find('TriggerAuthentication', trigger.authenticationRef?.name);
    if (!authentication) return say(scaler, `no TriggerAuthentication ${trigger.authenticationRef?.name}`);
    for (const {parameter} of authentication.spec.secretTargetRef ?? []) {
      if (!known.secret.includes(parameter)) say(authentication, `${trigger.type} has no parameter ${parameter}`);
    }
    const maps = target.spec.template.spec.containers[0].envFrom.map(s => find('ConfigMap', s.configMapRef?.name));
    const slots = maps.map(map => map?.data?.GREENROOM_INTAKE_SLOTS).find(Boolean);
    if (trigger.metadata.targetQueryValue !== slots) {
      say(scaler, `targetQueryValue ${trigger.metadata.targetQueryValue} is not GREENROOM_INTAKE_SLOTS, ${slots}`);
    }
  }

  function TriggerAuthentication(authentication) {
    for (const {name, key, parameter} of authentication.spec.secretTargetRef ?? []) {
      checkKey(authentication, 'Secret', name, key, parameter);
    }
  }

  function checkScaling() {
    const targets = objects.filter(o => ['HorizontalPodAutoscaler', 'ScaledObject'].includes(o.kind))
      .map(o => o.spec.scaleTargetRef.name);
    if (twice(targets)) findings.push(`Deployment/${twice(targets)}: two autoscalers`);
  }

  function checkIsolation() {
    const everything = objects.filter(o => o.kind === 'NetworkPolicy' && !Object.keys(o.spec.podSelector).length);
    if (!everything.some(o => ['Ingress', 'Egress'].every(type => o.spec.policyTypes?.includes(type))
        && !o.spec.ingress && !o.spec.egress)) {
      findings.push('no NetworkPolicy denies by default');
    }
  }

  function Ingress(ingress) {
    for (const {path, backend} of ingress.spec.rules.flatMap(rule => rule.http.paths)) {
      const service = find('Service', backend.service.name);
      const {name, number} = backend.service.port;
      if (!service?.spec.ports.some(p => p.name === name || p.port === number)) say(ingress, `no backend ${backend.service.name}`);
      checkPath(ingress, path);
    }
  }

  function HTTPRoute(route) {
    for (const rule of route.spec.rules) {
      for (const backend of rule.backendRefs ?? []) {
        const service = find('Service', backend.name);
        if (!service?.spec.ports.some(p => p.port === backend.port)) say(route, `no backend ${backend.name}:${backend.port}`);
      }
      if (!rule.matches?.length) say(route, 'lets every path in');
      for (const match of rule.matches ?? []) checkPath(route, match.path?.value);
    }
  }

  /** Health and metrics share the API's port and are for those inside. */
  function checkPath(route, path) {
    const streams = '/v1/sessions/[^/]+/events';
    if (path !== streams && !/^\/(v1|q\/openapi|q\/swagger-ui)$/.test(path)) say(route, `lets ${path} in`);
  }
}
