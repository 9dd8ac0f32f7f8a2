import pg from 'pg'

/** A row in every table of a tenant, so that there is something to find, to change and to hand out by mistake. */
export async function furnish(ownerUrl: string, tenantId: string): Promise<void> {
  await withOwner(ownerUrl, async (client) => {
    await client.query(`set app.tenant = '${tenantId}'`)
    for (const statement of rows) await client.query(statement)
  })
}

const root = '(select id from organization where tenant_id = current_tenant() and parent_id is null limit 1)'
const one = (table: string): string =>
  `(select id from ${table} where tenant_id = current_tenant() order by id limit 1)`
/** A part of the office, where it has any. */
const part = `coalesce((select id from organization where tenant_id = current_tenant() and parent_id is not null order by id limit 1), ${root})`
/** The oldest of a tenant's activities. */
const activity = (of: 'meeting' | 'session'): string =>
  `('00000000-0000-6000-8000-0000000000${of === 'meeting' ? 1 : 2}' || right(current_tenant()::text, 1))::uuid`
const rows = [
  `insert into place (id, kind, name, organization_id, search) values (gen_random_uuid(), 'room', '二楼会议室', ${root}, '')`,
  `insert into equipment (id, place_id, name) values (gen_random_uuid(), ${one('place')}, '投影仪')`,
  `insert into place_closure (id, place_id, source_id, reason, closed_at, opened_at)
   values (gen_random_uuid(), ${one('place')}, gen_random_uuid(), '漏电', '2026-02-01T00:00Z', '2026-02-02T00:00Z')`,
  `insert into floor_picture (place_id, file, type, width, height, added_at)
   values (${one('place')}, repeat('0', 64), 'png', 800, 600, '2026-02-01T00:00Z')`,
  `insert into people_group (id, organization_id, kind, name) values (gen_random_uuid(), ${root}, 'working', '工作专班')`,
  `insert into group_member (id, group_id, person_id, from_date)
   values (gen_random_uuid(), ${one('people_group')}, ${one('person')}, '2020-01-01')`,
  `insert into activity_series (id, rule, first_date, starts, minutes, on_holiday, template)
   values (gen_random_uuid(), 'FREQ=WEEKLY', '2026-04-01', '09:00', 60, 'skip', '{}')`,
  `insert into activity (id, kind, title, host_id, place_id, series_id, series_date, starts_at, ends_at, changed_at)
   values (gen_random_uuid(), 'study', '四月学习', ${root}, ${one('place')}, ${one('activity_series')}, '2026-04-01',
           '2026-04-01T01:00Z', '2026-04-01T02:00Z', '2026-03-01T00:00Z')`,
  `insert into activity_team (activity_id, organization_id) values (${one('activity')}, ${root})`,
  `insert into booking (id, place_id, activity_id, starts_at, ends_at)
   values (gen_random_uuid(), ${one('place')}, ${one('activity')}, '2026-04-01T01:00Z', '2026-04-01T02:00Z')`,
  `insert into participation (id, activity_id, person_id, status, recorded_at)
   values (gen_random_uuid(), ${one('activity')}, ${one('person')}, 'invited', '2026-03-01T00:00Z')`,
  `insert into calendar_feed (id, token_hash, organization_id, created_at)
   values (gen_random_uuid(), sha256(current_tenant()::text::bytea), ${root}, '2026-03-01T00:00Z')`,
  `insert into credential_key (id, number, controller, public_key, private_key, created_at, retired_at)
   values (gen_random_uuid(), 1, 'https://linli.example/issuers/old', current_tenant()::text, '', '2026-03-01T00:00Z', '2026-03-02T00:00Z')`,
  `insert into credential (id, person_id, organization_id, key_id, kind, from_date, to_date, minutes, document, token,
                           status_list, status_index, issued_at)
   values (gen_random_uuid(), ${one('person')}, ${root}, ${one('credential_key')}, 'hours', '2026-01-01', '2026-03-31', 750, '{}',
           current_tenant()::text, 1, 7, '2026-04-01T00:00Z')`,
  `insert into skill (id, name) values (gen_random_uuid(), '急救')`,
  `insert into qualification (id, person_id, skill_id, from_date)
   values (gen_random_uuid(), ${one('person')}, ${one('skill')}, '2025-01-01')`,
  `insert into minor (person_id, minor_until) values (${one('person')}, '2026-01-01')`,
  `insert into service_rule (organization_id, rest_minutes) values (${root}, 30)`,
  `insert into shift (id, activity_id, host_id, starts_at, ends_at)
   select gen_random_uuid(), id, host_id, '2099-04-01T01:00Z', '2099-04-01T02:00Z' from activity
   where tenant_id = current_tenant() order by id limit 1`,
  `insert into shift_role (id, shift_id, name, target, most) values (gen_random_uuid(), ${one('shift')}, '引导员', 1, 2)`,
  `insert into signup (id, shift_id, shift_role_id, person_id, state, arrival, at, changed_at, starts_at, ends_at)
   values (gen_random_uuid(), ${one('shift')}, ${one('shift_role')}, ${one('person')}, 'confirmed', 1, '2026-03-01T00:00Z',
           '2026-03-01T00:00Z', '2099-04-01T01:00Z', '2099-04-01T02:00Z')`,
  `insert into kiosk (id, organization_id, name, token_hash, created_at)
   values (gen_random_uuid(), ${root}, '门口平板', sha256(current_tenant()::text::bytea), '2026-04-01T00:00Z')`,
  `insert into door_event (id, activity_id, person_id, direction, at, device_at, received_at, way, state)
   values (gen_random_uuid(), ${one('activity')}, ${one('person')}, 'in', '2026-04-01T01:00Z', '2026-04-01T01:00Z',
           '2026-04-01T01:00Z', 'list', 'stands')`,
  `insert into hours_entry (id, activity_id, person_id, origin, minutes, state, reason, entered_by, entered_at)
   values (gen_random_uuid(), ${one('activity')}, ${one('person')}, 'correction', 30, 'open', '忘记签退', ${one('person')},
           '2026-04-02T00:00Z')`,
  // A team in each office, the oldest of its organizations.
  `insert into organization (id, parent_id, path, kind, name, category, search)
   select t.id, o.id, o.path || t.id || '/', 'team', '邻里队', 'own', ''
   from (select ('00000000-0000-6000-8000-00000000000' || right(current_tenant()::text, 1))::uuid as id) t,
        organization o where o.id = ${root}`,
  // Some tables are about two people; one of each office's stands among the cast, neither newest nor oldest.
  `insert into person (id, name, search)
   values (('00000000-0000-7000-8000-00000000090' || right(current_tenant()::text, 1))::uuid, '周邻', '')`,
  `insert into volunteer (person_id) values (${one('person')})`,
  `insert into availability (id, person_id, weekday, from_time, to_time)
   values (gen_random_uuid(), ${one('person')}, 6, '08:00', '12:00')`,
  `insert into kept_apart (id, one_id, other_id, noted_by, noted_at)
   select gen_random_uuid(), min(id::text)::uuid, max(id::text)::uuid, min(id::text)::uuid, '2026-03-01T00:00Z'
   from (select id from person where tenant_id = current_tenant() order by id limit 2) two`,
  `insert into team_request (id, team_id, person_id, kind, asked_by, asked_at)
   values (gen_random_uuid(), ${one('organization')}, ${one('person')}, 'request', ${one('person')}, '2026-03-01T00:00Z')`,
  `insert into helper_consent (id, person_id, helper_id, given, noted_at, noted_by)
   select gen_random_uuid(), min(id::text)::uuid, max(id::text)::uuid, 'byPhone', '2026-03-01T00:00Z', min(id::text)::uuid
   from (select id from person where tenant_id = current_tenant() order by id limit 2) two`,
  `insert into shift_template (id, organization_id, name, shifts, changed_at, removed_at)
   values (gen_random_uuid(), ${root}, '食堂早班', '[]', '2026-03-01T00:00Z', '2026-04-01T00:00Z')`,
  `insert into series_shifts (series_id, template_id) values (${one('activity_series')}, ${one('shift_template')})`,
  `insert into swap (id, from_signup, to_person, asked_at)
   values (gen_random_uuid(), ${one('signup')}, ${one('person')}, '2026-03-01T00:00Z')`,
  `insert into cover_ask (id, shift_id, shift_role_id, person_id, asked_at, answer_by)
   values (gen_random_uuid(), ${one('shift')}, ${one('shift_role')}, ${one('person')}, '2026-04-01T00:00Z', '2099-04-01T00:00Z')`,
  `insert into invitation (id, person_id, token_hash, created_at, expires_at)
   values (gen_random_uuid(), ${one('person')}, sha256(current_tenant()::text::bytea), '2026-04-14T00:00Z', '2099-01-01T00:00Z')`,
  `insert into import_run (id, started_at, state, files, mapping)
   values (gen_random_uuid(), '2026-04-01T00:00Z', 'uploaded', '[]', '[]')`,
  `insert into import_mapping (signature, mapping, used_at) values ('a', '{}', '2026-04-01T00:00Z')`,
  `insert into import_source (record, record_id, run_id, file, sheet, row_number)
   values ('person', ${one('person')}, ${one('import_run')}, 'a.xlsx', '人员', 3)`,
  `insert into notice (id, person_id, matter, key, filling, due_at)
   values (gen_random_uuid(), ${one('person')}, 'addressFailed', 'a', '{"address": "a@example.org"}', '2026-04-01T00:00Z')`,
  `insert into notice_address (id, person_id, kind, address, created_at)
   values (gen_random_uuid(), ${one('person')}, 'email', 'somebody@example.net', '2026-04-01T00:00Z')`,
  `insert into notice_wish (person_id, language) values (${one('person')}, 'en')`,
  `insert into notice_choice (person_id, matter, channels) values (${one('person')}, 'addressFailed', '{push}')`,
  `insert into notice_delivery (id, notice_id, address_id, begun_at, due_at)
   values (gen_random_uuid(), ${one('notice')}, ${one('notice_address')}, '2026-04-01T00:00Z', '2026-04-01T00:00Z')`,
  `insert into webhook (id, url, secret, events, created_at)
   values (gen_random_uuid(), 'https://hooks.example/', '', '{webhook.tried}', '2026-04-01T00:00Z')`,
  `insert into webhook_delivery (id, webhook_id, event, body, created_at, begun_at, due_at)
   values (gen_random_uuid(), ${one('webhook')}, 'webhook.tried', '{}', '2026-04-01T00:00Z', '2026-04-01T00:00Z', '2026-04-01T00:00Z')`,
  `insert into report (id, organization_id, language, title, period, created_at, changed_at, seq, snapshot)
   values (gen_random_uuid(), ${root}, 'zh-CN', '四月工作报告', '2026-04', '2026-05-01T00:00Z', '2026-05-01T00:00Z', 1, '\\x0000')`,
  `insert into report_update (report_id, seq, key, at, bytes, wrote)
   values (${one('report')}, 1, 'a-first-change', '2026-05-01T00:00Z', '\\x0000', '[]')`,
  `insert into report_version (id, report_id, seq, name, named_at)
   values (gen_random_uuid(), ${one('report')}, 1, '初稿', '2026-05-01T00:00Z')`,
  `insert into report_thread (id, report_id, quote, begun_by, begun_at)
   values (gen_random_uuid(), ${one('report')}, '九次', ${one('person')}, '2026-05-01T00:00Z')`,
  `insert into report_comment (id, thread_id, person_id, text, at)
   values (gen_random_uuid(), ${one('report_thread')}, ${one('person')}, '请核对', '2026-05-01T00:00Z')`,
  `insert into report_picture (file, type, width, height, added_at)
   values (encode(sha256(current_tenant()::text::bytea), 'hex'), 'png', 4, 3, '2026-05-01T00:00Z')`,
  `insert into report_schedule (id, organization_id, kind, language, signer_id, from_date)
   values (gen_random_uuid(), ${root}, 'weekly', 'zh-CN', ${one('person')}, '2026-04-01')`,
  `insert into report_scheduled (schedule_id, period, report_id) values (${one('report_schedule')}, '2026-03', ${one('report')})`,
  `insert into report_template (id, organization_id, language, name, title, document, changed_at)
   values (gen_random_uuid(), ${root}, 'zh-CN', '月报', '{period}工作报告', '{"type": "doc", "content": []}', '2026-05-01T00:00Z')`,
  `insert into published_report (id, report_id, number, title, language, period, scope_id, settled, hash, published_by, published_at)
   values (gen_random_uuid(), ${one('report')}, 1, '四月工作报告', 'zh-CN', '2026-04', ${root},
     '{"language": "zh-CN", "title": ["四月工作报告"], "period": "2026-04", "scope": {"id": "00000000-0000-7000-8000-000000000011", "name": "柳荫街道"}, "blocks": [], "figures": {}}',
     repeat('0', 64), ${one('person')}, '2026-05-01T00:00Z')`,
  `insert into published_count (published_id, question, value, record_ids)
   values (${one('published_report')}, 'fact=activity&measure=count&period=2026-04', 0, '{}')`,
  `insert into published_file (published_id, kind, hash, name)
   values (${one('published_report')}, 'docx', repeat('0', 64), '四月工作报告.docx')`,
  `insert into word_template (id, name, file_hash, tags, added_by, added_at)
   values (gen_random_uuid(), '红头文件', repeat('0', 64), '{标题}', ${one('person')}, '2026-05-01T00:00Z')`,
  `insert into finding (id, organization_id, origin, origin_id, words, grade, place_id, raised_by, raised_at)
   values (gen_random_uuid(), ${root}, 'check', gen_random_uuid(), '消防通道堆放杂物', 'major', ${one('place')}, ${one('person')},
     '2026-04-01T00:00Z')`,
  `insert into corrective_action (id, finding_id, what, owner_id, due_on)
   values (gen_random_uuid(), ${one('finding')}, '清理通道', ${one('person')}, '2099-04-30')`,
  `insert into finding_event (id, finding_id, action_id, kind, by_id, at, words)
   values (gen_random_uuid(), ${one('finding')}, ${one('corrective_action')}, 'evidence', ${one('person')}, '2026-04-02T00:00Z', '已清理')`,
  `insert into study_plan (id, group_id, year) values (gen_random_uuid(), ${one('people_group')}, 2026)`,
  `insert into study_plan_version (id, plan_id, number, state, written_by, written_at)
   values (gen_random_uuid(), ${one('study_plan')}, 1, 'draft', ${one('person')}, '2026-01-05T00:00Z')`,
  `insert into study_topic (version_id, topic_id, position, title, minutes, from_month, to_month)
   values (${one('study_plan_version')}, gen_random_uuid(), 0, '基层治理', 120, 1, 12)`,
  `insert into course (id, organization_id, name, due_days, audience, opened_at, changed_at)
   values (gen_random_uuid(), ${root}, '入职必修', 30,
     jsonb_build_array(jsonb_build_array(jsonb_build_object('is', 'at', 'organizationId', ${root}))), '2026-01-05T00:00Z', '2026-01-05T00:00Z')`,
  `insert into course_part (id, course_id, position, kind, title, body)
   values (gen_random_uuid(), ${one('course')}, 0, 'reading', '职责清单', '全文')`,
  `insert into course_member (id, course_id, person_id, entered_on, from_on, due_on)
   values (gen_random_uuid(), ${one('course')}, ${one('person')}, '2026-01-05', '2026-01-05', '2026-02-04')`,
  `insert into course_completion (course_id, person_id, done_on, noted_at)
   values (${one('course')}, ${one('person')}, '2026-01-06', '2026-01-06T00:00Z')`,
  `insert into course_progress (part_id, person_id, done_on) values (${one('course_part')}, ${one('person')}, '2026-01-06')`,
  `insert into course_exemption (id, course_id, person_id, reason, asked_by, asked_at)
   values (gen_random_uuid(), ${one('course')}, ${one('person')}, '已有证书', ${one('person')}, '2026-01-06T00:00Z')`,
  `insert into form (id, organization_id, name, created_at)
   values (gen_random_uuid(), ${root}, '志愿服务月报', '2026-05-01T00:00Z')`,
  `insert into form_version (id, form_id, number, file_hash, file_name, bindings, created_at)
   values (gen_random_uuid(), ${one('form')}, 1, repeat('0', 64), '月报.xlsx', '{"version": 1, "bindings": []}', '2026-05-01T00:00Z')`,
  `insert into form_lesson (id, label, title, content, taught_at)
   values (gen_random_uuid(), '服务次数', '志愿服务月报', '{"is": "hand"}', '2026-05-01T00:00Z')`,
  `insert into form_fill (id, version_id, period, file_hash, cells, filled_at)
   values (gen_random_uuid(), ${one('form_version')}, '2026-04', repeat('1', 64), '[]', '2026-05-01T00:00Z')`,
  `insert into form_schedule (id, form_id, rhythm, person_id, from_date)
   values (gen_random_uuid(), ${one('form')}, 'month', ${one('person')}, '2026-04-01')`,
  `insert into form_scheduled (schedule_id, period, fill_id) values (${one('form_schedule')}, '2026-04', ${one('form_fill')})`,
  `insert into indicator (id, owner_id, name_en, name_zh, version)
   values (gen_random_uuid(), ${root}, 'Evening meetings', '晚间会议', 1)`,
  `insert into indicator_version (indicator_id, number, name_en, name_zh, note_en, note_zh, fact, measure, filter, saved_at)
   values (${one('indicator')}, 1, 'Evening meetings', '晚间会议', '', '', 'activity', 'count', 'kind=meeting', '2026-03-01T00:00Z')`,
  `insert into board (id, name_en, name_zh, organization_id, position) values (gen_random_uuid(), 'Evenings', '晚间工作', ${root}, 0)`,
  `insert into board_card (id, board_id, indicator_id, drawn, period, width, position)
   values (gen_random_uuid(), ${one('board')}, ${one('indicator')}, 'card', 'thisYear', 1, 0)`,
  `insert into question (id, kind, version) values (gen_random_uuid(), 'text', 1)`,
  `insert into question_version (question_id, number, content, keys, tags, difficulty, source, digest, search, changed_at)
   values (${one('question')}, 1, '{"stem": {"zh": "119 是火警电话。"}, "options": [], "targets": []}', '{"correct": []}',
           '{消防}', 1, '', 'a', '', '2026-04-01T00:00Z')`,
  `insert into quiz (id, organization_id, name, about, fixed, draws, shuffle, shuffle_options, attempts, pass_percent, feedback, listed)
   values (gen_random_uuid(), ${root}, '消防测验', '', jsonb_build_array(jsonb_build_object('questionId', ${one('question')}, 'points', 1)),
           '[]', true, true, 1, 60, 'never', true)`,
  `insert into quiz_extra (quiz_id, person_id, minutes) values (${one('quiz')}, ${one('person')}, 10)`,
  `insert into quiz_attempt (id, quiz_id, person_id, number, seed, drawn, size, started_at, submitted_at, score, most, passed)
   select gen_random_uuid(), ${one('quiz')}, ${one('person')}, 1, 'a', jsonb_build_array(d, d), 2, '2026-04-01T00:00Z',
          '2026-04-01T00:10Z', 1, 1, true
   from (select jsonb_build_object('questionId', ${one('question')}, 'version', 1, 'points', 1, 'options', '[]'::jsonb,
                                   'targets', '[]'::jsonb) as d) as two`,
  `insert into quiz_answer (attempt_id, position, answer, given_at, counter, saved_at)
   values (${one('quiz_attempt')}, 1, '{先报警}', '2026-04-01T00:05Z', 1, '2026-04-01T00:05Z')`,
  `insert into contest (id, organization_id, name, about, teams, prizes, seed, created_at, finished_at)
   values (gen_random_uuid(), ${root}, '消防竞赛', '', false, '[]', 'a', '2026-04-01T00:00Z', '2026-04-02T00:00Z')`,
  `insert into contest_round (contest_id, number, quiz_id) values (${one('contest')}, 1, ${one('quiz')})`,
  `insert into contest_team (id, contest_id, name) values (gen_random_uuid(), ${one('contest')}, '一队')`,
  `insert into contest_entrant (contest_id, person_id) values (${one('contest')}, ${one('person')})`,
  `insert into contest_place (contest_id, place, person_id, points, seconds, by_lot)
   values (${one('contest')}, 1, ${one('person')}, 1, 600, false)`,
  `insert into change_mark (id, table_name) values (gen_random_uuid(), 'activity')`,
  `insert into tally_state (fact, definition, counted_to) values ('activity', '', '2026-01-01')`,
  `insert into tally (fact, path, piece, combination, records, sums) values ('activity', '/', '2025-12', '{meeting}', 1, '{}')`,
  `insert into tally_set (fact, field, path, piece, combination, members)
   values ('activity', 'topic', '/', '2025-12', '{meeting}', '')`,
  `insert into tally_member (fact, field, value, ordinal) values ('activity', 'topic', current_tenant()::text, 0)`,
  `insert into audit_entry (id, at, action, digest) values (gen_random_uuid(), '2026-04-01T00:00Z', 'test', '')`,
  `insert into objective (id, organization_id, year, title, holder_id, sense, target, state, since, created_at)
   values (gen_random_uuid(), ${root}, 2026, '制度修订', ${one('person')}, 'atLeast', 2, 'onTrack', '2026-01-01', '2026-01-01T00:00Z')`,
  `insert into objective_evidence (id, objective_id, what, on_date, entered_by, entered_at)
   values (gen_random_uuid(), ${one('objective')}, '修订值班制度', '2026-04-10', ${one('person')}, '2026-04-10T00:00Z')`,
  `insert into checklist (id, name, use, version) values (gen_random_uuid(), '消防检查', 'safety', 1)`,
  `insert into checklist_version (checklist_id, number, content, changed_at)
   values (${one('checklist')}, 1, '{"sections": [{"id": "s", "title": "消防", "questions": [
     {"id": "q", "kind": "photo", "text": "照片", "when": {"id": "x", "is": ["yes"]}}]}]}', '2026-04-01T00:00Z')`,
  `insert into check_plan (id, checklist_id, place_id, rule, first_date, on_holiday, days)
   values (gen_random_uuid(), ${one('checklist')}, ${one('place')}, 'FREQ=WEEKLY', '2026-04-01', 'skip', 2)`,
  `insert into safety_check (id, plan_id, plan_date, checklist_id, place_id, planned_on, due_on)
   values (gen_random_uuid(), ${one('check_plan')}, '2026-04-01', ${one('checklist')}, ${one('place')}, '2026-04-01', '2026-04-03')`,
  `insert into check_photo (id, check_id, question_id) values (gen_random_uuid(), ${one('safety_check')}, 'exit')`,
  `insert into check_hazard (check_id, question_id, finding_id, place_id)
   values (${one('safety_check')}, 'exit', ${one('finding')}, ${one('place')})`,
  `insert into duty (id, organization_id, name, from_date) values (gen_random_uuid(), ${root}, '安全生产', '2026-01-01')`,
  `insert into duty_holding (id, duty_id, person_id, seat, from_date)
   values (gen_random_uuid(), ${one('duty')}, ${one('person')}, 'holder', '2026-01-01')`,
  `insert into hand_over (id, from_person, to_person, on_date, duty_ids, created_at)
   select gen_random_uuid(), min(id::text)::uuid, max(id::text)::uuid, '2026-03-01', array[${one('duty')}], '2026-03-01T00:00Z'
   from (select id from person where tenant_id = current_tenant() order by id limit 2) two`,
  `insert into duty_letter (id, holding_id, language, said, issued_on, issued_by)
   values (gen_random_uuid(), ${one('duty_holding')}, 'zh-CN',
     '{"duty": "安全生产", "about": "", "organization": "柳林街道", "policy": null, "section": null}', '2026-01-02', ${one('person')})`,
  `insert into duty_letter_template (id, name, file_hash, added_by, added_at)
   values (gen_random_uuid(), '职责书', '${'0'.repeat(64)}', ${one('person')}, '2026-01-01T00:00Z')`,
  `insert into policy (id, organization_id, name) values (gen_random_uuid(), ${root}, '值班制度')`,
  `insert into policy_version (id, policy_id, number, sections, in_force_from, published_on, published_by)
   values (gen_random_uuid(), ${one('policy')}, 1, '[]', '2026-01-01', '2026-01-01', ${one('person')})`,
  `insert into policy_reading (id, policy_id, version_id, person_id, organization_id, asked_on)
   values (gen_random_uuid(), ${one('policy')}, ${one('policy_version')}, ${one('person')}, ${root}, '2026-01-01')`,
  `insert into review (id, organization_id, checklist_id, checklist_version, period, planned_on, reviewer_id, created_at)
   values (gen_random_uuid(), ${part}, ${one('checklist')}, 1, '2026-Q1', '2026-04-10', ${one('person')}, '2026-04-01T00:00Z')`,
  `insert into review_finding (review_id, finding_id, position) values (${one('review')}, ${one('finding')}, 0)`,
  `insert into dossier (id, person_id, organization_id, year, comment_by, erase_on, opened_at, changed_at)
   values (gen_random_uuid(), ${one('person')}, ${root}, 2025, '2026-01-31', '2031-01-01', '2026-01-02T00:00Z', '2026-01-02T00:00Z')`,
  `insert into dossier_reviewer (dossier_id, reviewer_id) values (${one('dossier')}, ${one('person')})`,
  `insert into dossier_text (dossier_id, part, words) values (${one('dossier')}, 'own', '全年未发生火情')`,
  `insert into dossier_closing (dossier_id, content, texts, counts, closed_by, closed_at)
   values (${one('dossier')}, '{"duties":[],"objectives":[],"findings":[],"training":{"courses":[],"sessions":{"attended":0,"madeUp":0,"minutes":0}},"asOf":"2026-02-01T00:00Z"}',
           '{}', '{}', ${one('person')}, '2026-02-01T00:00Z')`,
  // An activity by itself for what only a meeting or a session has: others are changed into every kind. They come last, as the oldest.
  ...(['meeting', 'session'] as const).map(
    (of) => `insert into activity (id, kind, title, host_id, starts_at, ends_at, changed_at)
     values (${activity(of)}, '${of === 'meeting' ? 'meeting' : 'study'}', '四月例会', ${root}, '2026-04-02T01:00Z', '2026-04-02T02:00Z',
             '2026-03-01T00:00Z')`,
  ),
  `insert into meeting (activity_id, chair_id) values (${activity('meeting')}, ${one('person')})`,
  `insert into meeting_item (activity_id, id, kind, position, title)
   values (${activity('meeting')}, gen_random_uuid(), 'own', 0, '春季安全')`,
  `insert into meeting_decision (finding_id, activity_id, item_id)
   values (${one('finding')}, ${activity('meeting')}, ${one('meeting_item')})`,
  `insert into study_session (activity_id, lecturer) values (${activity('session')}, '周教授')`,
  `insert into study_material (id, activity_id, position, title, body, reading_minutes)
   values (gen_random_uuid(), ${activity('session')}, 0, '第一章', '全文', 10)`,
  `insert into study_reading (material_id, person_id, read_at)
   values (${one('study_material')}, ${one('person')}, '2026-04-02T00:00Z')`,
  `insert into made_up (id, activity_id, person_id, made_up_at)
   values (gen_random_uuid(), ${activity('session')}, ${one('person')}, '2026-04-02T00:00Z')`,
]

