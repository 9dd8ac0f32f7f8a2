/** What is told live when a board changes. */
export const topicOf = (contestId: string): string => `contest ${contestId}`
