-- The buckets that files live in. Rules for single files come with the features that use them;
-- until then row-level security keeps storage.objects shut.
insert into storage.buckets (id, name, public) values
  ('avatars', 'avatars', true),
  ('attachments', 'attachments', false),
  ('videos', 'videos', false),
  ('exports', 'exports', false)
on conflict (id) do nothing;
