-- Invitations by e-mail, and follow requests.

create type public."InvitationStatus" as enum ('PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED');
create type public.follow_request_status as enum ('PENDING', 'APPROVED', 'DENIED');

create table public."Invitation" (
  id uuid primary key default gen_random_uuid(),
  "sharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "inviterId" uuid references public."Profile" (id) on delete set null,
  "inviteeEmail" text not null,
  role public."Role" not null check (role in ('LISTENER', 'EXECUTOR')),
  status public."InvitationStatus" not null default 'PENDING',
  token text unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "acceptedAt" timestamp
);
comment on column public."Invitation".token is
  'The hex SHA-256 of the raw token''s UTF-8 bytes. The raw token is in the mail and nowhere else.';
create index on public."Invitation" ("sharerId", "createdAt" desc);
create index on public."Invitation" ("inviterId");
create index on public."Invitation" (lower("inviteeEmail"));
select private.close_table('public."Invitation"');
create trigger invitation_touch before update on public."Invitation"
  for each row execute function private.touch();

create table public."FollowRequest" (
  id uuid primary key default gen_random_uuid(),
  "sharerId" uuid not null references public."ProfileSharer" (id) on delete cascade,
  "requestorId" uuid not null references public."Profile" (id) on delete cascade,
  status public.follow_request_status not null default 'PENDING',
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "approvedAt" timestamptz,
  "deniedAt" timestamptz,
  unique ("sharerId", "requestorId")
);
create index on public."FollowRequest" ("requestorId");
select private.close_table('public."FollowRequest"');
create trigger update_follow_request_updated_at before update on public."FollowRequest"
  for each row execute function private.touch();

create function public.update_follow_request_status_timestamps() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.status is distinct from old.status then
    if new.status = 'APPROVED' then new."approvedAt" := now(); end if;
    if new.status = 'DENIED' then new."deniedAt" := now(); end if;
  end if;
  return new;
end
$$;
create trigger update_follow_request_status_timestamps before update on public."FollowRequest"
  for each row execute function public.update_follow_request_status_timestamps();

-- Makes or restores the right to listen, for the definers that may: an accepted invitation and an
-- approved request.
create function private.let_listen(listener uuid, sharer uuid) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public."ProfileListener" ("listenerId", "sharerId") values (listener, sharer)
  on conflict ("listenerId", "sharerId")
  do update set "hasAccess" = true, "sharedSince" = now() where not "ProfileListener"."hasAccess";
  insert into public."ProfileRole" ("profileId", role) values (listener, 'LISTENER')
  on conflict do nothing;
end
$$;

create function public.handle_approved_follow_request() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.status = 'APPROVED' and old.status is distinct from 'APPROVED' then
    perform private.let_listen(new."requestorId", new."sharerId");
  end if;
  return null;
end
$$;
comment on function public.handle_approved_follow_request() is
  'Definer: the manager who approves may not insert into ProfileListener.';
create trigger handle_approved_follow_request after update on public."FollowRequest"
  for each row execute function public.handle_approved_follow_request();

-- Invitations -----------------------------------------------------------------------------

create function private.my_confirmed_email() returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select lower(email) from auth.users
    where id = private.uid() and email_confirmed_at is not null
  );
end
$$;
comment on function private.my_confirmed_email() is
  'Definer: clients do not read auth.users. The caller''s own confirmed address, or null.';

create function private.hash_token(token text) returns text
language sql immutable strict set search_path = '' as $$
  select encode(sha256(convert_to(token, 'UTF8')), 'hex')
$$;

create function public.generate_invitation_token() returns text
language sql volatile set search_path = '' as $$
  select encode(extensions.gen_random_bytes(32), 'hex')
$$;
comment on function public.generate_invitation_token() is '64 hex digits: 256 random bits.';

create function public.create_invitation(
  sharer_id uuid, invitee_email text, invitee_role public."Role", out id uuid, out token text
) language plpgsql security definer set search_path = '' as $$
declare
  address text := lower(btrim(invitee_email));
