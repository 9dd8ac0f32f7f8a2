import { Text, type TextProps } from '@mantine/core'

/** A text with its lines; two of them may say the same. */
export const Lines = ({ text, ...look }: { text: string } & TextProps) =>
  text ? (
    <div>
      {text.split('\n').map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
        <Text key={i} {...look}>
          {line}
        </Text>
      ))}
    </div>
  ) : null
