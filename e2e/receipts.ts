import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** What the server has promised to keep, in its own words. */
export interface Receipt {
  videoId: string;
  bytes: number;
  sha256: string;
  receivedAt: string;
}

/** The next receipt that this page is given. To be asked for before what brings it about. */
export async function nextReceipt(page: Page): Promise<Receipt> {
  const answer = await page.waitForResponse(
    (response) => response.url().endsWith('/receipt') && response.status() === 200,
    { timeout: 60_000 },
  );
  return answer.json();
}

/** SHA-256 of every original in a data folder, as read from the disk now. */
export function hashesOnDisk(dataDir: string): string[] {
  const originals = join(dataDir, 'originals');
  return readdirSync(originals)
    .filter((name) => /^[0-9a-f-]{36}$/.test(name))
    .map((name) =>
      createHash('sha256')
        .update(readFileSync(join(originals, name)))
        .digest('hex'),
    );
}