begin
  if sharer_id is null or invitee_role is null or address is null then
    raise null_value_not_allowed using message = 'sharer_id, invitee_email and invitee_role are needed';
  end if;
  if invitee_role not in ('LISTENER', 'EXECUTOR') then
    raise invalid_parameter_value using message = 'people are invited as LISTENER or EXECUTOR';
  end if;
  if length(address) > 320 or address !~ '^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$' then
    raise invalid_parameter_value using message = 'invitee_email is not an e-mail address';
  end if;
  if not (
    sharer_id = any (private.owned_sharers())
    -- the role the caller acts in, which a definer's current_user is not: as authenticated an
    -- admin is an ordinary person
    or (current_setting('role') = 'telloom_admin' and private.i_am_admin())
    or current_setting('role') = 'service_role'
    or (sharer_id = any (private.executed_sharers()) and invitee_role = 'LISTENER')
  ) then
    raise insufficient_privilege using message = 'only the storyteller invites, and their keeper invites listeners';
  end if;
  if exists (
    select from public."ProfileSharer" s
    left join public."Profile" p on p.id = s."profileId"
    left join auth.users u on u.id = s."profileId"
    where s.id = sharer_id and address in (lower(p.email), lower(u.email))
  ) then
    raise invalid_parameter_value using message = 'storytellers cannot invite themselves';
  end if;
  create_invitation.token := public.generate_invitation_token();
  insert into public."Invitation" ("sharerId", "inviterId", "inviteeEmail", role, token)
  values (sharer_id, private.uid(), address, invitee_role, private.hash_token(create_invitation.token))
  returning "Invitation".id into create_invitation.id;
end
$$;
comment on function public.create_invitation(uuid, text, public."Role") is
  'Makes a PENDING invitation and returns its id and its raw token, this once. 22004 for a null, 22023 for a bad address, role or oneself, 42501 where the caller may not invite. Definer: clients never insert into Invitation.';

-- The invitation of a raw token, locked; past 14 days it turns EXPIRED on the way.
create function private.open_invitation(raw_token text) returns public."Invitation"
language plpgsql set search_path = '' as $$
declare
  invitation public."Invitation";
begin
  select * into invitation from public."Invitation" i
  where i.token = private.hash_token(raw_token) for update;
  if invitation.id is null then
    raise no_data_found using message = 'there is no such invitation';
  end if;
  if invitation.status = 'PENDING' and invitation."createdAt" <= now() - interval '14 days' then
    update public."Invitation" i set status = 'EXPIRED' where i.id = invitation.id returning i.* into invitation;
  end if;
  return invitation;
end
$$;
comment on function private.open_invitation(text) is
  'For definers alone: nobody reads tokens. P0002 when no invitation has this token.';

