import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { whoAmI } from '../modules/organizations/me/contract.ts'
import { holdersOf } from '../modules/organizations/rules.ts'
import { read } from '../platform/web.tsx'
import type { PlaceToGo } from './places.ts'

/** Whoever is signed in. Undefined until it is known. */
export function useMe(signedIn = true) {
  return useQuery({ ...read(whoAmI, {}), enabled: signedIn }).data
}

/** Leaves out the places whose doors would not open; the server decides all the same. */
export function useMay(): (place: PlaceToGo) => boolean {
  const me = useMe()
  return useCallback(
    ({ right }) => right === undefined || (me?.roles ?? []).some(({ role }) => holdersOf(right).includes(role)),
    [me],
  )
}
