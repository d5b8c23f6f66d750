import { execFileSync } from 'node:child_process';

/**
 * Calls `gone` once when npm, which started this process, is no more, as when it is killed with a
 * signal that it cannot pass on. npm runs scripts through `sh -c`, and many a shell stays between
 * the two and outlives npm, so a look at the own parent is not enough.
 *
 * @param {() => void} gone
 */
export function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const [above, program] = ask(parent, 'ppid=,comm=');
  const watched = /(^|\/)(sh|bash|dash|zsh|ash)$/.test(program)
    ? [parent, Number(above)]
    : [parent];
  const timer = setInterval(() => {
    if (process.ppid === parent && watched.every(isThere)) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

function ask(pid, columns) {
  if (process.platform === 'win32') return ['', ''];
  try {
    const line = execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' });
    return line.trim().split(/\s+/);
  } catch {
    // Not every container has ps; the own parent is watched all the same.
    return ['', ''];
  }
}

function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
