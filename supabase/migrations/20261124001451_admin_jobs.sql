-- The queue, for admins: what waits, what failed, one more try, and giving up.

create function api.jobs()
returns table (id bigint, task text, state text, attempts integer, "maxAttempts" integer,
  "runAt" timestamptz, "createdAt" timestamptz, "lastError" text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.need_admin();
  return query
    select j.id, j.task_identifier, case
        when j.locked_at is not null then 'running'
        when j.attempts >= j.max_attempts then 'failed'
        when j.attempts > 0 then 'retrying'
        when j.run_at > now() then 'later'
        else 'waiting' end,
      j.attempts::integer, j.max_attempts::integer, j.run_at, j.created_at, j.last_error
    from graphile_worker.jobs j;
end
$$;
comment on function api.jobs() is
  'Every job, for admins. Definer: the queue belongs to the owner of the database.';

-- Both leave a job that is under way alone: false.

create function api.retry_job(job bigint) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  task text;
begin
  perform private.need_admin();
  perform graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0);
  if not found then
    return false;
  end if;
  task := (select j.task_identifier from graphile_worker.jobs j where j.id = job);
  perform private.note_admin_act('job.retry', job::text, task);
  return true;
end
$$;
comment on function api.retry_job(bigint) is
  'Tries a job at once, with all its attempts before it. Definer: as api.jobs().';

create function api.give_up_job(job bigint) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  task text;
  has_failed boolean;
begin
  perform private.need_admin();
  select j.task_identifier, j.attempts >= j.max_attempts into task, has_failed
  from graphile_worker.jobs j where j.id = job;
  if has_failed then
    perform graphile_worker.complete_jobs(array[job]);
  else
    -- its last attempt, which tells whom it concerns that there is no other
    perform graphile_worker.reschedule_jobs(array[job], run_at => now(), max_attempts => (
      select j.attempts + 1 from graphile_worker.jobs j where j.id = job));
  end if;
  if not found then
    return false;
  end if;
  perform private.note_admin_act('job.give-up', job::text, task);
  return true;
end
$$;
comment on function api.give_up_job(bigint) is
  'Gives a job one last attempt, at once; one that has had its last goes from the list. Definer: as api.jobs().';

select private.grant_functions(array[
    'api.jobs()', 'api.retry_job(bigint)', 'api.give_up_job(bigint)'
  ]::regprocedure[], 'telloom_admin');
