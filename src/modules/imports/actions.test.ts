import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newOffice } from '../../../test/imports.ts'
import { asTenant } from '../../platform/tenancy.ts'

const expected = JSON.parse(readFileSync('test/data/office-2023.expected.json', 'utf8'))
const workbook = 'test/data/office-2023.xlsx'
const row = (r: { sheet: string; row: number }) => `${r.sheet} ${r.row}`

test('the office’s workbook comes in as it must, and the second time nothing changes', async () => {
  const office = await newOffice()
  const tried = await office.take([workbook], { trial: true })
  const first = await office.take([workbook])
  expect(first.tables.map((table) => table.asked)).toEqual(Array(8).fill('nothing'))
  expect(first.refused.map(row)).toEqual(expected.rejected_rows.map(row))
  expect(first.refused.map((r) => r.reason)).toEqual([
    'duplicatePerson',
    'duplicatePerson',
    'duplicatePerson',
    'missing',
    'unknownOrganization',
    'badPhone',
    'badDate',
    'impossibleDate',
    'endsBeforeItStarts',
  ])
  expect(tried).toEqual({ ...first, id: tried.id })
  expect(first.records.person).toEqual({ created: expected.people, updated: 0, unchanged: 0 })
  expect(first.warnings.filter((w) => w.reason === 'overlapping')).toHaveLength(expected.overlapping_pairs)
  const figures = await asTenant(office.db, office.tenantId, async (tx) => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from organization where kind = 'community') as communities,
        (select count(*) from place where kind = 'station') as stations,
        (select count(distinct brand) from place where kind = 'station') as brands,
        (select count(*) from organization where kind = 'team' and category <> 'own') as standing,
        (select count(*) from organization where kind = 'team' and category = 'own') as own,
        (select count(*) from activity where kind = 'study' and group_id is not null) as study,
        (select count(*) from activity where kind = 'service') as services,
        (select count(*) from activity where kind = 'event') as events,
        (select sum(minutes) from participation) as minutes,
        (select count(*) from participation where minutes is not null) as records,
        (select count(*) from participation p join activity a using (tenant_id) where a.id = p.activity_id and a.kind = 'study') as expected,
        (select count(*) from participation where status in ('attended', 'late') and minutes is null) as attended`.execute(
      tx,
    )
    return rows[0]
  })
  expect(figures).toEqual({
    communities: expected.communities,
    stations: expected.stations,
    brands: expected.brands,
    standing: expected.standing_teams,
    own: expected.own_teams,
    study: expected.study_sessions,
    services: expected.service_activities,
    events: expected.public_activities,
    minutes: expected.service_minutes,
    records: expected.service_records,
    expected: expected.study_attendance.expected,
    attended: expected.study_attendance.attended,
  })
  const second = await office.take([workbook])
  expect(second).toMatchObject({ created: 0, updated: 0, refused: first.refused })
  expect(second.unchanged).toBe(first.created + first.updated)
})
