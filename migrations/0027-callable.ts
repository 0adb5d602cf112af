import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The functions with the owner's rights that the serving role may call, by why no statement that forgot who asks learns or
 * changes anything by them. All others only each other call.
 */
export const CALLABLE: Record<string, readonly string[]> = {
  'before a viewer is known, by what only who signs in has': [
    'account_acting',
    'account_proving',
    'account_signing_in',
    'api_key_presented',
    'invitation_presented',
    'refresh_presented',
    'reset_presented',
    'second_factor',
    'session_acting',
    'use_recovery_code',
    'use_totp_period',
  ],
  'before a viewer is known: counts attempts': [
    'count_sign_in_failures',
    'forget_sign_in_failures',
    'note_api_key_use',
    'note_session_use',
    'note_sign_in_failure',
  ],
  'yes or no, for who invites': ['email_taken'],
  'takes away what has expired': ['forget_kept_answers', 'forget_sessions'],
  'of the installation, of nobody in it': ['clock_is_behind', 'clock_moves_on', 'has_had_migrations'],
  'an identifier alone: row-level security guards the log': ['house_log'],
  'of the directory, which everybody reads': [
    'contact_is_removed',
    'contact_verified',
    'key_is_removed',
    'latest_contact_version',
    'latest_profile',
    'parent_of',
    'survivor',
  ],
  'answers for the viewer': [
    'acknowledged_obligations',
    'acknowledgements',
    'agreement_parties',
    'agreement_span',
    'agreement_superseded',
    'agreements_granting_at',
    'answered_with',
    'arrived_obligations',
    'certified_obligations',
    'contact_answers',
    'contacts_due',
    'default_label',
    'drain_own',
    'ends_by_succession',
    'feed_again_page',
    'feed_catch_up',
    'feed_page',
    'flow_counts',
    'grant_facts',
    'granting_agreements',
    'item_facts_for_viewer',
    'known_officers',
    'lane_agreements',
    'named_entries',
    'named_entry',
    'numbers_on_file',
    'officers_named',
    'open_case',
    'notice_items',
    'breach_hours',
    'obligation_size',
    'open_own_ends',
    'overlays_of',
    'own_list',
    'part_in_activity',
    'partner_officers',
    'passed_item',
    'passed_on_as',
    'people_behind',
    'readers_by_request',
    'responded_at',
    'red_standing',
    'referred_id',
    'relationship_log',
    'service_terms',
    'shared_entry',
    'shared_list',
    'show_named',
    'sight_changes',
    'sight_of',
    'slices_for_viewer',
    'terms_consents',
    'terms_parties',
    'variant_parts',
    'verifications',
    'verifiers_of_viewer',
    'viewer_agreements',
    'viewer_forwards',
    'viewer_joined_pauses',
    'viewer_joined_terms',
    'viewer_whole_agreements',
    'void_recovery_codes',
    'what_stands_above',
  ],
  'asks whether the viewer may cause it': [
    'after_end',
    'after_entry_into_force',
    'after_overlay',
    'after_pause',
    'after_release',
    'after_resumption',
    'after_signature',
    'after_withdrawal',
    'hold_consented',
    'hold_for_overlay',
    'hold_readers',
    'hold_readers_of',
    'tell',
  ],
  'in a policy, of a row that the policy is about': ['gate_is_open', 'publicly_consented', 'shown_elsewhere'],
};

/** Who may call what acts with the owner's rights. */
export class Callable implements MigrationInterface {
  readonly name = 'Callable0000000000027';

  async up(db: QueryRunner): Promise<void> {
    for (const [why, names] of Object.entries(CALLABLE))
      await db.query('INSERT INTO app.function_for_application SELECT unnest($1::text[]), $2', [names, why]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DELETE FROM app.function_for_application');
  }
}
