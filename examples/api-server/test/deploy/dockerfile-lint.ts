import { DockerfileParser, type From, type Instruction } from 'dockerfile-ast';

/** What is wrong with a Dockerfile, by the rules of hadolint and Docker's own checks that matter here. */
export function lintDockerfile(text: string): string[] {
  const instructions = DockerfileParser.parse(text).getInstructions();
  return checks.flatMap((check) => check(instructions));
}

type Check = (instructions: readonly Instruction[]) => string[];

const named = (instructions: readonly Instruction[], ...names: string[]) =>
  instructions.filter((instruction) => names.includes(instruction.getKeyword()));
const argumentsOf = (instruction: Instruction) => instruction.getArgumentsContent() ?? '';
const at = (instruction: Instruction, problem: string) => `line ${instruction.getRange().start.line + 1}: ${problem}`;

const imagesArePinned: Check = (instructions) => {
  const stages = new Set<string>();
  return (named(instructions, 'FROM') as From[]).flatMap((from) => {
    const image = from.getImage() ?? '';
    const isStage = stages.has(image);
    const stage = from.getBuildStage();
    if (stage !== null) stages.add(stage);
    return isStage || /^[\w./-]+:(?!latest\b)[\w.-]+@sha256:[0-9a-f]{64}$/.test(image)
      ? []
      : [at(from, 'image is not pinned')];
  });
};

/** By number, for Kubernetes cannot tell of a name whether it is root. */
const lastStageIsUnprivileged: Check = (instructions) => {
  const start = instructions.findLastIndex((instruction) => instruction.getKeyword() === 'FROM');
  const user = named(instructions.slice(start), 'USER').at(-1);
  if (user === undefined) return ['the last stage has no USER'];
  return /^[1-9]\d*(?::[1-9]\d*)?$/.test(argumentsOf(user)) ? [] : [at(user, 'USER is root, or not a number')];
};

const nothingIsAdded: Check = (instructions) =>
  named(instructions, 'ADD').map((instruction) => at(instruction, 'ADD fetches and unpacks; COPY does not'));

const noSecretIsKept: Check = (instructions) =>
  named(instructions, 'ARG', 'ENV')
    .filter((instruction) =>
      /(?:SECRET|PASSWORD|TOKEN|CREDENTIAL|_KEY)\w*[= ](?!\/)/i.test(`${argumentsOf(instruction)} `),
    )
    .map((instruction) => at(instruction, `${instruction.getKeyword()} stays in the image, and looks like a secret`));

const commandsNeedNoShell: Check = (instructions) =>
  named(instructions, 'CMD', 'ENTRYPOINT', 'HEALTHCHECK')
    .filter((instruction) => !/(?:^|CMD )\[".*"\]$/.test(argumentsOf(instruction).replaceAll(/\s*\\\s*/g, ' ')))
    .map((instruction) => at(instruction, `${instruction.getKeyword()} runs through a shell`));

const packagesAreCleanedUp: Check = (instructions) =>
  named(instructions, 'RUN').flatMap((run) => {
    const command = argumentsOf(run);
    return [
      ...(/\bapt-get install\b/.test(command) && !/rm -rf? \/var\/lib\/apt\/lists/.test(command)
        ? [at(run, 'lists of apt stay')]
        : []),
      ...(/\bapt-get install\b/.test(command) && !/--no-install-recommends/.test(command)
        ? [at(run, 'apt installs recommendations')]
        : []),
      ...(/\bnpm install --global (?!.*@\d)/.test(command) ? [at(run, 'npm installs any version')] : []),
      ...(/\b(?:sudo|chmod 777)\b/.test(command) ? [at(run, 'more rights than needed')] : []),
      ...(/\b(?:curl|wget)\b[^|]*\|\s*(?:ba)?sh\b/.test(command) ? [at(run, 'runs what it fetches')] : []),
      ...(/\bcd \//.test(command) ? [at(run, 'changes folder; WORKDIR does')] : []),
    ];
  });

const foldersAreAbsolute: Check = (instructions) =>
  named(instructions, 'WORKDIR')
    .filter((instruction) => !argumentsOf(instruction).startsWith('/'))
    .map((instruction) => at(instruction, 'WORKDIR is relative'));

const healthIsChecked: Check = (instructions) =>
  named(instructions, 'HEALTHCHECK').length === 1 ? [] : ['there is not one HEALTHCHECK'];

const stagesAreThere: Check = (instructions) => {
  const stages = (named(instructions, 'FROM') as From[]).map((from) => from.getBuildStage());
  return named(instructions, 'COPY').flatMap((copy) => {
    const [, stage] = /--from=(\S+)/.exec(copy.toString() + copy.getRawArgumentsContent()) ?? [];
    return stage === undefined || stages.includes(stage) ? [] : [at(copy, `there is no stage ${stage}`)];
  });
};

const checks = [
  imagesArePinned,
  lastStageIsUnprivileged,
  nothingIsAdded,
  noSecretIsKept,
  commandsNeedNoShell,
  packagesAreCleanedUp,
  foldersAreAbsolute,
  healthIsChecked,
  stagesAreThere,
];
