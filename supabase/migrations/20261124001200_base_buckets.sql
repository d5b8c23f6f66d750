-- The buckets that files live in, and who may read and write in them.
insert into storage.buckets (id, name, public) values
  ('avatars', 'avatars', true),
  ('attachments', 'attachments', false),
  ('videos', 'videos', false),
  ('exports', 'exports', false)
on conflict (id) do nothing;

-- What a path in `attachments` names: <sharer>/<response>/<file…>. Null for any other shape, so
-- that a malformed path is refused and never an error inside a policy.
create function private.attachment_path(name text, out sharer uuid, out response uuid)
language plpgsql immutable set search_path = '' as $$
declare
  part constant text := '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
begin
  if name ~ ('^' || part || '/' || part || '(/[^/]+)+$') and name !~ '/\.{1,2}(/|$)' then
    sharer := split_part(name, '/', 1)::uuid;
    response := split_part(name, '/', 2)::uuid;
  end if;
end
$$;

-- Whose folder a path in `avatars` lies in, likewise: <profile>/<file…>.
create function private.avatar_owner(name text) returns text
language sql immutable set search_path = '' as $$
  select split_part(name, '/', 1) where name ~ '^[^/]+(/[^/]+)+$' and name !~ '/\.{1,2}(/|$)'
$$;
select private.grant_functions('{private.attachment_path(text),private.avatar_owner(text)}',
  'authenticated, service_role, telloom_admin');

grant usage on schema storage to telloom_admin;
grant select, insert, update, delete on storage.objects, storage.buckets to telloom_admin;
create policy telloom_admin_all on storage.objects for all to telloom_admin
  using ((select private.i_am_admin())) with check ((select private.i_am_admin()));
create policy telloom_admin_all on storage.buckets for all to telloom_admin
  using ((select private.i_am_admin())) with check ((select private.i_am_admin()));

create policy telloom_avatars_select on storage.objects for select to anon, authenticated
  using (bucket_id = 'avatars');
create policy telloom_attachments_select on storage.objects for select to authenticated
  using (bucket_id = 'attachments' and exists (
    select from private.attachment_path(name) path
    join public."PromptResponse" r on r.id = path.response and r."profileSharerId" = path.sharer
  ));

-- In avatars everybody has a folder of their own; in attachments the managers of a story have its.
create policy telloom_owner_insert on storage.objects for insert to authenticated
  with check (
    (bucket_id = 'avatars' and private.avatar_owner(name) = (select private.uid())::text)
    or (bucket_id = 'attachments' and exists (
      select from private.attachment_path(name) path
      join public."PromptResponse" r on r.id = path.response and r."profileSharerId" = path.sharer
      where r."profileSharerId" = any ((select private.managed_sharers())::uuid[])
    ))
  );
create policy telloom_owner_update on storage.objects for update to authenticated
  using (
    (bucket_id = 'avatars' and private.avatar_owner(name) = (select private.uid())::text)
    or (bucket_id = 'attachments' and exists (
      select from private.attachment_path(name) path
      join public."PromptResponse" r on r.id = path.response and r."profileSharerId" = path.sharer
      where r."profileSharerId" = any ((select private.managed_sharers())::uuid[])
    ))
  )
  with check (
    (bucket_id = 'avatars' and private.avatar_owner(name) = (select private.uid())::text)
    or (bucket_id = 'attachments' and exists (
      select from private.attachment_path(name) path
      join public."PromptResponse" r on r.id = path.response and r."profileSharerId" = path.sharer
      where r."profileSharerId" = any ((select private.managed_sharers())::uuid[])
    ))
  );
create policy telloom_owner_delete on storage.objects for delete to authenticated
  using (
    (bucket_id = 'avatars' and private.avatar_owner(name) = (select private.uid())::text)
    or (bucket_id = 'attachments' and exists (
      select from private.attachment_path(name) path
      join public."PromptResponse" r on r.id = path.response and r."profileSharerId" = path.sharer
      where r."profileSharerId" = any ((select private.managed_sharers())::uuid[])
    ))
  );
