import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

test('people recognise their own devices', () => {
  const known: [userAgent: string, browser: string | null, system: string | null][] = [
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 MicroMessenger/8.0', 'WeChat', 'iPhone'],
    ['Mozilla/5.0 (Linux; Android 14; HUAWEI) HuaweiBrowser/15 Chrome/114 Mobile Safari/537.36', 'Huawei', 'Android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge', 'Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.4 Safari/605.1.15', 'Safari', 'macOS'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox', 'Linux'],
    ['curl/8', null, null],
  ]
  for (const [userAgent, browser, system] of known) expect(deviceOf(userAgent)).toEqual({ browser, system })
  expect(deviceOf(null)).toEqual({ browser: null, system: null })
})
