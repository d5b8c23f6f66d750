-- Words that were meant: the nearest that there are in what one may read.

create function private.words_around() returns table (word text, times bigint)
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query
    with texts (said) as (
      (
        select concat_ws(' ', s.question, s."topicTitle", s.summary, s."responseNotes", left(t.transcript, 20000))
        from (select * from api.story n order by n."createdAt" desc limit 500) s
        left join public."VideoTranscript" t on t."videoId" = s."videoId"
      )
      union all (
        select concat_ws(' ', v.title, v."topicTitle", v.summary, v.description, left(t.transcript, 20000))
        from (select * from api.topic_video n order by n."createdAt" desc limit 100) v
        left join public."TopicVideoTranscript" t on t."topicVideoId" = v.id
      )
      union all (
        select concat_ws(' ', a.title, a.description) from public."PromptResponseAttachment" a
        where a.title is not null or a.description is not null
        order by a."uploadedAt" desc limit 1000
      )
      union all (
        select concat_ws(' ', o."objectName", o."objectDescription") from public."Object" o
        order by o."createdAt" desc limit 1000
      )
    ), written as (
      -- told apart before they are looked at: most words are said again and again
      select w, count(*) as times from texts, string_to_table(texts.said, ' ') w group by w
    )
    select btrim(lower(written.w), E' \t\n\r.,;:!?¡¿"''“”‘’«»()[]…–—-') as word, sum(written.times)::bigint
    from written group by 1;
end
$$;
comment on function private.words_around() is
  'The words of the newest stories, topic videos, photos and things that the caller may read, and how often they are there. The policies decide, so no word comes from elsewhere.';

create function private.nearest_words(asked text) returns setof text
language plpgsql stable set search_path = '' as $$
declare
  plain text := extensions.unaccent(lower(asked));
  allowed integer := private.slips_allowed(plain);
begin
  return query
    select near.word from (
      select w.word, w.times,
        extensions.levenshtein_less_equal(extensions.unaccent(left(w.word, 60)), plain, allowed) as slips
      from private.words_around() w
      where abs(length(w.word) - length(plain)) <= allowed and w.word ~ '^[[:alpha:]]+$'
    ) near
    where near.slips between 1 and allowed
    order by near.slips, near.times desc, near.word limit 3;
end
$$;
comment on function private.nearest_words(text) is
  'Three words that the caller may read and that differ from this one by one slip in four letters or two in six, the nearest first.';

create function api.spelt_otherwise(query text, language text) returns setof text
language plpgsql stable set search_path = '' as $$
declare
  word text;
begin
  perform private.searched_for(query, language, 1);
  for word in
    -- the words that alone find nothing; a few, as nobody types many wrong
    select m from regexp_matches(left(query, 200), '[[:alpha:]]{4,50}', 'g') as found (all_of), unnest(all_of) m
    where numnode(private.to_query(language, m)) > 0 limit 8
  loop
    continue when exists (select from api.search(word, language, 1) f where f.kind <> 'people');
    return query
      select o.query from private.nearest_words(word) n (near),
        lateral (select regexp_replace(spelt_otherwise.query, '\m' || word || '\M', near, 'g') as query) o
      where exists (select from api.search(o.query, language, 1) f where f.kind <> 'people');
    return;
  end loop;
end
$$;
comment on function api.spelt_otherwise(text, text) is
  'The query with its first word that finds nothing spelt as a word that there is, the nearest first: those that find something. Only words that the caller may read. Raises 22004, 22023.';
select private.grant_functions(array['private.words_around()', 'private.nearest_words(text)',
    'api.spelt_otherwise(text, text)'
  ]::regprocedure[], 'authenticated');
