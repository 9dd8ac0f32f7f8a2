import { changedFields, type TopicChange, type TopicFields } from '../contract.ts'

/** Topic by topic: in the order of the later version, then what is gone. */
export function compareVersions(before: readonly TopicFields[], after: readonly TopicFields[]): TopicChange[] {
  const was = new Map(before.map((topic) => [topic.id, topic]))
  const is = new Set(after.map(({ id }) => id))
  return [
    ...after.map((topic): TopicChange => {
      const old = was.get(topic.id)
      const head = { topicId: topic.id, title: topic.title }
      if (!old) return { ...head, change: 'added', fields: [] }
      const fields = changedFields
        .filter((field) => old[field] !== topic[field])
        .map((field) => ({ field, from: old[field], to: topic[field] }))
      return { ...head, change: fields.length > 0 ? 'changed' : 'same', fields }
    }),
    ...before
      .filter(({ id }) => !is.has(id))
      .map(({ id, title }): TopicChange => ({ topicId: id, title, change: 'gone', fields: [] })),
  ]
}
