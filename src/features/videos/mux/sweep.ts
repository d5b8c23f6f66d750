import type Mux from '@mux/mux-node';
import type { WorkerDeps } from '../../../worker/deps.ts';
import { tell } from '../door.ts';
import { askMux, type MuxPlace } from './ask.ts';

interface Stuck extends MuxPlace {
  id: string;
  isTopic: boolean;
  /** Whether the original is here, so that it can be sent again. */
  kept: boolean;
}

/** Few at a time: Mux takes five questions a second. The rest have their turn the next time. */
const atOnce = 30;

/**
 * Looks after recordings at Mux that have not moved for a while: their webhook was missed, or they
 * never arrived there. What Mux says about them goes through the same door.
 */
export async function sweep({ config, service }: WorkerDeps, mux: Mux): Promise<void> {
  const stuck = await service.asService(
    (sql) =>
      sql<Stuck>`select * from private.stuck_at_mux(${config.videoHost === 'mux'}) limit ${atOnce}`,
  );
  for (const row of stuck) {
    if (row.kept && row.assetId === null) {
      await service.asService((sql) => sql`select private.send_to_mux(${row.id})`);
    } else {
      await tell(service, ...(await askMux(mux, row)));
    }
    await wasAsked(service, row);
  }
}

/** Puts a row at the end of the line. */
async function wasAsked(service: WorkerDeps['service'], { id, isTopic }: Stuck): Promise<void> {
  await service.asService((sql) =>
    isTopic
      ? sql`update public."TopicVideo" set status = status where id = ${id}`
      : sql`update public."Video" set status = status where id = ${id}`,
  );
}
