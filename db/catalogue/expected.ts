/**
 * What the data model asks of each table, column by column: `name type`, then in this order `?`
 * (may be null), `pk`, `unique`, `= default`, `-> Table` (references it). Columns that a table has
 * beyond these must be nullable or have a default, so that data made to the model loads unchanged.
 */
export type ExpectedTables = Record<string, string>;

export interface ExpectedColumn {
  name: string;
  /** As `format_type` prints it. */
  type: string;
  nullable: boolean;
  unique: boolean;
  default?: string;
  references?: string;
}

const longNames: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  varchar: 'character varying',
};

/** Reads the notation above. */
export function expectedColumns(table: string): ExpectedColumn[] {
  return table.split(/,\s+/).map((text) => {
    const parts =
      /^(?<name>\w+) (?<type>\w+(?: precision)?)(?<length>\(\d+\))?(?<nullable>\?)?(?<key> pk| unique)?(?: = (?<preset>\S+))?(?: -> (?<references>\w+))?$/.exec(
        text,
      )?.groups;
    if (parts?.name === undefined || parts.type === undefined) {
      throw new Error(`not a column: ${text}`);
    }
    return {
      name: parts.name,
      type: (longNames[parts.type] ?? quoted(parts.type)) + (parts.length ?? ''),
      nullable: parts.nullable !== undefined,
      unique: parts.key !== undefined,
      default: parts.preset,
      references: parts.references,
    };
  });
}

const quoted = (type: string) => (/[A-Z]/.test(type) ? `public."${type}"` : enumOrType(type));
const enumOrType = (type: string) => (type in expectedEnums ? `public.${type}` : type);

/** Labels that must be there, in this order; the ones after `…` may be any. */
export const expectedEnums: Record<string, string> = {
  Role: 'LISTENER SHARER EXECUTOR ADMIN',
  Theme: 'LIFE_EXPERIENCES HEALTH_AND_WELLBEING FOOD CUSTOM …',
  VideoStatus: 'WAITING PREPARING ASSET_CREATED READY ERRORED',
  InvitationStatus: 'PENDING ACCEPTED DECLINED EXPIRED',
  follow_request_status: 'PENDING APPROVED DENIED',
  person_relation: 'Spouse Partner Mother Father …',
};

/** Triggers whose names are part of the data model: table, timing, function. */
export const expectedTriggers: Record<string, string> = {
  on_auth_user_created: 'auth.users AFTER INSERT public.handle_new_user',
  key_encrypt_secret_trigger_raw_key: 'pgsodium.key BEFORE INSERT UPDATE',
  handle_approved_follow_request:
    'public.FollowRequest AFTER UPDATE public.handle_approved_follow_request',
  update_follow_request_status_timestamps: 'public.FollowRequest BEFORE UPDATE',
  update_follow_request_updated_at: 'public.FollowRequest BEFORE UPDATE',
  full_name_update: 'public.Profile BEFORE UPDATE public.update_full_name',
  profile_updated: 'public.Profile BEFORE UPDATE public.handle_profile_updated',
  prompt_search_vector_update: 'public.Prompt BEFORE INSERT UPDATE',
  prompt_response_search_vector_update:
    'public.PromptResponse BEFORE INSERT UPDATE public.prompt_response_search_update',
  topicvideotranscript_updated: 'public.TopicVideoTranscript BEFORE UPDATE',
  set_video_date_recorded_trigger: 'public.Video BEFORE INSERT public.set_video_date_recorded',
  tr_check_filters:
    'realtime.subscription BEFORE INSERT UPDATE realtime.subscription_check_filters',
  update_objects_updated_at: 'storage.objects BEFORE UPDATE storage.update_updated_at_column',
  secrets_encrypt_secret_trigger_secret: 'vault.secrets BEFORE INSERT UPDATE',
};

/** Functions whose names are part of the data model. */
export const expectedFunctions = `
  auth.email() auth.jwt() auth.role() auth.uid()
  public.handle_new_user() public.handle_profile_updated() public.update_full_name()
  public.has_role(uuid,text) public.is_admin() public.is_admin(uuid)
  public.is_executor_for(uuid,uuid) public.is_listener_for(uuid,uuid)
  public.create_invitation(uuid,text,public."Role") public.generate_invitation_token()
  public.accept_invitation_by_token(text) public.decline_invitation(text)
  public.handle_follow_request(uuid) public.handle_follow_request_response(uuid,boolean)
  public.handle_approved_follow_request() public.slugify(text)
  public.generate_attachment_filename(uuid,uuid,text)
  public.prompt_response_search_update() public.set_video_date_recorded()
  public.update_video_status(uuid,public."VideoStatus") public.handle_mux_webhook(jsonb)
`
  .trim()
  .split(/\s+/);

/** Tables of public that the data model does not name. Each has to be open to clients for a reason. */
export const ownTables: string[] = [
  'AccountDeletion', // a person asks for it, and takes it back
  'ContactPreference', // a person's own: the language and the hours that mails come in
  'FollowLink', // managers hand it out, and make another
  'EarlierTelling', // managers bring back what a story showed before
  'SharerLogEntry', // storytellers read what others did with what is theirs
  'Notification', // what a person was told of, and that they read it
  'NotificationSwitch', // a person's own: what they want to be told of, and how
  'PushSubscription', // a person's own: devices that want to be told
  'TranscriptSuggestion', // whoever listens may suggest other words
  'TranscriptVersion', // managers bring back what was
  'TrimmedVideo', // managers see which part of a recording a story shows
  'WatchingPreference', // a person's own: captions, and whether their history is kept
];

/** Internal tables; nothing of schema private is granted to clients. */
export const privateTables = [
  'admin_log',
  'api_key',
  'attachment_upload',
  'change',
  'counted_act',
  'follow_ask',
  'mail',
  'mux_event',
  'mux_upload',
  'passkey',
  'payments',
  'removed_asset',
  'removed_attachment',
  'removed_part',
  'removed_upload',
  'revenuecat_customer',
  'revenuecat_event',
  'setup_token',
  'upload',
  'video_transition',
];
