import type { ServiceDatabase } from '../../../db/session.ts';
import type { Config } from '../../config.ts';

/**
 * Tells the database, which refuses recordings by itself, whether a payment service is connected.
 * At each start of a server: what it is started with holds.
 */
export async function connectPayments(service: ServiceDatabase, config: Config): Promise<void> {
  const connected = config.revenuecatKey !== null;
  await service.asService((sql) => sql`select private.set_payments(${connected})`);
}