export async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const tenantTables = async (client: pg.Client): Promise<string[]> =>
  (
    await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
    )
  ).rows.map(({ name }) => name)

/** Every row of one tenant as text, table by table: what must not change, and what must not be seen. */
export const everythingOf = (ownerUrl: string, tenantId: string): Promise<Record<string, string[]>> =>
  withOwner(ownerUrl, async (client) => {
    const all: Record<string, string[]> = {}
    for (const table of await tenantTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${table} t where tenant_id = $1 order by 1`,
        [tenantId],
      )
      all[table] = rows.map(({ row }) => row)
    }
    return all
  })

/** The ids in each table of one tenant. */
export const idsIn = (ownerUrl: string, tenantId: string): Promise<Record<string, string[]>> =>
  withOwner(ownerUrl, async (client) => {
    const ids: Record<string, string[]> = {}
    const { rows: named } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' and table_name <> 'tenant'`,
    )
    for (const { name } of named)
      ids[name] = (
        await client.query<{ id: string }>(`select id from ${name} where tenant_id = $1 order by id`, [tenantId])
      ).rows.map(({ id }) => id)
    // What an activity is, is kept by its id.
    for (const name of ['meeting', 'study_session'])
      ids[name] = (
        await client.query<{ id: string }>(`select activity_id as id from ${name} where tenant_id = $1`, [tenantId])
      ).rows.map(({ id }) => id)
    return ids
  })
