-- Acting for one storyteller. A request may name whom it is made for; then everything in its transaction
-- is about that one, as if the caller managed and heard nobody else, themselves included: the predicates
-- ask private.acting_for(). The rules stay what they are: naming somebody can only take rows away.

create function private.enter_for(session_token text, sharer uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  role_to_take text := private.enter(session_token);
begin
  if (sharer = any (private.executed_sharers())) is not true then
    raise insufficient_privilege using message = 'only their keeper acts for a storyteller',
      detail = 'not-keeper';
  end if;
  perform set_config('telloom.acting_for', sharer::text, true);
  return role_to_take;
end
$$;
comment on function private.enter_for(text, uuid) is
  'As private.enter(), for whoever acts for a storyteller. TL401; 42501 they do not look after those stories, or no longer. Definer: as private.enter().';
select private.grant_functions('{"private.enter_for(text, uuid)"}', 'authenticator');

-- What the keeper's pages begin with -----------------------------------------------------------

create view api.looked_after with (security_invoker = true) as
  select s.id, card."fullName" as name, card."avatarUrl",
    (
      select count(*)::integer from public."PromptResponse" r where r."profileSharerId" = s.id
    ) as stories,
    newest.question as "newestQuestion", newest."createdAt" as "newestAt",
    (
      select count(*)::integer from public."TranscriptSuggestion" w
      where w."profileSharerId" = s.id and w.status = 'PENDING'
    ) as suggestions,
    (
      select count(*)::integer from public."Video" v
      where v."profileSharerId" = s.id and v.status = 'ERRORED'
    ) as troubled,
    (
      select count(*)::integer from api.invitation i
      where i."sharerId" = s.id and i.status = 'PENDING'
    ) as unanswered
  from public."ProfileSharer" s
  left join private.sharer_cards() card on card."sharerId" = s.id
  left join lateral (
    select coalesce(p."promptText", '') as question, r."createdAt"
    from public."PromptResponse" r left join public."Prompt" p on p.id = r."promptId"
    where r."profileSharerId" = s.id order by r."createdAt" desc, r.id desc limit 1
  ) newest on true
  where s.id = any ((select private.executed_sharers())::uuid[]);
comment on view api.looked_after is
  'Whom the caller looks after, with what is new and what waits for somebody to see to it.';
grant select on api.looked_after to authenticated;
