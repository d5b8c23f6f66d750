import type { ServiceDatabase, Sql } from '../../../db/session.ts';

/** As much of Mux's webhooks as the door reads; the local host speaks in the same words. */
export interface MuxEvent {
  id: string;
  type: string;
  created_at: string;
  object: { type: 'asset' | 'upload'; id: string };
  data: Record<string, unknown>;
}

/** The one door: whatever a video host says moves its recording here, and nowhere else. */
export const enter = (sql: Sql, event: MuxEvent) =>
  sql`select public.handle_mux_webhook(${JSON.stringify(event)})`;

/** Each event in a transaction of its own. */
export async function tell(service: ServiceDatabase, ...events: MuxEvent[]): Promise<void> {
  for (const event of events) await service.asService((sql) => enter(sql, event));
}
