-- The outbox: why a mail was not sent, and once more. What lets somebody in is not shown, but for
-- mail that only an admin can pass on.

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
