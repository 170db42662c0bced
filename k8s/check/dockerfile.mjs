// The Dockerfile: what each image that is shipped has to have.
import {DockerfileParser} from 'dockerfile-ast';

export function checkDockerfile(text, shipped = ['api-service', 'scoring-worker']) {
  const stages = new Map();
  let current;
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const keyword = instruction.getKeyword();
    if (keyword === 'FROM') {
      const parent = stages.get(instruction.getImage());
      current = {stage: instruction.getBuildStage(), base: instruction.getImage(), own: [], all: [...(parent?.all ?? [])]};
      stages.set(current.stage, current);
    }
    if (!current) continue;
    current.own.push(instruction);
    current.all.push(instruction);
  }
  const findings = [];
  for (const name of shipped) {
    const stage = stages.get(name);
    const say = finding => findings.push(`${name}: ${finding}`);
    if (!stage) {
      say('is no stage');
      continue;
    }
    const last = keyword => stage.all.filter(i => i.getKeyword() === keyword).at(-1)?.getArgumentsContent();
    if (!/^[1-9]\d*(:\d+)?$/.test(last('USER') ?? '')) say(`user is ${last('USER') ?? 'root'}, not a number above 0`);
    if (last('STOPSIGNAL') !== 'SIGTERM') say('STOPSIGNAL');
    if (!/CMD \[/.test(last('HEALTHCHECK') ?? '')) say('no HEALTHCHECK in exec form');
    if (!/^\["java"/.test(last('ENTRYPOINT') ?? '')) say('ENTRYPOINT is not java itself, which would not get the signal');
    for (const label of ['title', 'description', 'licenses']) {
      if (!last('LABEL')?.includes(`org.opencontainers.image.${label}=`)) say(`no label ${label}`);
    }
    const copies = stage.own.filter(i => i.getKeyword() === 'COPY').map(i => i.getArgumentsContent());
    const uncopied = stage.own.filter(i => i.getKeyword() === 'COPY' && !i.getFlags().some(f => f.getName() === 'from'));
    const libraries = copies.findIndex(copy => / lib$/.test(copy));
    const classes = copies.findIndex(copy => / app$/.test(copy));
    if (libraries < 0 || classes < libraries) say('libraries are not in a layer below the classes');
    if (uncopied.length) say('copies from the build context');
  }
  for (const {stage, base} of stages.values()) {
    if (!/^\$\{\w+\}$/.test(base) && !stages.has(base)) findings.push(`${stage}: its base ${base} is no argument`);
  }
  return findings;
}
