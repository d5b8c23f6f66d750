import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from './problem.ts';

/** How PostgreSQL's programs are started, and to whom its files belong. */
export interface Runner {
  /** `file` with `args`, wrapped so that it runs as the right OS user and ends with this process. */
  command: (file: string, args: string[]) => [file: string, args: string[]];
  /** The owner of PostgreSQL's files when it is not the user of this process. */
  owner: { uid: number; gid: number } | null;
}

const name = 'postgres';

/**
 * PostgreSQL refuses to run as root, so a root process runs it as the OS user `postgres`, which is
 * made when it is missing. On Linux `setpriv` also asks the kernel to interrupt PostgreSQL
 * (a fast shutdown) when this process dies, `kill -9` included (prctl(2), PR_SET_PDEATHSIG).
 *
 * @param paths files and folders that user must be able to reach
 */
export function makeRunner(paths: string[]): Runner {
  const setpriv = hasSetpriv();
  if (process.getuid?.() !== 0) {
    return setpriv
      ? { command: wrap(['--pdeathsig', 'INT']), owner: null }
      : { command: (file, args) => [file, args], owner: null };
  }
  if (!setpriv) {
    throw new Problem(
      'Running as root needs the program setpriv (package util-linux), because PostgreSQL must not run as root: install it, or start Telloom as another user.',
    );
  }
  const owner = findOrMakeUser();
  const plain = ['--pdeathsig', 'INT', ...as(owner)];
  const command = [plain, [...plain, ...readAnyPath]].find((way) => reaches(way, paths));
  if (!command) throw new Problem(unreachable(paths, owner));
  return { command: wrap(command), owner };
}

const hasSetpriv = () =>
  process.platform === 'linux' && spawnSync('setpriv', ['--version']).status === 0;

const wrap =
  (options: string[]): Runner['command'] =>
  (file, args) => ['setpriv', [...options, '--', file, ...args]];

const as = ({ uid, gid }: { uid: number; gid: number }) =>
  `--reuid ${uid} --regid ${gid} --clear-groups --no-new-privs`.split(' ');

/**
 * For a checkout or data folder inside a closed home such as /root: the one capability to pass
 * through folders that are closed to `postgres`. The securebit is there because initdb looks with
 * access(2), which ignores the capabilities of a user other than root without it.
 */
const readAnyPath =
  '--securebits +no_setuid_fixup --inh-caps=-all,+dac_read_search --ambient-caps=-all,+dac_read_search'.split(
    ' ',
  );

function reaches(options: string[], paths: string[]): boolean {
  return paths.every((path) => {
    const [file, args] = wrap(options)('test', ['-r', path, '-a', '-x', path]);
    return spawnSync(file, args).status === 0;
  });
}

function findOrMakeUser(): { uid: number; gid: number } {
  const id = (flag: string) => {
    const found = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return found.status === 0 ? Number.parseInt(found.stdout, 10) : null;
  };
  if (id('-u') === null) makeUser();
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid === null || gid === null) throw new Problem(`The OS user ${name} could not be found.`);
  return { uid, gid };
}

function makeUser(): void {
  const options = '--system --user-group --no-create-home --shell /usr/sbin/nologin'.split(' ');
  try {
    execFileSync('useradd', [...options, name], { stdio: 'pipe' });
  } catch (cause) {
    throw new Problem(
      `The OS user ${name}, as which PostgreSQL must run when Telloom is started by root, could not be made with useradd: make it, or start Telloom as another user.`,
      { cause },
    );
  }
}

function unreachable(paths: string[], { uid, gid }: { uid: number; gid: number }): string {
  const ways = paths.flatMap(ancestors);
  const closed = ways.find((folder) => {
    const { mode, uid: owner, gid: group } = statSync(folder);
    return !(mode & (owner === uid ? 0o100 : group === gid ? 0o010 : 0o001));
  });
  return `The OS user ${name}, as which PostgreSQL must run when Telloom is started by root, cannot enter ${closed ?? paths.join(' or ')}: move Telloom to a folder such as /srv/telloom, or run chmod o+x on it.`;
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...ancestors(parent), path];
}
