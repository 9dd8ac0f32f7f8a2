export type MinorRefusal = 'guardianNameMissing' | 'ofAgeAlready'

export function minorRefusal(
  { until, guardianName, consents }: { until: string; guardianName: string | null; consents: boolean },
  today: string,
): MinorRefusal | null {
  if (until <= today) return 'ofAgeAlready'
  return consents && guardianName === null ? 'guardianNameMissing' : null
}
