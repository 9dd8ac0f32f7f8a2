import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { type Printed, printCertificate } from './actions.ts'

const run = promisify(execFile)
const address = `https://linli.example/verify/${'A'.repeat(54)}`

const xiaoyu: Printed = {
  id: '01a209c7-4638-7509-a2c4-0f9c4e6c3904',
  kind: 'hours',
  title: null,
  personName: '林小雨',
  issuerName: '柳荫街道',
  organizationName: '银龄互助队',
  fromDate: '2026-01-01',
  toDate: '2026-03-31',
  minutes: 750,
  roles: ['陪伴老人', '送餐'],
  issuedAt: new Date('2026-04-15T04:00:00Z'),
  expiresAt: new Date('2028-04-14T16:00:00Z'),
  revokedAt: null,
  timeZone: 'Asia/Shanghai',
  address,
}

async function read(printed: Printed): Promise<{ pages: number; text: string; links: string }> {
  const pdf = await printCertificate(printed)
  const folder = await mkdtemp(join(tmpdir(), 'linli-certificate-'))
  try {
    const file = join(folder, 'certificate.pdf')
    await writeFile(file, pdf)
    const { stdout } = await run(process.env.PDFTOTEXT_PATH ?? 'pdftotext', ['-layout', file, '-'])
    return { pages: stdout.split('\f').length - 1, text: stdout, links: pdf.toString('latin1') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('one sheet in both languages, with its code and a font that travels along', async () => {
  const { pages, text, links } = await read(xiaoyu)
  expect(pages).toBe(1)
  for (const words of [
    '志愿服务时长证明',
    'Certificate of volunteer service',
    '柳荫街道 · 银龄互助队',
    '林小雨于 2026年1月1日至 2026年3月31日参加志愿服务，累计 12 小时 30 分钟。',
    '林小雨 served as a volunteer for 12 hours 30 minutes from 1 January 2026 to 31 March 2026.',
    '陪伴老人、送餐',
    '颁发日期：2026年4月15日',
    'Valid until 15 April 2028',
    xiaoyu.id,
  ])
    expect(text).toContain(words)
  expect(links).toContain(`/URI (${address})`)
  expect(links).toContain('/FontFile3')
})

test('long names and many roles stay on one sheet; a revoked one says so', async () => {
  const { pages, text } = await read({
    ...xiaoyu,
    kind: 'course',
    title: '社区应急救护与心理援助综合培训班（2026 年春季第一期）',
    organizationName: '柳荫街道新时代文明实践志愿服务总队应急救护与心理援助分队',
    roles: Array.from({ length: 12 }, (_, i) => `应急救护第${i + 1}小组组长`),
    revokedAt: new Date('2026-05-01T04:00:00Z'),
  })
  expect(pages).toBe(1)
  expect(text).toContain('已撤销 · REVOKED')
  expect(text).toContain('学习结业证书')
})
