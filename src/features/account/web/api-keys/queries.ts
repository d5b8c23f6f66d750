import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../web/api.ts';
import type { ApiKey, Paged } from '../../../../web/contract.ts';

export type Scope = ApiKey['scopes'][number];

export const apiKeysQuery = queryOptions({
  queryKey: ['me', 'api-keys'],
  queryFn: ({ signal }) => api.get<Paged<ApiKey>>('/me/api-keys', { signal }),
});

export const makeApiKey = (wish: { name: string; scopes: Scope[]; expiresAt: string | null }) =>
  api.post<ApiKey & { key: string }>('/me/api-keys', wish);

export const endApiKey = (id: string) => api.delete(`/me/api-keys/${id}`);
