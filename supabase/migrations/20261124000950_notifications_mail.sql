-- Mail: everything that was or will be sent. Without a mail server it stays here, and the admin
-- reads it as an outbox.

create table private.mail (
  id uuid primary key default gen_random_uuid(),
  to_address text not null,
  subject text not null,
  text text not null,
  html text,
  is_secret boolean not null default false,
  created_at timestamptz not null default now(),
  status text not null default 'kept' check (status in ('kept', 'queued', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz,
  unsubscribe_url text
);
comment on table private.mail is
  'kept: no mail server, read it here. queued: on its way. sent, failed: what became of it.';
comment on column private.mail.is_secret is
  'Holds a code or a link that lets somebody in: the text is forgotten as soon as it is sent.';
comment on column private.mail.unsubscribe_url is
  'Where one POST ends such mails (RFC 8058). Null: a mail that somebody asked for.';
create index mail_newest_idx on private.mail (created_at desc, id desc);

alter table private.mail enable row level security;
revoke all on private.mail from public, anon, authenticated, service_role;
grant select on private.mail to telloom_admin;
create policy admin_select on private.mail for select to telloom_admin
  using ((select private.i_am_admin()));

create view api.mail with (security_invoker = true) as
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
revoke all on api.mail from public, anon, authenticated;
grant select on api.mail to telloom_admin;

create function private.queue_mail(
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
comment on function private.queue_mail(text, text, text, text, boolean, boolean) is
  'Definer: the one way to write a mail. deliver: hand it to the job mail.send, which needs a mail server.';

-- For the job mail.send alone.
create function private.mail_to_send(mail_id uuid)
returns table (to_address text, subject text, body text, html text, unsubscribe_url text)
language plpgsql security definer set search_path = '' as $$
begin
  return query
    update private.mail m set attempts = m.attempts + 1
    where m.id = mail_id and m.status in ('queued', 'failed')
    returning m.to_address, m.subject, m.text, m.html, m.unsubscribe_url;
end
$$;
comment on function private.mail_to_send(uuid) is
  'Definer: counts an attempt and gives the mail; no row where it was sent before.';

create function private.mail_was_sent(mail_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update private.mail m set status = 'sent', sent_at = now(), last_error = null,
    text = case when m.is_secret then '(sent, and forgotten here)' else m.text end,
    html = case when m.is_secret then null else m.html end
  where m.id = mail_id;
end
$$;
comment on function private.mail_was_sent(uuid) is 'Definer: forgets what a secret mail said.';

create function private.mail_has_failed(mail_id uuid, reason text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update private.mail m set status = 'failed', last_error = reason
  where m.id = mail_id and m.status <> 'sent';
end
$$;
comment on function private.mail_has_failed(uuid, text) is
  'Definer: says why an attempt failed. The worker tries again.';

do $$
declare f text;
begin
  foreach f in array array['mail_to_send(uuid)', 'mail_was_sent(uuid)',
                           'mail_has_failed(uuid, text)',
                           'queue_mail(text, text, text, text, boolean, boolean)'] loop
    execute format('revoke all on function private.%s from public', f);
    execute format('grant execute on function private.%s to service_role', f);
  end loop;
end
$$;
grant execute on function private.queue_mail(text, text, text, text, boolean, boolean)
  to supabase_auth_admin;
