/** What a person starting Linli should know, in both languages. On stderr: stdout belongs to the command's own answer. */
export const say = (en, zh) => process.stderr.write(`${en}\n${zh}\n`)

export function stop(en, zh) {
  say(en, zh)
  process.exit(1)
}
