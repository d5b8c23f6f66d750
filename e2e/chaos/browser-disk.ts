import type { Page } from 'playwright-core';

/** What a browser has written down of the recording that was begun last. */
interface Newest {
  /** Milliseconds since 1970. */
  startedAt: number;
  seconds: number;
  slices: number;
}

/** Null while it has fewer slices than these. Runs in the page. */
const read = (slices: number) =>
  new Promise<Newest | null>((resolve, reject) => {
    const opening = indexedDB.open('telloom-takes');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction(['recordings', 'slices']);
      const recordings = reading.objectStore('recordings').getAll();
      const keys = reading.objectStore('slices').getAllKeys();
      reading.onabort = () => reject(reading.error);
      reading.oncomplete = () => {
        opening.result.close();
        const [newest] = recordings.result.sort((one, other) => other.startedAt - one.startedAt);
        const own = keys.result.filter((key) => (key as [string, number])[0] === newest?.id);
        if (own.length < slices) resolve(null);
        else resolve({ ...newest, slices: own.length });
      };
    };
  });

export async function newestOnDisk(page: Page): Promise<Newest> {
  const newest = await page.evaluate(read, 1);
  if (!newest) throw new Error('this browser has written nothing down');
  return newest;
}

/** Until so many more slices are on the disk. */
export async function speakOn(page: Page, slices: number): Promise<void> {
  const before = await newestOnDisk(page);
  await page.waitForFunction(read, before.slices + slices);
}
