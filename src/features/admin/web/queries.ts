import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  AdminAct,
  Integration,
  Jobs,
  KeptMail,
  KnownPerson,
  KnownPersonDetail,
  Overview,
  Paged,
  Payments,
  StorageUse,
  Subscriber,
  SystemHealth,
  Webhook,
} from '../../../web/contract.ts';

/** One answer of `/admin/<name>`; admins alone. */
const oneOf = <T>(name: string) =>
  queryOptions({
    queryKey: ['admin', name],
    queryFn: ({ signal }) => api.get<T>(`/admin/${name}`, { signal }),
  });

/** A list of `/admin/<name>`, newest first, which comes in parts; admins alone. */
const listOf = <T>(name: string, filter: Record<string, string | undefined> = {}) =>
  infiniteQueryOptions({
    queryKey: ['admin', name, 'list', filter],
    queryFn: ({ signal, pageParam }) => {
      const given = Object.entries({ ...filter, cursor: pageParam }).filter(
        (entry): entry is [string, string] => !!entry[1],
      );
      return api.get<Paged<T>>(`/admin/${name}?${new URLSearchParams(given)}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** Numbers and tools of this Telloom. */
export const overviewQuery = oneOf<Overview>('overview');
/** Room and work. */
export const healthQuery = oneOf<SystemHealth>('health');
/** What takes the room. */
export const storageQuery = oneOf<StorageUse>('storage');
/** Whether money is asked for, and of what nobody knows whose it is. */
export const paymentsQuery = oneOf<Payments>('payments');
/** The services that Telloom works with. */
export const integrationsQuery = oneOf<{ items: Integration[] }>('integrations');
/** Work in the background; it moves while it is looked at. */
export const jobsQuery = queryOptions({ ...oneOf<Jobs>('jobs'), refetchInterval: 10_000 });

/** Who is listed. */
export interface PeopleFilter {
  q?: string;
  role?: string;
}
export const peopleQuery = (filter: PeopleFilter) => listOf<KnownPerson>('people', { ...filter });
export const personQuery = (id: string) => oneOf<KnownPersonDetail>(`people/${id}`);

export const mailQuery = listOf<KeptMail>('mail');
export const logQuery = listOf<AdminAct>('log');
export const webhooksQuery = (state?: string) => listOf<Webhook>('webhooks', { state });
export const subscriptionsQuery = (state?: string) =>
  listOf<Subscriber>('subscriptions', { state });
