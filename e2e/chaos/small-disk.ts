import { execFileSync } from 'node:child_process';
import { statfsSync } from 'node:fs';

/** A file system of its own, in memory, that can be made as small as what lies on it. */
export interface SmallDisk {
  fill: () => void;
  free: () => void;
  unmount: () => void;
}

const ROOM = 'size=2g';

/** Null where this user may not mount anything. */
export function mountSmallDisk(folder: string): SmallDisk | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `${ROOM},mode=700`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return null;
  }
  const unmount = () => void execFileSync('umount', ['--lazy', folder]);
  process.once('exit', unmount);
  const resize = (size: string) =>
    execFileSync('mount', ['-o', `remount,${size}`, folder], { stdio: 'ignore' });
  return {
    /** Leaves a few pages, so that a piece is cut in its middle; more where much is just coming. */
    fill() {
      for (let spare = 4; ; spare *= 2) {
        const { blocks, bfree, bsize } = statfsSync(folder);
        try {
          return void resize(`size=${(blocks - bfree + spare) * bsize}`);
        } catch (error) {
          if (spare > 4096) throw error;
        }
      }
    },
    free: () => void resize(ROOM),
    unmount() {
      process.off('exit', unmount);
      unmount();
    },
  };
}
