import { z } from 'zod'

/** An element of QTI without the prefix `qti-`: its name, attributes and content. */
export type Element = { n: string; a: Record<string, string>; c: (Element | string)[] }
export const Element: z.ZodType<Element> = z.object({
  n: z.string().max(60),
  a: z.record(z.string().max(60), z.string().max(400)),
  get c() {
    return z.array(z.union([z.string().max(4000), Element])).max(400)
  },
})

/** How an item scores itself. */
export const Rules = z.object({
  /** the names of what is answered, a blank each */
  responses: z.array(z.string().max(60)).min(1).max(20),
  declarations: z.array(Element).max(100),
  processing: z.array(Element).max(200),
})
export type Rules = z.output<typeof Rules>
