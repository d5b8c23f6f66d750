-- A length that is a sum may have more digits than were read, and was then not known at all.

create or replace function private.to_number(value text) returns double precision
language sql immutable set search_path = '' as $$
  select case when value ~ '^-?\d{1,15}(\.\d{1,30})?$' then value::double precision end
$$;

update public."Video" v set duration = private.to_number(e.payload #>> '{data,duration}')
from private.mux_event e
where v.duration is null and v.status = 'READY' and e.type = 'video.asset.ready'
  and e.payload #>> '{data,id}' = v."muxAssetId";
