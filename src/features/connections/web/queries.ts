import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { Invitation, InvitationCard, Listener, Paged } from '../../../web/contract.ts';

type Items<T> = Pick<Paged<T>, 'items'>;

/** The invitations that the person has sent. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => api.get<Items<Invitation>>('/invitations', { signal }),
});

/** Who may watch the person's stories, or could before. */
export const listenersQuery = queryOptions({
  queryKey: ['listeners'],
  queryFn: ({ signal }) => api.get<Items<Listener>>('/listeners', { signal }),
});

/** Invites `email`. The link is in this answer alone, and in the e-mail. */
export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invited: Pick<Invitation, 'email' | 'role'>) =>
      api.post<{ id: string; link: string; mailed: boolean }>('/invitations', invited),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  });
}

export function useCancelInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/invitations/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  });
}

/** Lets a listener watch again, or not for now. */
export function useSetAccess() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, hasAccess }: Pick<Listener, 'id' | 'hasAccess'>) =>
      api.patch<Listener>(`/listeners/${id}`, { hasAccess }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['listeners'] }),
  });
}

/** What a token of an invitation leads to; for anybody who holds it. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.post<InvitationCard>('/invitations/look', { token }, { signal }),
  });

export const acceptInvitation = (token: string) =>
  api.post<{ sharerId: string; sharerName: string | null }>('/invitations/accept', { token });

export const declineInvitation = (token: string) =>
  api.post<void>('/invitations/decline', { token });
