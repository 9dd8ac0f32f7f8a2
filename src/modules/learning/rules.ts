/** How far somebody sees their own sessions coming. */
export const daysAhead = 60
