-- The outbox: why a mail was not sent, and once more. What lets somebody in is not shown, but for
-- mail that only an admin can pass on.

create or replace view api.mail with (security_invoker = true) as
  select id, to_address as "to",
    case when is_secret and status <> 'kept' then regexp_replace(subject, '\d{6}', '······')
      else subject end as subject,
    case when not is_secret or status = 'kept' then text end as text,
    created_at as "createdAt", status, private.cursor_time(created_at) as at, attempts,
    last_error as "lastError", sent_at as "sentAt",
    status <> 'sent' or not is_secret as "canSendAgain"
  from private.mail;
comment on view api.mail is
  'The outbox, for admins. text: null where it lets somebody in and no admin has to pass it on.';

create or replace function private.queue_mail(
  to_address text, subject text, body text, html text default null,
  is_secret boolean default false, deliver boolean default false
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  mail_id uuid;
begin
  insert into private.mail (to_address, subject, text, html, is_secret, status)
  values (queue_mail.to_address, queue_mail.subject, body, queue_mail.html, queue_mail.is_secret,
    case when deliver then 'queued' else 'kept' end)
  returning id into mail_id;
  if deliver then
    -- In the same transaction: the mail leaves if, and only if, what it tells of happened.
    perform graphile_worker.add_job('mail.send', json_build_object('mailId', mail_id),
      job_key => 'mail.send ' || mail_id);
  end if;
  return mail_id;
end
$$;

create function api.send_mail_again(mail uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  it private.mail;
begin
  perform private.need_admin();
  select * into it from private.mail m where m.id = mail for update;
  if not found then
    raise no_data_found using message = 'there is no such mail';
  end if;
  if it.status = 'sent' and it.is_secret then
    raise object_not_in_prerequisite_state using message = 'what it said is forgotten';
  end if;
  if exists (select from graphile_worker.jobs j
    where j.key = 'mail.send ' || mail and j.locked_at is not null)
  then
    raise object_not_in_prerequisite_state using message = 'it is being sent';
  end if;
  update private.mail m set status = 'queued', last_error = null, sent_at = null where m.id = mail;
  -- in the place of the job that waits for its next attempt
  perform graphile_worker.add_job('mail.send', json_build_object('mailId', mail),
    job_key => 'mail.send ' || mail);
  perform private.note_admin_act('mail.again', mail::text, it.to_address);
end
$$;
comment on function api.send_mail_again(uuid) is
  'Sends a mail at once, also one that was sent. P0002 no such mail; 55000 it is under way, or what it said is forgotten. Definer: the outbox is nobody''s to write.';
select private.grant_functions('{api.send_mail_again(uuid)}', 'telloom_admin');
