/** Each line is a point; what is typed keeps its lines until it is sent. */
export const pointsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** An ordered list of short texts. */
export function Points({ of }: { of: readonly string[] }) {
  return (
    <ol className="points">
      {of.map((point, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have an order and no keys
        <li key={i}>{point}</li>
      ))}
    </ol>
  )
}
