import { expect, test } from 'vitest'
import { saturday, soupKitchen } from '../../../../test/shifts.ts'
import { town } from '../../../../test/town.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { listCredentials } from '../../credentials/actions.ts'
import { signFor } from '../../credentials/issuer/actions.ts'
import { signUp } from '../signing/actions.ts'
import { certifyHours, hoursToCertify } from './actions.ts'

const spring = { from: '2026-04-01', to: '2026-04-30' }

test('a volunteer has the approved hours certified, with the role held; nobody else’s', async () => {
  signFor({ secret: 'a secret for tests', address: 'https://linli.example' })
  const here = await town()
  const { xiaoyu, sun, lina } = here
  const shift = await soupKitchen(here)
  await xiaoyu.does(signUp, { shiftId: shift.id, roleId: shift.roles[0]?.id as string })
  const mine = { personId: xiaoyu.id, ...spring }
  await expect(xiaoyu.does(certifyHours, mine)).rejects.toThrow('nothingToCertify')
  // As the door would have it.
  await asTenant(here.db, here.tenantId, (tx) =>
    tx.updateTable('participation').set({ status: 'attended', minutes: 150 }).execute(),
  )
  const after = xiaoyu.at(saturday('20:00'))
  expect(await after.does(hoursToCertify, mine)).toEqual({ minutes: 150, services: 1, roles: ['引导员'] })
  await after.does(certifyHours, mine)
  expect(await after.does(listCredentials, { personId: xiaoyu.id })).toMatchObject([
    { kind: 'hours', minutes: 150, organizationName: '柳荫街道', roles: ['引导员'] },
  ])
  await expect(sun.does(certifyHours, mine)).rejects.toThrow('notFound')
  expect(await lina.does(certifyHours, mine)).toHaveProperty('id')
})
