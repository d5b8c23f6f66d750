import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small film that says nothing, with a running clock in the picture. */
export function makeFilm(seconds: number): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'telloom-film-'));
  const film = join(folder, 'film.mp4');
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=320x180:r=15:d=${seconds}`];
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
  execFileSync('ffmpeg', ['-v', 'error', ...picture, ...codecs, film]);
  const bytes = readFileSync(film);
  rmSync(folder, { recursive: true });
  return bytes;
}
