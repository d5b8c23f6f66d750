-- How often one person may write to others in a day, and sending an invitation again.

create table private.counted_act (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references public."Profile" (id) on delete cascade,
  what text not null,
  about text not null,
  at timestamptz not null default now()
);
comment on table private.counted_act is
  'What a person did within a day that reaches others, to be counted. Older ones go with the next one.';
create index on private.counted_act (profile_id, what);
alter table private.counted_act enable row level security;
revoke all on private.counted_act from public, anon, authenticated, service_role;

create function private.count_act(what text, about text, most integer, most_alike integer) returns void
language plpgsql set search_path = '' as $$
declare
  me uuid := private.uid();
  done integer;
  alike integer;
begin
  -- one after the other, so that of two at once only one is the last
  perform pg_advisory_xact_lock(hashtextextended(what || me, 1486));
  delete from private.counted_act a
  where a.profile_id = me and a.what = count_act.what and a.at <= now() - interval '1 day';
  select count(*), count(*) filter (where a.about = count_act.about) into done, alike
  from private.counted_act a where a.profile_id = me and a.what = count_act.what;
  if done >= most then
    raise exception using errcode = 'TL429', message = 'that is enough for a day', detail = what || '-enough';
  end if;
  if alike >= most_alike then
    raise exception using errcode = 'TL429', message = 'that is enough of the same for a day',
      detail = what || '-them-enough';
  end if;
  insert into private.counted_act (profile_id, what, about) values (me, count_act.what, count_act.about);
end
$$;
comment on function private.count_act(text, text, integer, integer) is
  'Counts what the caller does, for definers. TL429 where they did it most times within a day, or most_alike times about the same; the detail names which.';

create function api.renew_invitation(invitation uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  fresh text := public.generate_invitation_token();
  found_status public."InvitationStatus";
begin
  select i.status into found_status from public."Invitation" i
  where i.id = invitation and (
    i."sharerId" = any (private.owned_sharers())
    or (i.role = 'LISTENER' and i."sharerId" = any (private.executed_sharers()))
  ) for update;
  if not found then
    raise no_data_found using message = 'there is no such invitation';
  end if;
  if found_status not in ('PENDING', 'EXPIRED') then
    raise object_not_in_prerequisite_state using message = 'this invitation was answered or withdrawn';
  end if;
  update public."Invitation" i
  set token = private.hash_token(fresh), status = 'PENDING', "createdAt" = now(),
    "inviterId" = private.uid()
  where i.id = invitation;
  return fresh;
end
$$;
comment on function api.renew_invitation(uuid) is
  'Gives an open or expired invitation another link, which it returns this once, and 14 days more; the link before works no longer. P0002 none that the caller could have made, 55000 answered or withdrawn. Definer: clients write neither tokens nor times.';

select private.grant_functions('{"private.count_act(text, text, integer, integer)"}', '');
select private.grant_functions('{api.renew_invitation(uuid)}', 'authenticated');
