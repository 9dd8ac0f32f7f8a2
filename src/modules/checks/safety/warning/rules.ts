import { daysBetween } from '../../../../platform/zone.ts'

type Dates = { plannedOn: string; dueOn: string; planned: boolean }

/** On the day for which it was planned and on the last on which it is in time; whoever began one themselves knows of it. */
export const isDueNow = ({ plannedOn, dueOn, planned }: Dates, today: string): boolean =>
  planned && (today === plannedOn || today === dueOn)

/** On the day after the last one, and again after each full week. */
export const isLateNow = ({ dueOn }: Pick<Dates, 'dueOn'>, today: string): boolean =>
  today > dueOn && (daysBetween(dueOn, today) - 1) % 7 === 0
