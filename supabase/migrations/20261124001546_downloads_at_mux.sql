-- What is fetched from a video host is asked for here first: that is noted, as nobody tells how it ends.

comment on column public."VideoDownload".status is
  'preparing, ready, completed (see downloadedAt), failed for what problem says, or expired.';
comment on column public."VideoDownload"."downloadedAt" is
  'When its last byte was sent from here. Of a file that a video host sends: when a fetch that goes to its end was let through to there; whether it arrived nobody tells us.';
comment on function private.note_downloaded(uuid) is
  'The last byte of the file was sent, or the host was left to send it.';
