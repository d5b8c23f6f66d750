import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  FollowAsk,
  FollowLinkCard,
  FollowRequest,
  Invitation,
  InvitationCard,
  Listener,
  Paged,
} from '../../../web/contract.ts';

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

/** Who asked to watch the person's stories, and waits or was refused. */
export const followRequestsQuery = queryOptions({
  queryKey: ['follow-requests'],
  queryFn: ({ signal }) => api.get<Items<FollowRequest>>('/follow-requests', { signal }),
});

/** The link by which people ask to watch. Asking for it makes it. */
export const followLinkQuery = queryOptions({
  queryKey: ['follow-link'],
  queryFn: ({ signal }) => api.post<{ link: string }>('/follow-link', {}, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export function useRenewLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<{ link: string }>('/follow-link/anew'),
    onSuccess: (link) => client.setQueryData(followLinkQuery.queryKey, link),
  });
}

/** Whom the person asked, and does not follow yet. */
export const followAsksQuery = queryOptions({
  queryKey: ['following', 'asked'],
  queryFn: ({ signal }) => api.get<Items<FollowAsk>>('/follow-asks', { signal }),
});

/** Whose link it is that the person was given. */
export const followLinkCardQuery = (code: string) =>
  queryOptions({
    queryKey: ['follow-link', code],
    queryFn: ({ signal }) =>
      api.get<FollowLinkCard>(`/follow-links/${encodeURIComponent(code)}`, { signal }),
    retry: false,
  });

/** Asks a storyteller, by whatever name, to let the person watch. */
export function useAskToFollow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (whom: string) => api.post<void>('/follow-asks', { whom }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['following'] }),
  });
}

export function useWithdrawAsk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/follow-asks/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['following'] }),
  });
}

/** Sends an invitation once more, with another link; it is in this answer alone. */
export function useInviteAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Pick<Invitation, 'id'>) =>
      api.post<{ id: string; link: string; mailed: boolean }>(`/invitations/${id}/again`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  });
}

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
