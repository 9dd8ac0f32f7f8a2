import type { Words } from '../../../platform/i18n.ts'

export const certifyWords = {
  title: ['A certificate of my hours', '开具服务时长证书'],
  about: [
    'It states the hours approved so far. Anybody can check it by its code, without signing in.',
    '证书写明已核准的服务时长，任何人无需登录即可凭码核验。',
  ],
  from: ['From', '自'],
  to: ['To', '至'],
  stands: ['{hours} over {services, plural, one {# service} other {# services}}', '共 {services} 次服务，{hours}'],
  nothing: ['No hours are approved in this period.', '该期间没有已核准的时长。'],
  issue: ['Issue the certificate', '开具证书'],
  back: ['My certificates', '我的证书'],
} satisfies Record<string, Words>
