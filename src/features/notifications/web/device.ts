import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';

/** `blocked`: the person said no to their browser, which alone can undo it. */
type PushState = 'none' | 'blocked' | 'off' | 'on';

const canPush = () => 'serviceWorker' in navigator && 'PushManager' in window;

/** What this device's browser holds now; null where it was never asked. */
async function subscription(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker.getRegistration('/');
  return (await worker?.pushManager.getSubscription()) ?? null;
}

async function stateOf(): Promise<PushState> {
  if (!canPush()) return 'none';
  if (Notification.permission === 'denied') return 'blocked';
  return (await subscription()) ? 'on' : 'off';
}

export const deviceQuery = queryOptions({ queryKey: ['push', 'device'], queryFn: stateOf });

/** Asks the browser, and tells Telloom where to reach this device. */
async function tellOnDevice(): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') return;
  const { publicKey } = await api.get<{ publicKey: string }>('/push/key');
  const worker = await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  const made = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint, keys } = made.toJSON();
  await api.post('/push/subscriptions', { endpoint, keys });
}

/** Ends it on this device, in the browser and at Telloom. */
export async function forgetDevice(): Promise<void> {
  const made = canPush() ? await subscription() : null;
  if (made === null) return;
  await api.post('/push/unsubscribe', { endpoint: made.endpoint });
  await made.unsubscribe();
}

export function useDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => (on ? tellOnDevice() : forgetDevice()),
    onSettled: () => client.invalidateQueries({ queryKey: deviceQuery.queryKey }),
  });
}
