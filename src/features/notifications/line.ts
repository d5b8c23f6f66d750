import { type Static, Type } from 'typebox';
import { Nullable, Uuid, When } from '../../server/schemas.ts';

const Card = Type.Object({
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
});

/** One line of what somebody was told. Its words are the reader's: pages and mails make them from this. */
export const Line = Type.Object({
  id: Uuid,
  kind: Type.Enum([
    'story',
    'follow-request',
    'invitation',
    'invitation-answered',
    'access-given',
    'access-paused',
    'recording-ready',
    'recording-failed',
  ]),
  createdAt: When,
  readAt: Nullable(When),
  count: Type.Integer({ description: 'How many are folded into this line: 3 new stories.' }),
  sharer: Type.Object({ id: Uuid, ...Card.properties }, { description: 'Whose stories.' }),
  person: Type.Object(Card.properties, {
    description: 'Who asked, invited or answered; without a name where the caller sees no card.',
  }),
  email: Nullable(Type.String({ description: 'The invited address, for who invited.' })),
  accepted: Nullable(Type.Boolean({ description: 'What an invitation was answered with.' })),
  followRequestId: Nullable(Uuid),
  storyId: Nullable(Uuid),
  topicVideoId: Nullable(Uuid),
  question: Nullable(Type.String({ description: 'Of the newest story.' })),
});
export type Line = Static<typeof Line>;

/** A row of api.notification_lines(). */
export interface LineRow
  extends Omit<Line, 'sharer' | 'person' | 'createdAt' | 'readAt'>,
    Record<'sharerName' | 'sharerAvatarUrl' | 'personName' | 'personAvatarUrl', string | null> {
  createdAt: Date;
  readAt: Date | null;
  sharerId: string;
  /** Every notification of the line. */
  members: string[];
}

export function toLine(row: LineRow): Line {
  const { createdAt, readAt, sharerId, sharerName, sharerAvatarUrl, ...others } = row;
  const { personName, personAvatarUrl, members: _, ...rest } = others;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    sharer: { id: sharerId, name: sharerName, avatarUrl: sharerAvatarUrl },
    person: { name: personName, avatarUrl: personAvatarUrl },
  };
}
