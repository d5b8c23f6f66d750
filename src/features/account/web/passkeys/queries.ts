import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../web/api.ts';
import type { Paged, Passkey } from '../../../../web/contract.ts';

export const passkeysQuery = queryOptions({
  queryKey: ['me', 'passkeys'],
  queryFn: ({ signal }) => api.get<Paged<Passkey>>('/me/passkeys', { signal }),
});

export const renamePasskey = (id: string, name: string) =>
  api.patch<Passkey>(`/me/passkeys/${id}`, { name });

export const removePasskey = (id: string) => api.delete(`/me/passkeys/${id}`);
