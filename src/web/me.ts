import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { whoAmI } from '../modules/organizations/me/contract.ts'
import { holdersOf, type Right } from '../modules/organizations/rules.ts'
import { keptRead } from './outbox/kept.ts'

/** Whoever is signed in. Undefined until it is known. */
export function useMe(signedIn = true) {
  return useQuery({ ...keptRead(whoAmI, {}, 'device'), enabled: signedIn }).data
}

/** Do they hold a right anywhere? To ask nothing that would be refused; the server decides all the same. */
export function useHas(right: Right): boolean {
  const me = useMe()
  return (me?.roles ?? []).some(({ role }) => holdersOf(right).includes(role))
}

/** Leaves out the places whose doors would not open; the server decides all the same. */
export function useMay(): (place: { right?: Right | undefined }) => boolean {
  const me = useMe()
  return useCallback(
    ({ right }) => right === undefined || (me?.roles ?? []).some(({ role }) => holdersOf(right).includes(role)),
    [me],
  )
}
