import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from './run.mjs';

/** What the built web app depends on, below the checkout; `*` stands for every feature. */
const sources = [
  'index.html',
  'public',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'lingui.config.ts',
  'src/web',
  'src/features/*/web',
];

/** @returns {string} a hash over the names and contents of everything the build reads */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const path of sources
    .flatMap((source) => expand(root, source))
    .flatMap((p) => files(root, p))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function expand(root, source) {
  const [before, after] = source.split('*');
  if (after === undefined) return [source];
  return names(join(root, before)).map((name) => `${before}${name}${after}`);
}

const names = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []);

function files(root, path) {
  const entries = existsSync(join(root, path)) ? tryList(join(root, path)) : [];
  return entries === null ? [path] : entries.flatMap((name) => files(root, `${path}/${name}`));
}

/** The names in a folder, or null for a file. */
function tryList(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

/** Whether `dist/web` was built from these very sources. */
export function isBuilt(root) {
  const stamp = join(root, 'dist/web.stamp');
  return (
    existsSync(join(root, 'dist/web/index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hashSources(root)
  );
}

/** Builds `dist/web`; the stamp is written last, so a build that was cut off is done again. */
export async function buildWeb(root) {
  const stamp = join(root, 'dist/web.stamp');
  const hash = hashSources(root);
  rmSync(stamp, { force: true });
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await must(process.execPath, [vite, 'build'], 'The web app could not be built (see above).', {
    cwd: root,
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, hash);
}
