import { Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { TopicVideo, type TopicVideoRow, toTopicVideo } from '../../topics/topic-video.ts';
import type { Signer } from '../../videos/media-address.ts';
import type { Words } from './ask.ts';
import { type HitRow, hitIn, toHit } from './hits.ts';

const Hit = hitIn('title', 'summary', 'description', 'transcript');
export const FoundTopicVideo = Type.Object({ topicVideo: TopicVideo, hits: Type.Array(Hit) });

interface FoundRow extends TopicVideoRow {
  hits: HitRow<'title' | 'summary' | 'description' | 'transcript'>[];
}

/** These topics summed up in this order, each with where it was met. */
export async function showTopicVideos(sql: Sql, ids: string[], words: Words, sign: Signer) {
  if (ids.length === 0) return [];
  const { q, language } = words;
  const rows = await sql<FoundRow>`
    select (f."topicVideo").*, f.hits
    from api.show_topic_videos(${ids}::uuid[], ${q}, ${language}) f`;
  return rows.map(({ hits, ...row }) => ({
    topicVideo: toTopicVideo(row, sign),
    hits: hits.map(toHit),
  }));
}
