import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/** The production modules of a source folder, each with the modules of that folder it imports, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Reads the imports of every module under `root`; tests and their helpers in `testing/` are ignored. */
export function readImports(root: string): ImportGraph {
  const modules = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing/'),
  );
  return new Map(modules.map((name) => [name, importsOf(name, readFileSync(join(root, name), 'utf8'))]));
}

/** The relative imports in the text of module `name`, as module names. */
export function importsOf(name: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORT)]
    .map(([, target = '']) => target)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative('.', join(dirname(name), target.replace(/(\.ts)?(\?.*)?$/, '.ts'))));
}

/** Groups of modules that import each other, directly or through others (Tarjan's algorithm). */
export function cyclesOf(graph: ImportGraph): readonly (readonly string[])[] {
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (name: string): number => {
    const index = low.size;
    let least = index;
    low.set(name, index);
    stack.push(name);
    for (const target of graph.get(name) ?? []) {
      least = Math.min(least, low.get(target) ?? visit(target));
    }
    low.set(name, least);
    if (least === index) {
      const group = stack.splice(stack.indexOf(name));
      for (const member of group) {
        low.set(member, Number.POSITIVE_INFINITY);
      }
      if (group.length > 1 || graph.get(name)?.includes(name)) {
        cycles.push(group.sort());
      }
    }
    return least;
  };
  for (const name of graph.keys()) {
    if (!low.has(name)) {
      visit(name);
    }
  }
  return cycles;
}
