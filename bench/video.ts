import { head, print } from './table.ts';
import { measureRanges } from './video/ranges.ts';
import { startSite } from './video/site.ts';
import { measureStopToPlay } from './video/stop-to-play.ts';
import { measureTranscode } from './video/transcode.ts';
import { measureUpload } from './video/upload.ts';

/** Making recordings ready, serving and taking them, each against the bare tool for the same. */
export async function benchVideo(): Promise<void> {
  console.log(head);
  print(await measureStopToPlay());
  (await measureTranscode()).forEach(print);
  const site = await startSite();
  try {
    (await measureRanges(site)).forEach(print);
    print(await measureUpload(site));
  } finally {
    await site.stop();
  }
}
