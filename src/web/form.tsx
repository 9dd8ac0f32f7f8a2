import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { z } from 'zod'
import en from 'zod/v4/locales/en.js'
import zhCN from 'zod/v4/locales/zh-CN.js'
import type { Endpoint } from '../platform/endpoint.ts'
import { useLanguage, useWords, type Words } from '../platform/i18n.ts'
import { Problem, write } from '../platform/web.tsx'
import { messages } from './messages.ts'
import { Trouble } from './states.tsx'

type Errors = Record<string, string>
const locales = { en: en().localeError, 'zh-CN': zhCN().localeError }

/**
 * One form for one endpoint: the contract says what is right, a field is checked when it is left, and what the server
 * says about a field is shown at it.
 *
 *   const form = useForm(createGroup, { initial: { organizationId, name: '' }, done: (group) => … })
 *   <Form form={form} submit={say(messages.createGroup)}>
 *     <TextInput label={say(messages.groupName)} {...form.field('name')} />
 *   </Form>
 *
 * `field` suits every Mantine input; a Checkbox or Switch takes `{...form.box('keep')}`.
 */
export function useForm<I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  {
    initial,
    refusals,
    done,
  }: {
    initial: z.input<I>
    /** The module's own rules about a field, asked like the contract: the words of a refusal, or null. */
    refusals?: { [K in keyof z.input<I>]?: (values: z.input<I>) => Words | null }
    done?: (output: z.output<O>, input: z.input<I>) => void
  },
) {
  const say = useWords()
  const language = useLanguage()
  const [values, setValues] = useState<Record<string, unknown>>({ ...(initial as object) })
  const [errors, setErrors] = useState<Errors>({})
  const element = useRef<HTMLFormElement>(null)
  const sending = useMutation({
    ...write(endpoint),
    onSuccess: (output, input) => done?.(output, input),
    onError: (error) => {
      if (error instanceof Problem && error.issues.length > 0) show(named(error.issues))
    },
  })

  const isEmpty = (name: string) => values[name] === '' || values[name] === null || values[name] === undefined
  const named = (issues: { path: string; message: string }[]): Errors =>
    Object.fromEntries(issues.map(({ path, message }) => [path, isEmpty(path) ? say(messages.required) : message]))

  function check(): Errors {
    const read = endpoint.input.safeParse(values, { error: locales[language] })
    const ruled = Object.entries(refusals ?? {}).flatMap(([name, refuse]) => {
      const words = (refuse as (values: unknown) => Words | null)(values)
      return words ? [{ path: name, message: say(words) }] : []
    })
    if (read.success) return named(ruled)
    return named([...ruled, ...read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))])
  }
  function show(found: Errors): void {
    setErrors(found)
    const first = Object.keys(found)[0]
    // After React has drawn the errors, so that a screen reader hears the field together with its error.
    if (first)
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus())
  }
  function change(name: string, value: unknown): void {
    setValues((now) => ({ ...now, [name]: value }))
    setErrors(({ [name]: _, ...rest }) => rest)
  }
  function send(event?: FormEvent): void {
    event?.preventDefault()
    if (sending.isPending) return
    const found = check()
    show(found)
    if (Object.keys(found).length === 0) sending.mutate(values as z.input<I>)
  }

  const inputOf = <K extends string>(name: K) => ({
    name,
    error: errors[name],
    onChange: (next: unknown) => change(name, valueIn(next)),
    onBlur: () => {
      const found = check()[name]
      if (found && !isEmpty(name)) setErrors((now) => ({ ...now, [name]: found }))
    },
  })

  return {
    values: values as z.input<I>,
    set: <K extends keyof z.input<I> & string>(name: K, value: z.input<I>[K]) => change(name, value),
    field: <K extends keyof z.input<I> & string>(name: K) => ({
      ...inputOf(name),
      value: values[name] as Exclude<z.input<I>[K], undefined>,
    }),
    box: (name: keyof z.input<I> & string) => ({ ...inputOf(name), checked: values[name] === true }),
    errors,
    error: sending.error,
    pending: sending.isPending,
    send,
    element,
    /** Back to how it began. */
    reset: () => {
      setValues({ ...(initial as object) })
      setErrors({})
      sending.reset()
    },
  }
}

const valueIn = (next: unknown): unknown => {
  if (typeof next !== 'object' || next === null || !('currentTarget' in next)) return next
  const input = next.currentTarget as HTMLInputElement
  return input.type === 'checkbox' ? input.checked : input.value
}

type AnyForm = Pick<ReturnType<typeof useForm>, 'error' | 'errors' | 'pending' | 'send' | 'element'>

/** One column; the button says what will happen. */
export function Form({
  form,
  submit,
  beside,
  children,
}: {
  form: AnyForm
  submit: string
  /** Another button or link beside the one that sends. */
  beside?: ReactNode
  children: ReactNode
}) {
  return (
    <form ref={form.element} className="form" onSubmit={form.send} noValidate>
      <Trouble error={form.error instanceof Problem && form.error.issues.length > 0 ? null : form.error} />
      {children}
      <Group gap="xs" mt="xs">
        <Button type="submit" loading={form.pending}>
          {submit}
        </Button>
        {beside}
      </Group>
    </form>
  )
}
