import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, resolve } from 'node:path';

/** The absolute path of a program that PATH holds, or null. */
export async function findInPath(
  name: string,
  path = process.env.PATH ?? '',
): Promise<string | null> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const candidate = resolve(folder, exe(name));
    if (await isExecutable(candidate)) return candidate;
  }
  return null;
}

export async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

export function exe(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