create function public.accept_invitation_by_token(token text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.uid();
  address text := private.my_confirmed_email();
  invitation public."Invitation";
begin
  if token is null then
    raise null_value_not_allowed using message = 'token is needed';
  end if;
  if me is null or not exists (select from public."Profile" where id = me) then
    raise insufficient_privilege using message = 'sign in to accept an invitation';
  end if;
  invitation := private.open_invitation(token);
  if address is null then
    raise insufficient_privilege using message = 'confirm your e-mail address to accept an invitation',
      detail = 'email-unconfirmed';
  end if;
  if address <> lower(btrim(invitation."inviteeEmail")) then
    raise insufficient_privilege using message = 'this invitation is for another e-mail address',
      detail = 'email-mismatch';
  end if;
  if invitation.status = 'ACCEPTED' then
    return invitation.id;
  end if;
  if invitation.status = 'EXPIRED' then
    return null;
  end if;
  if invitation.status <> 'PENDING' then
    raise object_not_in_prerequisite_state using message = 'this invitation was withdrawn or declined',
      detail = 'invitation-closed';
  end if;
  if exists (
    select from public."ProfileSharer" s where s.id = invitation."sharerId" and s."profileId" = me
  ) then
    raise invalid_parameter_value using message = 'storytellers cannot invite themselves';
  end if;
  if invitation.role = 'EXECUTOR' then
    insert into public."ProfileExecutor" ("sharerId", "executorId") values (invitation."sharerId", me);
    insert into public."ProfileRole" ("profileId", role) values (me, 'EXECUTOR') on conflict do nothing;
  else
    perform private.let_listen(me, invitation."sharerId");
  end if;
  update public."Invitation" i
  set status = 'ACCEPTED', "acceptedAt" = now() at time zone 'utc' where i.id = invitation.id;
  return invitation.id;
end
$$;
comment on function public.accept_invitation_by_token(text) is
  'Accepts for the caller and returns the invitation''s id; accepting twice changes nothing. Null when it is past 14 days: it is EXPIRED then. P0002 unknown token, 42501 not confirmed or another''s e-mail (detail email-unconfirmed, email-mismatch), 22023 one''s own invitation, 55000 withdrawn or declined, 23505 when the storyteller has a keeper already. Definer: clients never insert into ProfileListener or ProfileExecutor.';

create function public.decline_invitation(token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  invitation public."Invitation";
begin
  if token is null then
    raise null_value_not_allowed using message = 'token is needed';
  end if;
  invitation := private.open_invitation(token);
  if lower(btrim(invitation."inviteeEmail")) is distinct from private.my_confirmed_email() then
    raise insufficient_privilege using message = 'this invitation is for another e-mail address',
      detail = 'email-mismatch';
  end if;
  if invitation.status = 'ACCEPTED' then
    raise object_not_in_prerequisite_state using message = 'this invitation was accepted',
      detail = 'invitation-closed';
  end if;
  if invitation.status = 'PENDING' then
    update public."Invitation" i set status = 'DECLINED' where i.id = invitation.id;
  end if;
end
$$;
comment on function public.decline_invitation(text) is
  'Declines for the caller. P0002 unknown token, 42501 another''s e-mail, 55000 accepted already. Definer: the invitee holds no right on the row but reading it.';

create function api.look_at_invitation(token text)
returns table ("sharerName" text, "inviterName" text, role public."Role",
  status public."InvitationStatus", "inviteeEmail" text)
language plpgsql security definer set search_path = '' as $$
declare
  invitation public."Invitation" := private.open_invitation(coalesce(token, ''));
begin
  return query
  select sp."fullName", ip."fullName", invitation.role, invitation.status, invitation."inviteeEmail"
  from public."ProfileSharer" s
  join public."Profile" sp on sp.id = s."profileId"
  left join public."Profile" ip on ip.id = invitation."inviterId"
  where s.id = invitation."sharerId";
end
$$;
comment on function api.look_at_invitation(text) is
  'What the holder of a raw token may know before signing in. P0002 unknown token. Definer: anon reads no table of people.';

create function private.mail_invitation(invitation uuid, subject text, body text, deliver boolean)
returns void language plpgsql security definer set search_path = '' as $$
declare
  address text := (
    select i."inviteeEmail" from public."Invitation" i
    where i.id = invitation and i."inviterId" = private.uid() and i.status = 'PENDING'
      and i."createdAt" = now() -- made, or renewed, in this very transaction
  );
begin
  if address is null then
    raise no_data_found using message = 'there is no such invitation';
  end if;
  perform private.count_act('invited', address, 50, 5);
  perform private.queue_mail(address, subject, body, null, true, deliver);
end
$$;
comment on function private.mail_invitation(uuid, text, text, boolean) is
  'Queues the mail of an invitation that the caller makes or renews in this transaction: 50 a day, 5 to one address. Definer: nobody sends mail to whom they like. Raises P0002, TL429.';
select private.grant_functions('{"private.mail_invitation(uuid, text, text, boolean)"}', 'authenticated');

select private.grant_functions(array[
    'private.let_listen(uuid, uuid)', 'public.handle_approved_follow_request()',
    'public.update_follow_request_status_timestamps()', 'private.open_invitation(text)',
    'private.hash_token(text)'
  ]::regprocedure[], '');
select private.grant_functions(array[
    'private.my_confirmed_email()', 'public.accept_invitation_by_token(text)',
    'public.decline_invitation(text)', 'public.create_invitation(uuid, text, public."Role")',
    'public.generate_invitation_token()'
  ]::regprocedure[], 'authenticated, service_role, telloom_admin');
select private.grant_functions('{api.look_at_invitation(text)}', 'anon, authenticated, service_role, telloom_admin');

grant select (id, "sharerId", "inviterId", "inviteeEmail", role, status, "createdAt", "updatedAt", "acceptedAt")
  on public."Invitation" to authenticated;
grant update (status) on public."Invitation" to authenticated;
grant delete on public."Invitation" to authenticated;
select private.withhold_columns('public."Invitation"', 'select', '{token}', 'telloom_admin');
create policy tied_select on public."Invitation" for select to authenticated
  using (
    "sharerId" = any ((select private.owned_sharers())::uuid[])
    or (role = 'LISTENER' and "sharerId" = any ((select private.executed_sharers())::uuid[]))
    or lower("inviteeEmail") = (select private.my_confirmed_email())
  );
create policy manager_update on public."Invitation" for update to authenticated
  using (
    status = 'PENDING' and (
      "sharerId" = any ((select private.owned_sharers())::uuid[])
      or (role = 'LISTENER' and "sharerId" = any ((select private.executed_sharers())::uuid[]))
    )
  )
  -- nothing else of the row is a client's to change, so it stays within what `using` allows
  with check (status in ('DECLINED', 'EXPIRED'));
create policy manager_delete on public."Invitation" for delete to authenticated
  using (
    "sharerId" = any ((select private.owned_sharers())::uuid[])
    or (role = 'LISTENER' and "sharerId" = any ((select private.executed_sharers())::uuid[]))
  );

-- Follow requests ---------------------------------------------------------------------------

create function private.guard_follow_request() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.status is distinct from old.status and (old.status, new.status) not in (
    ('PENDING', 'APPROVED'), ('PENDING', 'DENIED'), ('DENIED', 'APPROVED')
  ) then
    raise insufficient_privilege using message =
      format('a follow request does not go from %s to %s', old.status, new.status);
  end if;
  return new;
end
$$;
create trigger follow_request_guard before update on public."FollowRequest"
  for each row when (current_user = 'authenticated')
  execute function private.guard_follow_request();

grant select, delete on public."FollowRequest" to authenticated;
grant insert (id, "sharerId", "requestorId", status), update (status)
  on public."FollowRequest" to authenticated;
create policy tied_select on public."FollowRequest" for select to authenticated
  using (
    "requestorId" = (select private.uid())
    or "sharerId" = any ((select private.managed_sharers())::uuid[])
  );
create policy requestor_insert on public."FollowRequest" for insert to authenticated
  with check (
    "requestorId" = (select private.uid()) and status = 'PENDING'
    and "sharerId" <> all ((select private.owned_sharers())::uuid[])
  );
create policy manager_update on public."FollowRequest" for update to authenticated
  using ("sharerId" = any ((select private.managed_sharers())::uuid[]));
create policy requestor_delete on public."FollowRequest" for delete to authenticated
  using ("requestorId" = (select private.uid()) and status = 'PENDING');

create function public.handle_follow_request(sharer_id uuid) returns uuid
language plpgsql set search_path = '' as $$
declare
  me uuid := private.uid();
  request uuid;
begin
  if sharer_id is null then
    raise null_value_not_allowed using message = 'sharer_id is needed';
  end if;
  if me is null then
    raise insufficient_privilege using message = 'sign in to follow somebody';
  end if;
  if sharer_id = any (private.owned_sharers()) then
    raise insufficient_privilege using message = 'storytellers cannot follow themselves';
  end if;
  insert into public."FollowRequest" ("sharerId", "requestorId") values (sharer_id, me)
  on conflict ("sharerId", "requestorId") do nothing returning id into request;
  if request is null then
    select f.id into request from public."FollowRequest" f
    where f."sharerId" = sharer_id and f."requestorId" = me;
  end if;
  return request;
end
$$;
comment on function public.handle_follow_request(uuid) is
  'Asks to follow a sharer, for the caller; asking again gives the same request, whatever became of it. 22004 for a null, 42501 not signed in or oneself, 23503 no such sharer.';

create function public.handle_follow_request_response(request_id uuid, approve boolean) returns void
language plpgsql set search_path = '' as $$
declare
  answer public.follow_request_status := (case when approve then 'APPROVED' else 'DENIED' end)::public.follow_request_status;
begin
  if request_id is null or approve is null then
    raise null_value_not_allowed using message = 'request_id and approve are needed';
  end if;
  update public."FollowRequest" f set status = answer
  where f.id = request_id and f.status is distinct from answer;
  if not found and not exists (
    select from public."FollowRequest" f where f.id = request_id and f.status = answer
      and (f."sharerId" = any (private.managed_sharers()) or current_user <> 'authenticated')
  ) then
    raise no_data_found using message = 'there is no such follow request';
  end if;
end
$$;
comment on function public.handle_follow_request_response(uuid, boolean) is
  'Approves or denies a request, for a manager; the same answer again changes nothing. Approving makes or restores the right to listen in the same transaction. 22004 for a null, P0002 no request that the caller may answer, 42501 an approved one cannot be denied.';

create function api.find_sharer(handle text)
returns table ("sharerId" uuid, id uuid, "fullName" text, username text, "avatarUrl" text)
language sql stable security definer set search_path = '' as $$
  select s.id, p.id, p."fullName", p.username, p."avatarUrl"
  from public."Profile" p join public."ProfileSharer" s on s."profileId" = p.id
  where private.uid() is not null
    -- an address is never taken for somebody's username, whatever they call themselves
    and case when handle like '%@%' then lower(p.email) = lower(btrim(handle))
      else p.username = btrim(handle) end
$$;
comment on function api.find_sharer(text) is
  'A sharer to follow, by exact username or e-mail: a card, never a list to browse. Definer: a stranger reads no Profile.';

select private.grant_functions('{private.guard_follow_request()}', '');
select private.grant_functions(array[
    'public.handle_follow_request(uuid)', 'public.handle_follow_request_response(uuid, boolean)',
    'api.find_sharer(text)'
  ]::regprocedure[], 'authenticated, service_role, telloom_admin');
